import { type Proof, ProofMark, type State, squareClass } from '../square/square.tsx'
import type { Words } from '../words.ts'

/** One promise on the board. */
export interface BoardSquare {
  readonly href: string
  readonly state: State
  readonly proof?: Proof | undefined
  /** The clause, what it promises and how it stands; shown under the row on hover and focus. */
  readonly says: string
}

export interface BoardSection {
  readonly id?: string | undefined
  readonly title: Words
  /** How many, and how many are open, for instance "11, 2 open". */
  readonly note?: Words
  readonly squares: readonly BoardSquare[]
}

/** Every promise of a policy as a square, by section. */
export function Board({ sections }: { readonly sections: readonly BoardSection[] }) {
  return (
    <div class="kept-board">
      {sections.map(({ id, title, note, squares }) => (
        <div class="kept-board__section" id={id}>
          <h3 class="kept-board__title">
            {title} <span>{note ?? squares.length}</span>
          </h3>
          <BoardSquares squares={squares} />
        </div>
      ))}
    </div>
  )
}

/** A few squares, each a link. */
export function BoardSquares({ squares }: { readonly squares: readonly BoardSquare[] }) {
  return (
    <ul class="kept-board__squares">
      {squares.map(({ href, state, proof, says }) => (
        <li>
          <a class={squareClass(state)} href={href}>
            <ProofMark state={state} proof={proof} />
            <span class="kept-tip">{says}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
