import { Square, type State, stateWords } from '../square/square.tsx'
import type { Words } from '../words.ts'

export interface Total {
  readonly state: State
  readonly count: number
  /** A few words under it, for instance "The date has passed". */
  readonly note?: Words
  readonly href: string
}

/** How many promises stand how, each a link to them. */
export function Totals({ items }: { readonly items: readonly Total[] }) {
  return (
    <ul class="kept-totals">
      {items.map(({ state, count, note, href }) => (
        <li>
          <a href={href}>
            <Square state={state} />
            <b>{count.toLocaleString('en-GB')}</b>
            <span>
              {stateWords[state]}
              {note && (
                <>
                  <br />
                  <span class="kept-meta">{note}</span>
                </>
              )}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
