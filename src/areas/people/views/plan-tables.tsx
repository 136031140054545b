import { DataTable } from '#ui/data-table/data-table.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { nameOf } from '../import/plan-people.ts'
import type { ImportPlan } from '../import/plan-types.ts'
import { changeSays } from '../import/say-change.ts'
import type { RosterFault } from '../import/types.ts'
import { sayPosts } from '../import/warnings.ts'
import { paths } from '../paths.ts'

/** As many rows as somebody reads on a page; the CSV has all of them. */
const SHOWN = 200

/** The lists of an import: faults first, because they have to be dealt with. */
export function PlanTables({ id, plan }: { readonly id: string; readonly plan: ImportPlan }) {
  const bad = plan.faults.filter(({ weight }) => weight !== 'note')
  const notes = plan.faults.filter(({ weight }) => weight === 'note')
  return (
    <>
      <List id="faults" title="Faults" columns={FAULT_COLUMNS} rows={bad.map(faultCells)} all={paths.faults.to(id)} />
      <List id="notes" title="Notes" columns={FAULT_COLUMNS} rows={notes.map(faultCells)} all={paths.faults.to(id)} />
      <List
        id="joiners"
        title="Joiners"
        columns={['Name', 'As']}
        rows={plan.joiners.map((joiner) => [nameOf(joiner), joiner.memberships.map(({ kind }) => kind).join(', ')])}
        all={paths.changes.to(id)}
      />
      <List
        id="leavers"
        title="Leavers"
        columns={['Name', 'Was', 'Posts that will stand empty']}
        rows={plan.leavers.map(({ name, kinds, posts }) => [name, kinds.join(', '), sayPosts(posts)])}
        all={paths.changes.to(id)}
      />
      <List
        id="changes"
        title="Changes"
        columns={['Name', 'What changes']}
        rows={plan.changes.map((change) => [change.name, changeSays(change).join('; ')])}
        all={paths.changes.to(id)}
      />
    </>
  )
}

const FAULT_COLUMNS = ['File', 'Row', 'Column', 'Reason']

const faultCells = ({ file, row, column, says }: RosterFault): readonly string[] => [
  file,
  row === null ? '' : String(row),
  column ?? '',
  says,
]

interface ListProps {
  readonly id: string
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Where all of them are, when there are more than a page holds. */
  readonly all: string
}

function List({ id, title, columns, rows, all }: ListProps) {
  if (rows.length === 0) return null
  return (
    <Section id={id} title={`${title} (${rows.length})`} size="m">
      <DataTable
        caption={title}
        whole
        columns={columns.map((says) => ({ says }))}
        rows={rows.slice(0, SHOWN).map((cells) => ({ cells }))}
      />
      {rows.length > SHOWN && (
        <p class="govuk-body">
          The first {SHOWN} are shown.{' '}
          <a class="govuk-link" href={all}>
            Download all {rows.length}
          </a>
        </p>
      )}
    </Section>
  )
}
