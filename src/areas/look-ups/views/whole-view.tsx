import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import type { MatrixCell } from '#ui/matrix/matrix.tsx'
import { Matrix } from '#ui/matrix/matrix.tsx'
import { Page } from '#ui/page/page.tsx'
import type { Grid } from '../may-i/grids.ts'
import { clauseHref, paths } from '../paths.ts'

export interface WholeViewProps {
  readonly id: string
  readonly title: string
  readonly version: number
  readonly grids: readonly Grid[]
  readonly clauses: readonly string[]
  readonly staff: boolean
}

/** A whole table, to look over and to print. */
export function WholeView({ title, version, grids, clauses, staff }: WholeViewProps) {
  return (
    <Page
      title={title}
      caption={`From version ${version} of the policy`}
      back={{ href: paths.ask.to(), text: 'May I?' }}
      wide
    >
      {grids.map((grid) => (
        <>
          {grid.title !== null && <h2 class="govuk-heading-m">{grid.title}</h2>}
          <Matrix
            caption={grid.title === null ? title : `${title}: ${grid.title}`}
            head={grid.head}
            rows={grid.rows.map((row) => ({ name: row.name, cells: row.cells.map(cellOf) }))}
          />
        </>
      ))}
      <p class="kept-meta kept-gap-top-s kept-noprint">
        Press an answer to see the clause, who to ask, and what happens otherwise.
      </p>
      <p class="govuk-body">
        {clauses.map((clause) => (
          <>
            <ClauseChip clause={clause} href={clauseHref(clause, staff)} />{' '}
          </>
        ))}
      </p>
    </Page>
  )
}

const cellOf = ({ means, says, href }: Grid['rows'][number]['cells'][number]): MatrixCell =>
  means === 'unsaid'
    ? {
        words: (
          <a class="govuk-link" href={href}>
            {says}
          </a>
        ),
      }
    : { may: means === 'illegal' ? 'no' : means, says, href }
