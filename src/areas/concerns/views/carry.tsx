import type { Typed } from '#core/form.ts'
import type { Step } from '../tell-steps.ts'
import { FIELDS, pageOf } from '../tell-steps.ts'
import type { Teller } from '../tellers.ts'

interface CarryProps {
  readonly teller: Teller
  readonly step: Step
  readonly once: string
  readonly typed: Typed
}

/** What was said on the other pages goes along in the form: nothing is kept before it is sent. */
export function Carry({ teller, step, once, typed }: CarryProps) {
  const others = FIELDS.filter((field) => pageOf(teller, field) !== step)
  return (
    <>
      <input type="hidden" name="once" value={once} />
      <input type="hidden" name="step" value={step} />
      {others.flatMap((field) =>
        linesOf(typed[field]).map((line) => <input type="hidden" name={field} value={line} />),
      )}
    </>
  )
}

const linesOf = (typed: string | readonly string[] | undefined): readonly string[] =>
  (typeof typed === 'string' ? [typed] : (typed ?? [])).filter((line) => line !== '')
