import { initials } from '../page/header.tsx'
import { cx, type Words } from '../words.ts'

export interface PersonCard {
  readonly name: string
  readonly href?: string | undefined
  readonly lines: readonly Words[]
  /** Tells parts apart: nobody is marked by it. */
  readonly tone?: 'a' | 'b' | 'c' | undefined
}

/** People of a case, each with the part they have in it. */
export function PeopleList({ items }: { readonly items: readonly PersonCard[] }) {
  return (
    <ul class="kept-people">
      {items.map(({ name, href, lines, tone = 'a' }) => (
        <li class="kept-person">
          <span class={cx('kept-face', tone !== 'a' && `kept-face--${tone}`)} aria-hidden="true">
            {initials(name)}
          </span>
          <div>
            {href ? <a href={href}>{name}</a> : <b>{name}</b>}
            {lines.map((line) => line !== false && line !== '' && <p>{line}</p>)}
          </div>
        </li>
      ))}
    </ul>
  )
}
