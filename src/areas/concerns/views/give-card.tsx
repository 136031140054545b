import { sayInstant } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { Select } from '#ui/select/select.tsx'
import { paths } from '../paths.ts'
import type { ShowViewProps } from './show-view.tsx'

/** Giving a concern to somebody else who looks after concerns, and who gave it to whoever has it now. */
export function GiveCard({ concern, given, handlers, now, zone }: ShowViewProps) {
  const open = concern.state === 'new' || concern.state === 'taken'
  if (!open || handlers.length === 0) return null
  return (
    <Card title="Who looks after it">
      {given !== null && (
        <p class="govuk-body-s">
          Given to {concern.takenBy} by {given.name}, {sayInstant(given.at, now, zone)}.
        </p>
      )}
      {concern.state === 'new' && concern.inDanger ? (
        <p class="govuk-body-s">Somebody may be in danger: whoever reads this takes it first. Then it can be given.</p>
      ) : (
        <Form action={paths.give.to(concern.id)} class="kept-oneline">
          <Select
            name="to"
            label={concern.takenBy === null ? 'Give it to' : 'Give it to somebody else'}
            options={[
              { value: '', text: 'Choose a name' },
              ...handlers
                .filter((one) => one.personId !== concern.takenById)
                .map((one) => ({ value: one.personId, text: one.name })),
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
