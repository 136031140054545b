import { sayInstant } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Form } from '#ui/form/form.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'
import { Table } from '#ui/table/table.tsx'
import type { AddresseeLine } from '../addressee.ts'
import { paths } from '../paths.ts'

export interface LetterGroupsProps {
  readonly classes: readonly { readonly classId: string; readonly name: string; readonly school: string }[]
  /** Whether a mail server is set up. */
  readonly sends: boolean
}

const MAILED = 'Most people need none: they ask for a link on the page to sign in, and it comes by mail.'
const NOT_MAILED = 'No mail server is set up, so no link reaches anybody: print a letter for each person instead.'

/** The groups of people for whom letters are printed together. */
export function LetterGroupsView({ classes, sends }: LetterGroupsProps) {
  return (
    <Page
      title="Access letters"
      lede="A letter lets one person sign in once, for fourteen days. Each is for the hands of that person alone."
    >
      <InsetText>{sends ? MAILED : NOT_MAILED}</InsetText>
      <p class="govuk-body">
        <a class="govuk-link" href={paths.lettersToStaff.to()}>
          Staff, governors and visitors
        </a>
      </p>
      {classes.length === 0 ? (
        <p class="govuk-body">There are no classes yet: they come with a roster.</p>
      ) : (
        <Table
          caption="Parents and carers, by class"
          head={[{ says: 'Class' }, { says: 'School' }]}
          rows={classes.map((one) => [
            {
              says: (
                <a class="govuk-link" href={paths.lettersOfClass.to(one.classId)}>
                  {one.name}
                </a>
              ),
            },
            { says: one.school },
          ])}
        />
      )}
    </Page>
  )
}

export interface LettersOfProps {
  readonly name: string
  readonly action: string
  readonly people: readonly AddresseeLine[]
  readonly sends: boolean
  readonly now: Temporal.Instant
  readonly zone: string
  readonly error: string | null
}

/** One group: who may get a letter, who has one that waits, and who needs none. */
export function LettersOfView({ name, action, people, sends, now, zone, error }: LettersOfProps) {
  return (
    <Page
      title={`Letters: ${name}`}
      lede="A new letter ends the one that the person had. Your name is written down beside each letter that you print."
      back={{ href: paths.letters.to(), text: 'All groups' }}
      errors={error === null ? {} : { who: error }}
    >
      {people.length === 0 ? (
        <EmptyState title="Nobody here gets a letter">
          Parents come with a roster, and with them their children.
        </EmptyState>
      ) : (
        <Form action={action}>
          <table class="govuk-table kept-addressees" id="who">
            <caption class="govuk-table__caption govuk-visually-hidden">{name}</caption>
            <thead class="govuk-table__head">
              <tr class="govuk-table__row">
                <th scope="col" class="govuk-table__header">
                  Print a letter for
                </th>
                <th scope="col" class="govuk-table__header">
                  How they sign in
                </th>
              </tr>
            </thead>
            <tbody class="govuk-table__body">
              {people.map((person) => (
                <Row person={person} sends={sends} now={now} zone={zone} />
              ))}
            </tbody>
          </table>
          <Button preventDoubleClick>Make letters for those chosen</Button>
        </Form>
      )}
    </Page>
  )
}

type RowProps = Pick<LettersOfProps, 'sends' | 'now' | 'zone'> & { readonly person: AddresseeLine }

function Row({ person, sends, now, zone }: RowProps) {
  const { personId, name, children, why, waitsUntil, email } = person
  return (
    <tr class="govuk-table__row">
      <th scope="row" class="govuk-table__header">
        {why === null ? (
          <div class="govuk-checkboxes govuk-checkboxes--small">
            <div class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                id={`who-${personId}`}
                type="checkbox"
                name="who"
                value={personId}
                // With a mail server a letter is the exception; and one that waits is not ended by habit.
                checked={waitsUntil === null && (!sends || email === null)}
              />
              <label class="govuk-label govuk-checkboxes__label" for={`who-${personId}`}>
                <Whom name={name} of={children} />
              </label>
            </div>
          </div>
        ) : (
          <Whom name={name} of={children} />
        )}
      </th>
      <td class="govuk-table__cell">
        {sayWay(person, sends, waitsUntil === null ? null : sayInstant(waitsUntil, now, zone))}
      </td>
    </tr>
  )
}

function Whom({ name, of }: { readonly name: string; readonly of: readonly string[] }) {
  return (
    <>
      {name}
      {of.length > 0 && <span class="kept-meta kept-whom">for {of.join(', ')}</span>}
    </>
  )
}

function sayWay({ why, email }: AddresseeLine, sends: boolean, until: string | null): string {
  if (why === 'password') return 'With a password of their own: they need no letter.'
  if (why === 'elsewhere') return 'Here and at another organisation: by mail only.'
  if (until !== null) return `A letter waits until ${until}.`
  return sends && email !== null ? 'With a link to their mail address.' : 'With a letter: no link reaches them.'
}
