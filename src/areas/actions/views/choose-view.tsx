import { Card } from '#ui/card/card.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { Page } from '#ui/page/page.tsx'

interface ChooseViewProps {
  readonly rows: readonly {
    readonly href: string
    readonly title: string
    readonly says: string
    readonly clauses: readonly string[]
  }[]
  readonly back: { readonly href: string; readonly text: string }
}

/** The exceptions that the policy knows, each a way to ask for it. */
export function ChooseView({ rows, back }: ChooseViewProps) {
  return (
    <Page title="Ask for an exception" back={back}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <p class="govuk-body">What protects children is never lifted, so it does not stand here.</p>
          {rows.length === 0 && <p class="govuk-body">The policy knows no exceptions.</p>}
          {rows.map((row) => (
            <Card
              title={
                <a class="kept-link" href={row.href}>
                  {row.title}
                </a>
              }
            >
              <p>{row.says}</p>
              <p>
                {row.clauses.map((clause) => (
                  <>
                    <ClauseChip clause={clause} href={`/policy/clauses/${clause}`} />{' '}
                  </>
                ))}
              </p>
            </Card>
          ))}
        </div>
      </div>
    </Page>
  )
}
