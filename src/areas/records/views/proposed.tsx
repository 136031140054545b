import type { Typed } from '#core/form.ts'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { Fieldset } from '#ui/fieldset/fieldset.tsx'
import { Input } from '#ui/input/input.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'

/** A number of earlier cases that the software counted for a table. */
export interface CountedOnPage {
  readonly column: string
  readonly says: string
  readonly number: number
  /** Those that the reader may see. */
  readonly cases: readonly { readonly reference: string; readonly href: string }[]
}

/** What a table proposes, as the page of its step says it. */
export interface ProposalOnPage {
  readonly table: string
  /** What each row says, in one sentence; none when the table says nothing about the case. */
  readonly rows: readonly string[]
  readonly clauses: readonly string[]
  /** What the software counted. */
  readonly counted: readonly CountedOnPage[]
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

/** What was counted, with its cases, and where somebody who knows better says so. */
export function CountedCases({
  counted,
  typed,
  errors,
}: {
  readonly counted: readonly CountedOnPage[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}) {
  return (
    <>
      {counted.map(({ column, says, number, cases }) => (
        <Fieldset legend={says} legendSize="s">
          <p class="govuk-body">
            {number === 0
              ? 'No earlier case was found in which this was decided about the same person.'
              : number === 1
                ? 'One earlier case was counted: '
                : `${number} earlier cases were counted: `}
            {cases.map(({ reference, href }, index) => (
              <>
                {index > 0 && ', '}
                <a class="govuk-link" href={href}>
                  {reference}
                </a>
              </>
            ))}
          </p>
          <p class="govuk-body-s">
            Only cases that those who handle this one handle too are counted: none that is kept from them, and none of
            another school.
          </p>
          <Input
            name={`counted-${column}`}
            label="If another number holds, how many?"
            hint="For instance because of what was dealt with before the school had Kept. Leave it empty when the number is right."
            width={2}
            value={typed[`counted-${column}`]}
            error={errors[`counted-${column}`]}
          />
          <Textarea
            name={`counted_why-${column}`}
            label="Why does another number hold?"
            rows={2}
            value={typed[`counted_why-${column}`]}
            error={errors[`counted_why-${column}`]}
          />
        </Fieldset>
      ))}
    </>
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
