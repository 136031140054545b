import { sayFullDate } from '#core/calendar/say-date.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { paths } from '../paths.ts'

/** A line of what will be erased, in words. */
export interface SaidExpiry {
  readonly id: string
  readonly name: string
  readonly rule: string
  readonly on: Temporal.PlainDate
  readonly state: string
}

/** A line of what was erased, in words. */
export interface SaidTombstone {
  readonly reference: string
  readonly kind: string
  readonly time: string
  readonly rule: string
  readonly erased: string
}

interface RetentionProps {
  readonly expiring: readonly SaidExpiry[]
  readonly erased: readonly SaidTombstone[]
}

/** What will be erased and when, and what was. */
export function RetentionView({ expiring, erased }: RetentionProps) {
  return (
    <Page
      title="How long we keep"
      lede="When the time that the policy sets is over, a record or a concern is erased. It is listed here for a month before, and whoever handles it can postpone it with a reason. Evidence that is held is never erased."
    >
      <Section id="expiring" title="Will be erased" size="m">
        <DataTable
          caption="The next first"
          whole
          cards
          columns={[
            { says: 'Record', card: 'head' },
            { says: 'On', nowrap: true },
            { says: 'Rule' },
            { says: 'Standing', card: 'state' },
          ]}
          rows={expiring.map((one) => ({
            cells: [<a href={paths.one.to(one.id)}>{one.name}</a>, sayFullDate(one.on), one.rule, one.state],
          }))}
          empty={
            <EmptyState title="Nothing will be erased within a month">
              When the time of a record or a concern that you handle is nearly over, it is listed here.
            </EmptyState>
          }
        />
      </Section>
      <Section id="erased" title="Was erased" size="m">
        <DataTable
          caption="The newest first"
          whole
          cards
          columns={[
            { says: 'Record', card: 'head' },
            { says: 'What it was' },
            { says: 'From, to' },
            { says: 'Rule' },
            { says: 'Erased', nowrap: true },
          ]}
          rows={erased.map((one) => ({ cells: [one.reference, one.kind, one.time, one.rule, one.erased] }))}
          empty={
            <EmptyState title="Nothing has been erased yet">
              What was erased leaves its number, its dates and its rule here, and nothing of what it said.
            </EmptyState>
          }
        />
      </Section>
    </Page>
  )
}
