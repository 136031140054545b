import { Button } from '#ui/button/button.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { paths } from '../register-paths.ts'

/** A register as the overview shows it. */
export interface RegisterLine {
  readonly kind: string
  readonly says: string
  readonly one: string
  readonly mayOpen: boolean
  readonly open: number
  readonly late: number
  readonly total: number
  readonly clauses: readonly string[]
}

/** All registers: those that somebody may write in stand first. */
export function RegistersView({ registers }: { readonly registers: readonly RegisterLine[] }) {
  const mine = registers.filter((one) => one.mayOpen)
  const others = registers.filter((one) => !one.mayOpen)
  return (
    <Page
      title="Registers"
      lede="What the policy wants written down, asked for, lent, checked or handed back. Each has its own form and steps."
    >
      {registers.length === 0 && (
        <EmptyState title="No register is open to you">
          The policy in force names no register that you write in or look into.
        </EmptyState>
      )}
      {mine.length > 0 && (
        <Section id="mine" title="You can add to these">
          <Registers caption="Registers that you can add to" registers={mine} />
        </Section>
      )}
      {others.length > 0 && (
        <Section id="others" title="You can look into these">
          <Registers caption="Registers that you can look into" registers={others} />
        </Section>
      )}
    </Page>
  )
}

function Registers({ caption, registers }: { readonly caption: string; readonly registers: readonly RegisterLine[] }) {
  return (
    <DataTable
      caption={caption}
      cards
      whole
      columns={[
        { says: 'Register', card: 'head' },
        { says: 'Standing', nowrap: true, card: 'state' },
        { says: 'Entries', numeric: true, nowrap: true },
        { says: 'From the policy' },
        { says: 'Add', hidden: true },
      ]}
      rows={registers.map((register) => ({
        cells: [
          <a href={paths.list.to(register.kind)}>{register.says}</a>,
          <Standing {...register} />,
          String(register.total),
          register.clauses.slice(0, 4).map((clause) => (
            <>
              <ClauseChip clause={clause} href={`/policy/clauses/${clause}`} />{' '}
            </>
          )),
          register.mayOpen && (
            <Button href={paths.open.to(register.kind)} variant="secondary" small>
              Add<span class="govuk-visually-hidden">: {register.one}</span>
            </Button>
          ),
        ],
      }))}
    />
  )
}

function Standing({ open, late, total }: RegisterLine) {
  if (late > 0) return <StatePill state="late">{`${late} late`}</StatePill>
  if (open > 0) return <StatePill state="due">{`${open} open`}</StatePill>
  return total > 0 ? <StatePill state="kept">All closed</StatePill> : <StatePill state="none">None yet</StatePill>
}
