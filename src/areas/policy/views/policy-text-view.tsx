import { Button } from '#ui/button/button.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { Layout } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { paths } from '../paths.ts'

export interface PolicyTextProps {
  readonly policy: { readonly title: string; readonly number: number; readonly inForce: string }
  readonly sections: readonly {
    readonly title: string
    readonly clauses: readonly { readonly id: string; readonly says: string }[]
  }[]
  readonly staff: boolean
  /** What was searched for, if anything. */
  readonly query: string
}

/** The policy as published, for everyone who is signed in. */
export function PolicyTextView({ policy, sections, staff, query }: PolicyTextProps) {
  return (
    <Page
      title={policy.title}
      caption={`Version ${policy.number}, in force since ${policy.inForce}`}
      actions={
        staff ? (
          <Button href={paths.board.to()} variant="secondary" small>
            The promise board
          </Button>
        ) : undefined
      }
    >
      <Layout side={<Contents sections={sections} />} sideLabel="Contents">
        <form method="get" action={paths.text.to()} class="kept-search kept-noprint">
          <label class="govuk-label" for="words">
            Search the policy
          </label>
          <input class="govuk-input govuk-input--width-20" id="words" name="words" type="search" value={query} />{' '}
          <Button small>Search</Button>
        </form>
        {sections.length === 0 && <p class="govuk-body">No clause has these words. Try fewer or other words.</p>}
        {sections.map((section, index) => (
          <section aria-labelledby={`section-${index}`}>
            <h2 class="govuk-heading-m" id={`section-${index}`}>
              {section.title}
            </h2>
            {section.clauses.map((clause) => (
              <p class="govuk-body" id={clause.id}>
                <ClauseChip clause={clause.id} href={staff ? paths.clause.to(clause.id) : `#${clause.id}`} />{' '}
                {clause.says}
              </p>
            ))}
          </section>
        ))}
      </Layout>
    </Page>
  )
}

function Contents({ sections }: Pick<PolicyTextProps, 'sections'>) {
  return (
    <nav aria-label="Sections of the policy" class="kept-noprint">
      <ul class="govuk-list">
        {sections.map((section, index) => (
          <li>
            <a class="govuk-link" href={`#section-${index}`}>
              {section.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
