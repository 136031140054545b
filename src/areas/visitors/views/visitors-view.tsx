import { sayFullDate } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Page } from '#ui/page/page.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import type { VisitorLine } from '../lines.ts'
import { paths } from '../paths.ts'

/** Who comes to the school, and whether they have signed. */
export function VisitorsView({ visitors }: { readonly visitors: readonly VisitorLine[] }) {
  return (
    <Page
      title="Visitors"
      lede="People who come to the school without belonging to it. Those whom the policy binds sign before they start."
      back={{ href: '/people', text: 'People' }}
      actions={
        <Button href={paths.add.to()} small>
          Somebody has arrived
        </Button>
      }
      wide
    >
      <DataTable
        caption="Visitors"
        whole
        cards
        columns={[
          { says: 'Name', card: 'head' },
          { says: 'Comes as', card: 'line' },
          { says: 'Since', card: 'line' },
          { says: 'Agreement', card: 'state' },
        ]}
        rows={visitors.map((visitor) => ({
          cells: [
            <a class="kept-link" href={paths.welcome.to(visitor.id)}>
              {visitor.name}
            </a>,
            visitor.kind === 'volunteer' ? 'Volunteer' : 'Visitor',
            sayFullDate(visitor.since),
            <Standing visitor={visitor} />,
          ],
        }))}
        empty={<EmptyState title="No visitors">Whoever comes regularly is added when they arrive.</EmptyState>}
      />
    </Page>
  )
}

function Standing({ visitor }: { readonly visitor: VisitorLine }) {
  if (visitor.askings.length === 0) return <>Nothing to sign</>
  if (visitor.askings.every((one) => one.signed)) return <StatePill state="kept">Signed</StatePill>
  return visitor.askings.some((one) => one.late) ? (
    <StatePill state="late">Late</StatePill>
  ) : (
    <StatePill state="due">Not signed</StatePill>
  )
}
