import { sayDay, sayFullDate } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Page } from '#ui/page/page.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import type { Complaint } from '../complaint.ts'
import { paths } from '../paths.ts'
import { sayOutcome } from '../say.ts'

export interface ComplaintsViewProps {
  readonly complaints: readonly Complaint[]
  readonly now: Temporal.Instant
  readonly zone: string
}

/** The complaints that wait for whoever looks, and those that they answered or passed on. */
export function ComplaintsView({ complaints, now, zone }: ComplaintsViewProps) {
  const make = <Button href={paths.make.to()}>Enter a complaint</Button>
  return (
    <Page
      title="Complaints"
      lede="About how a case was handled. You see those that you hear because you are not in the case, and those that you passed on."
      actions={complaints.length === 0 ? undefined : make}
    >
      <DataTable
        cards
        whole
        caption="Complaints, what waits first"
        columns={[
          { says: 'Case', card: 'head', nowrap: true },
          { says: 'Standing', card: 'state', nowrap: true },
          { says: 'From' },
          { says: 'Made on', nowrap: true },
        ]}
        rows={complaints.map((one) => ({
          cells: [
            <a class="kept-link" href={paths.one.to(one.id)}>
              {one.reference}
            </a>,
            standing(one, now, zone),
            one.madeBy,
            sayFullDate(one.madeOn),
          ],
        }))}
        empty={
          <EmptyState title="No complaint waits for you" action={make}>
            A complaint goes to the first whom the policy names and who is not in the case.
          </EmptyState>
        }
      />
    </Page>
  )
}

function standing(one: Complaint, now: Temporal.Instant, zone: string) {
  if (one.answer !== null) return <StatePill state="kept">{sayOutcome(one.answer.outcome)}</StatePill>
  if (one.body !== null) return <StatePill state="none">Passed on outside</StatePill>
  const late = Temporal.Instant.compare(one.dueAt, now) < 0
  return (
    <StatePill state={late ? 'late' : 'due'}>
      Answer by {sayDay(one.dueAt.toZonedDateTimeISO(zone).toPlainDate(), now.toZonedDateTimeISO(zone).toPlainDate())}
    </StatePill>
  )
}
