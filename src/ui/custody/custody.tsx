import { cx, type Words } from '../words.ts'

export interface CustodyLink {
  readonly what: Words
  readonly when: Words
  readonly who?: Words
  /** What is missing after this link of the chain. */
  readonly gap?: Words
  /** Still to come. */
  readonly open?: boolean | undefined
}

/** Who had a thing, from hand to hand. */
export function Custody({ items }: { readonly items: readonly CustodyLink[] }) {
  return (
    <ol class="kept-custody">
      {items.map(({ what, when, who, gap, open }) => (
        <li class={cx(gap && 'kept-custody--gap', open && 'kept-custody--open')}>
          <b>{what}</b>
          {when}
          {who && (
            <>
              <br />
              {who}
            </>
          )}
          {gap && <span class="kept-gap">{gap}</span>}
        </li>
      ))}
    </ol>
  )
}
