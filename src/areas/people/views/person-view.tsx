import { sayFullDate } from '#core/calendar/say-date.ts'
import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { DateInput } from '#ui/date-input/date-input.tsx'
import { Form } from '#ui/form/form.tsx'
import { Layout } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import type { Words } from '#ui/words.ts'
import { paths } from '../paths.ts'
import type { Absence, Relative } from '../people-lines.ts'
import { sayKind, sayYear } from '../say-person.ts'

export interface PersonViewProps {
  readonly person: {
    readonly id: string
    readonly name: string
    readonly email: string | null
    readonly kinds: readonly string[]
    readonly places: readonly { readonly kind: string; readonly school: string; readonly year: number | null }[]
    readonly classes: readonly string[]
    readonly adults: readonly Relative[]
    readonly children: readonly Relative[]
    readonly absences: readonly Absence[]
    /** Whether the one who looks keeps the school's records of people. */
    readonly keeps: boolean
    readonly self: boolean
    readonly handles: boolean
  }
  readonly posts: readonly string[]
  /** What is known of them and may only be read. */
  readonly known: readonly { readonly label: string; readonly says: string }[]
  /** The fields of what may be set; null when there is nothing to set. */
  readonly fields: Words | null
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

type Person = PersonViewProps['person']

/** A person of the school: what they are, whose family, what is known of them, and when they are away. */
export function PersonView(props: PersonViewProps) {
  const { person } = props
  return (
    <Page
      title={person.name}
      caption={person.kinds.map(sayKind).join(', ')}
      back={{ href: paths.people.to(), text: 'People' }}
      errors={props.errors}
    >
      <Layout side={<Side {...props} />} sideLabel="Agreements and absence">
        <SummaryList
          rows={[
            ...person.places.map((place) => ({
              key: sayKind(place.kind),
              value: [place.school, sayYear(place.year)].filter((part) => part !== '').join(', '),
            })),
            person.classes.length > 0 && { key: 'Class', value: person.classes.join(', ') },
            props.posts.length > 0 && { key: 'Posts under the policy', value: props.posts.join(', ') },
            person.keeps && { key: 'Mail address', value: person.email ?? 'None known' },
          ]}
        />
        {person.keeps && <Family person={person} />}
        <Facts {...props} />
      </Layout>
    </Page>
  )
}

function Family({ person }: { readonly person: Person }) {
  const pupil = person.kinds.includes('pupil')
  if (!pupil && person.children.length === 0) return null
  return (
    <Card title={pupil ? 'Who may sign for them' : 'Their children here'} size="m" id="family">
      {pupil && !person.adults.some((one) => one.maySign) && (
        <p class="govuk-inset-text">
          Nobody may sign for this child. Ask who has parental responsibility, and bring it in with the next import.
        </p>
      )}
      <ul class="govuk-list">
        {(pupil ? person.adults : person.children).map((one) => (
          <li>
            <a class="kept-link" href={paths.person.to(one.id)}>
              {one.name}
            </a>{' '}
            <span class="kept-meta">{sayRelative(one, pupil)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const sayRelative = (one: Relative, adult: boolean): string =>
  [
    one.relationship,
    one.maySign ? 'may sign' : 'may not sign',
    adult && one.maySign && !one.reached ? 'no mail address' : '',
  ]
    .filter((part) => part !== '')
    .join(', ')

function Facts({ person, known, fields }: PersonViewProps) {
  if (known.length === 0 && fields === null) return null
  return (
    <Card title="What the policy asks about them" size="m" id="facts">
      <SummaryList rows={known.map((one) => ({ key: one.label, value: one.says === '' ? 'Not known' : one.says }))} />
      {fields !== null && (
        <Form action={paths.facts.to(person.id)}>
          {fields}
          <p class="kept-meta">Whom an agreement binds follows from this: who is bound now is asked at once.</p>
          <Button preventDoubleClick>Keep this</Button>
        </Form>
      )}
    </Card>
  )
}

function Side({ person, posts, typed, errors }: PersonViewProps) {
  return (
    <>
      <Card title="Agreements" sand>
        <a class="kept-link" href={`/agreements/people/${person.id}`}>
          What they were asked and signed
        </a>
      </Card>
      {person.handles && (
        <Card title="Cases and concerns">
          <a class="kept-link" href={`/incidents/about/${person.id}`}>
            Their chronology
          </a>
        </Card>
      )}
      {(person.keeps || person.self) && posts.length > 0 && (
        <Away person={person} typed={typed} errors={errors} action={paths.away.to(person.id)} />
      )}
    </>
  )
}

interface AwayProps {
  readonly person: Pick<Person, 'id' | 'absences'>
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly action: string
}

/** When the holder of a post is away, so that whoever stands in may act. */
function Away({ person, typed, errors, action }: AwayProps) {
  const date = (name: string) => ({
    day: typed[`${name}-day`],
    month: typed[`${name}-month`],
    year: typed[`${name}-year`],
  })
  return (
    <Card title="Away" id="away">
      <p class="govuk-body-s">
        While the holder of a post is away, whoever the policy names instead may act for them. Nobody asks why.
      </p>
      {person.absences.map((one) => (
        <Form action={paths.back.to(person.id)}>
          <input type="hidden" name="absence" value={one.id} />
          <p class="govuk-body-s">
            From {sayFullDate(one.fromOn)}{' '}
            {one.untilOn === null ? 'until they are back' : `to ${sayFullDate(one.untilOn)}`}
          </p>
          <Button variant="secondary" small>
            They are back
          </Button>
        </Form>
      ))}
      <Form action={action}>
        <DateInput name="from" legend="First day away" legendSize="s" value={date('from')} error={errors.from} />
        <DateInput
          name="until"
          legend="Last day away"
          legendSize="s"
          hint="Leave it empty if nobody knows yet."
          value={date('until')}
          error={errors.until}
        />
        <Button variant="secondary" small>
          Note it
        </Button>
      </Form>
    </Card>
  )
}
