import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { MayMark } from '#ui/matrix/matrix.tsx'
import { Verdict } from '#ui/verdict/verdict.tsx'
import type { Verdictish } from '../may-i/verdict-of.ts'
import { meansSays } from '../may-i/verdict-of.ts'

const ANSWERS = { yes: 'yes', times: 'wait', ask: 'wait', no: 'no', illegal: 'no' } as const
const MARKS = { yes: 'yes', times: 'times', ask: 'ask', no: 'no', illegal: 'no' } as const

/** The one answer, large. */
export function BigVerdict({ verdict, easy }: { readonly verdict: Verdictish; readonly easy: boolean }) {
  const { means, says } = verdict
  const title = meansSays(means, easy ? 'en-easy' : 'en')
  if (means === 'unsaid')
    return (
      <InsetText>
        <h2 class="govuk-heading-m">{title}</h2>
        {says !== null && <p class="govuk-body">{says}</p>}
        <p class="govuk-body">Ask before you do it.</p>
      </InsetText>
    )
  return (
    <Verdict id="answer" answer={ANSWERS[means]} title={title}>
      {says}
    </Verdict>
  )
}

/** An answer in a line of a list. */
export function SmallVerdict({ verdict, easy }: { readonly verdict: Verdictish; readonly easy: boolean }) {
  const says = verdict.says ?? meansSays(verdict.means, easy ? 'en-easy' : 'en')
  return verdict.means === 'unsaid' ? <span>{says}</span> : <MayMark may={MARKS[verdict.means]}>{says}</MayMark>
}
