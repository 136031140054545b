import { type Proof, Square, type State, stateWords } from '../square/square.tsx'
import type { Words } from '../words.ts'

export interface StatePillProps {
  readonly state: State
  readonly proof?: Proof | undefined
  /** The usual word of the state unless told, for instance "3 days late". */
  readonly children?: Words
}

/** A state in words, with its square. */
export function StatePill({ state, proof, children }: StatePillProps) {
  return (
    <span class={`kept-state kept-state--${state}`}>
      <Square state={state} proof={proof} size="s" />
      {children ?? stateWords[state]}
    </span>
  )
}
