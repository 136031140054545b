import { sayInstant } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/select/select.tsx'
import { paths } from '../paths.ts'

export interface GiveCardProps {
  readonly id: string
  readonly has: { readonly name: string; readonly by: string; readonly at: Temporal.Instant } | null
  /** To whom it can be given; nobody for whoever does not handle the case, and once it is closed. */
  readonly people: readonly { readonly personId: string; readonly name: string }[]
  readonly now: Temporal.Instant
  readonly zone: string
}

/** Who looks after a case, and giving it to somebody else. */
export function GiveCard({ id, has, people, now, zone }: GiveCardProps) {
  if (has === null && people.length === 0) return null
  return (
    <Card id="given" size="m" title="Who looks after it">
      {has === null ? (
        <p class="govuk-body">Nobody in particular: it waits for any of those who handle it.</p>
      ) : (
        <p class="govuk-body">
          <strong>{has.name}</strong>
          <br />
          <span class="kept-meta">
            {has.by === has.name ? 'Took it' : `Given by ${has.by}`}, {sayInstant(has.at, now, zone)}
          </span>
        </p>
      )}
      {people.length > 0 && (
        <Form action={paths.give.to(id)} class="kept-noprint kept-oneline">
          <Select
            name="to"
            label={has === null ? 'Give it to' : 'Give it to somebody else'}
            options={[
              { value: '', text: 'Choose a name' },
              ...people.map((one) => ({ value: one.personId, text: one.name })),
              has !== null && { value: 'nobody', text: 'Nobody in particular' },
            ]}
          />
          <Button variant="secondary" small preventDoubleClick>
            Give
          </Button>
        </Form>
      )}
    </Card>
  )
}
