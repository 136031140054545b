import { Square, type State } from '../square/square.tsx'
import type { Words } from '../words.ts'

/** The three answers to "May we?". */
export type VerdictAnswer = 'yes' | 'wait' | 'no'

export interface VerdictProps {
  readonly id: string
  readonly answer: VerdictAnswer
  readonly title: Words
  readonly children?: Words
}

const states: Readonly<Record<VerdictAnswer, State>> = { yes: 'kept', wait: 'due', no: 'broken' }

/** The answer to "May we?", before the reasons. */
export function Verdict({ id, answer, title, children }: VerdictProps) {
  return (
    <section class={`kept-verdict kept-verdict--${answer}`} aria-labelledby={id}>
      <Square state={states[answer]} size="l" />
      <h2 id={id}>{title}</h2>
      {children && <p>{children}</p>}
    </section>
  )
}
