import { sayInstant } from '#core/calendar/say-date.ts'
import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { KnownNames, NameInput } from '#ui/name-input/name-input.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import type { RecordHome } from '../home.ts'
import type { ConflictLine } from './list-conflicts.ts'

export interface WallsViewProps {
  readonly home: RecordHome
  readonly id: string
  readonly reference: string
  readonly conflicts: readonly ConflictLine[]
  /** Whoever handles it may say it of others as well. */
  readonly mayWallOthers: boolean
  readonly known: readonly string[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly now: Temporal.Instant
  readonly zone: string
}

/** The walls for conflicts of interest, and a form for one more. */
export function WallsView(props: WallsViewProps) {
  const { home, id, reference, errors, conflicts } = props
  return (
    <Page
      title="Conflicts of interest"
      caption={reference}
      errors={errors}
      back={{ href: home.paths.show.to(id), text: `Back to the ${home.noun}` }}
      lede={`Somebody with an interest of their own in this ${home.noun} neither sees it nor acts in it. Whoever the policy lets stand in takes over from them.`}
    >
      {conflicts.map((one) => (
        <Wall {...props} one={one} />
      ))}
      <Form>
        {props.mayWallOthers && <Who {...props} />}
        <Textarea
          name="reason"
          label="What is the interest?"
          labelSize="s"
          hint="For instance a relative, a friend, or a dispute. Only those who handle it read this."
          value={props.typed.reason}
          error={errors.reason}
          rows={4}
        />
        <Button preventDoubleClick>Put up the wall</Button>
      </Form>
    </Page>
  )
}

function Who({ typed, errors, known }: WallsViewProps) {
  return (
    <>
      <Radios
        name="who"
        legend="Who has an interest of their own?"
        legendSize="s"
        options={[
          { value: 'me', text: 'I do', hint: 'You will not see it any more.' },
          {
            value: 'other',
            text: 'Somebody else',
            conditional: (
              <NameInput
                name="person"
                label="What is their name?"
                labelSize="s"
                value={typed.person}
                error={errors.person}
              />
            ),
          },
        ]}
        value={typed.who}
        error={errors.who}
      />
      <KnownNames names={known} />
    </>
  )
}

function Wall({ one, home, id, now, zone }: WallsViewProps & { readonly one: ConflictLine }) {
  const when = (at: Temporal.Instant) => sayInstant(at, now, zone)
  return (
    <Card
      title={one.name}
      end={
        one.lifted === null ? (
          <a class="kept-link" href={home.paths.liftWall.to(id, one.id)}>
            Take it down<span class="govuk-visually-hidden">: the wall for {one.name}</span>
          </a>
        ) : (
          'Down'
        )
      }
    >
      <SummaryList
        rows={[
          { key: 'Why', value: one.reason },
          { key: 'Since', value: `${when(one.setAt)}, put up by ${one.setBy}` },
          one.lifted !== null && {
            key: 'Taken down',
            value: `${when(one.lifted.at)} by ${one.lifted.by}: ${one.lifted.reason}`,
          },
        ]}
      />
    </Card>
  )
}
