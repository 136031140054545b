import type { Typed } from '#core/form.ts'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'

/** What a table proposes, as the page of its step says it. */
export interface ProposalOnPage {
  readonly table: string
  /** What each row says, in one sentence; none when the table says nothing about the case. */
  readonly rows: readonly string[]
  readonly clauses: readonly string[]
  /** The outcomes that were departed from and want a reason. */
  readonly departed: readonly { readonly id: string; readonly says: string; readonly added: boolean }[]
}

/** The row of the table that fits, and the clause behind it. */
export function ProposedBy({ proposed }: { readonly proposed: ProposalOnPage }) {
  return (
    <InsetText>
      <p>
        {proposed.rows.length === 0
          ? `No row of “${proposed.table}” fits what is written here. Choose what follows, and say why.`
          : `“${proposed.table}” proposes what is ticked below. Whoever departs from it says why.`}
      </p>
      {proposed.rows.map((row) => (
        <p>{row}</p>
      ))}
      {proposed.clauses.length > 0 && (
        <p>
          {proposed.clauses.map((clause) => (
            <>
              <ClauseChip clause={clause} href={`/policy/clauses/${clause}`} />{' '}
            </>
          ))}
        </p>
      )}
    </InsetText>
  )
}

/** A reason for each outcome that was added to the proposal or left out of it. */
export function Departures({
  proposed,
  typed,
  errors,
}: {
  readonly proposed: ProposalOnPage
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}) {
  return (
    <>
      {proposed.departed.map(({ id, says, added }) => (
        <Textarea
          name={`departed-${id}`}
          label={added ? `Why is this added: ${says}?` : `Why is this left out: ${says}?`}
          labelSize="s"
          rows={2}
          value={typed[`departed-${id}`]}
          error={errors[`departed-${id}`]}
        />
      ))}
    </>
  )
}
