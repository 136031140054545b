import { Button } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import type { Verdictish } from '../may-i/verdict-of.ts'
import { paths } from '../paths.ts'
import type { AskFormProps } from './ask-form.tsx'
import { AskForm } from './ask-form.tsx'
import { FoundList } from './found-list.tsx'
import { PolicyTabs } from './policy-tabs.tsx'
import { BigVerdict } from './verdict-words.tsx'

/** A case that was found, with its answer. */
export interface FoundLine {
  readonly href: string
  readonly says: string
  readonly table: string
  readonly verdict: Verdictish
}

export interface AskViewProps {
  readonly words: string
  /** Null before anything was searched for. */
  readonly found: readonly FoundLine[] | null
  readonly questions: readonly AskFormProps[]
  readonly easy: boolean
}

/** May I?, in plain words or by choosing. */
export function AskView({ words, found, questions, easy }: AskViewProps) {
  return (
    <Page
      title="May I?"
      lede={easy ? 'Find out what you may do.' : 'What the policy says you may do, when, and who can say yes.'}
    >
      <PolicyTabs here="ask" easy={easy} />
      {questions.length === 0 ? (
        <EmptyState title="This policy has no table of what is allowed">
          Read the policy, or ask the person who looks after it.
        </EmptyState>
      ) : (
        <>
          <form method="get" action={paths.ask.to()} class="kept-search kept-gap-top kept-noprint">
            <label class="govuk-label" for="words">
              What would you like to do?
            </label>
            <input class="govuk-input govuk-input--width-20" id="words" name="words" type="search" value={words} />{' '}
            <Button small>Look it up</Button>
          </form>
          {found !== null && <Results found={found} easy={easy} />}
          {questions.map((question) => (
            <Section id={`table-${question.id}`} title={question.says}>
              <AskForm id={question.id} choices={question.choices} says={easy ? 'Tell me' : 'May I?'} />
              <p class="govuk-body">
                <a class="govuk-link" href={paths.whole.to(question.id)}>
                  See all of “{question.says}”
                </a>
              </p>
            </Section>
          ))}
        </>
      )}
    </Page>
  )
}

function Results({ found, easy }: { readonly found: readonly FoundLine[]; readonly easy: boolean }) {
  const [only, ...others] = found
  if (only === undefined)
    return (
      <EmptyState title="No rule has these words">
        Try other words, or choose below. You may also ask a member of staff.
      </EmptyState>
    )
  if (others.length > 0) return <FoundList title={`${found.length} answers fit your words`} lines={found} easy={easy} />
  return (
    <section aria-label="The answer">
      <p class="govuk-body-l">{only.says}</p>
      <BigVerdict verdict={only.verdict} easy={easy} />
      <p class="govuk-body">
        <a class="govuk-link" href={only.href}>
          Why, and who can say yes
        </a>
      </p>
    </section>
  )
}
