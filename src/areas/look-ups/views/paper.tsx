import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { Section } from '#ui/layout/layout.tsx'
import type { Paper } from '../documents.ts'
import { piecesOf } from '../documents.ts'
import { clauseHref } from '../paths.ts'

/** One document of the policy, with its contacts to press and the clauses that rest on it. */
export function PaperSection({ paper, staff }: { readonly paper: Paper; readonly staff: boolean }) {
  return (
    <Section id={paper.id} title={paper.title} size="m">
      {paper.paragraphs.map((paragraph) => (
        <p class="govuk-body">
          {piecesOf(paragraph).map(({ kind, text }) =>
            kind === 'name' ? (
              <>
                <strong>{text}:</strong>{' '}
              </>
            ) : kind === 'web' ? (
              <a class="govuk-link" href={text.startsWith('http') ? text : `https://${text}`} rel="noreferrer">
                {text}
              </a>
            ) : kind === 'phone' ? (
              <a class="govuk-link" href={`tel:${text.replaceAll(' ', '')}`}>
                {text}
              </a>
            ) : (
              text
            ),
          )}
        </p>
      ))}
      {paper.clauses.length > 0 && (
        <p class="kept-meta">
          {'From the policy: '}
          {paper.clauses.map((clause) => (
            <>
              <ClauseChip clause={clause} href={clauseHref(clause, staff)} />{' '}
            </>
          ))}
        </p>
      )}
    </Section>
  )
}
