import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { paths } from '../paths.ts'
import { GiveCard } from './give-card.tsx'
import type { ShowViewProps } from './show-view.tsx'

/** Who can see it, who must not, and what the policy says about it. */
export function Side(props: ShowViewProps) {
  const { concern, readers, staff, clauses, typed, errors } = props
  return (
    <>
      <GiveCard {...props} />
      <Card title="Who can see it" sand>
        <ul class="govuk-list govuk-body-s">
          {readers.map((reader) => (
            <li>{reader}</li>
          ))}
        </ul>
        <p class="kept-meta">Every opening is written down, yours too.</p>
      </Card>
      {(concern.state !== 'closed' || concern.keptOut.length > 0) && (
        <Card title="Is it about a member of staff?">
          {concern.keptOut.length > 0 && (
            <>
              <p class="govuk-body-s">Named in it, and cannot see it:</p>
              <ul class="govuk-list govuk-list--bullet govuk-body-s">
                {concern.keptOut.map((name) => (
                  <li>{name}</li>
                ))}
              </ul>
            </>
          )}
          {concern.state === 'closed' ? null : (
            <Form action={paths.staff.to(concern.id)}>
              <Input
                name="staff"
                label="Name"
                hint="They can no longer see it. If it is the head, it goes to whoever stands in."
                autocomplete="off"
                value={typed.staff}
                error={errors.staff}
                attributes={{ list: 'staff-names' }}
              />
              <datalist id="staff-names">
                {staff.map((one) => (
                  <option value={one.name} />
                ))}
              </datalist>
              <Button variant="secondary" small>
                Keep them out
              </Button>
            </Form>
          )}
        </Card>
      )}
      <p class="govuk-body-s">
        This keeps{' '}
        {clauses.map((clause) => (
          <>
            <ClauseChip clause={clause} href={`/policy/clauses/${clause}`} />{' '}
          </>
        ))}
        of the policy.
      </p>
    </>
  )
}
