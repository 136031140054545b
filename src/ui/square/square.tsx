import { cx } from '../words.ts'

/** How a promise, duty, answer or clock stands. */
export type State = 'kept' | 'due' | 'late' | 'broken' | 'none' | 'published' | 'notyet'

/** How it is known that something is kept. */
export type Proof = 'enforced' | 'proved' | 'attested'

/** The usual word for each state. */
export const stateWords: Readonly<Record<State, string>> = {
  kept: 'Kept',
  due: 'Due',
  late: 'Late',
  broken: 'Broken',
  none: 'No evidence yet',
  published: 'Published',
  notyet: 'Not yet',
}

const proofLetters: Readonly<Record<Proof, string>> = { enforced: 'E', proved: 'P', attested: 'A' }
const proofWords: Readonly<Record<Proof, string>> = {
  enforced: 'enforced by the software',
  proved: 'proved by a record',
  attested: 'attested by a person',
}

/** The state in words, with how it is known. */
export function stateSays(state: State, proof?: Proof | undefined): string {
  return state === 'kept' && proof ? `${stateWords[state]}, ${proofWords[proof]}` : stateWords[state]
}

export interface SquareProps {
  readonly state: State
  readonly proof?: Proof | undefined
  readonly size?: 'xs' | 's' | 'm' | 'l' | undefined
  /** Said to a screen reader, when no words stand beside the square. */
  readonly says?: string | undefined
}

/** One mark for how something stands. Words stand beside it, or hidden in it. */
export function Square({ state, proof, size = 'm', says }: SquareProps) {
  return (
    <>
      <span class={squareClass(state, size)} aria-hidden="true">
        <ProofMark state={state} proof={proof} />
      </span>
      {says && <span class="govuk-visually-hidden">{says}</span>}
    </>
  )
}

/** The classes of a square, for links that are squares. */
export const squareClass = (state: State, size: SquareProps['size'] = 'm') =>
  cx('kept-sq', `kept-sq--${state}`, size !== 'm' && `kept-sq--${size}`)

/** The letter in a kept square: E, P or A. */
export function ProofMark({ state, proof }: { readonly state: State; readonly proof?: Proof | undefined }) {
  return state === 'kept' && proof ? (
    <span class="kept-sq__proof" aria-hidden="true">
      {proofLetters[proof]}
    </span>
  ) : null
}
