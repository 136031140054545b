import type { Words } from '../words.ts'

export interface TabLink {
  readonly href: string
  readonly text: Words
  readonly count?: number | undefined
  readonly active: boolean
}

/** Parts of one thing, each a page of its own. */
export function TabLinks({ label, items }: { readonly label: string; readonly items: readonly TabLink[] }) {
  return (
    <nav aria-label={label}>
      <ul class="kept-tabs">
        {items.map((item) => (
          <li>
            <a href={item.href} aria-current={item.active ? 'page' : undefined}>
              {item.text}
              {item.count === undefined ? '' : ` (${item.count})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Saved ways to look at one list. */
export function ViewLinks({ label, items }: { readonly label: string; readonly items: readonly TabLink[] }) {
  return (
    <nav aria-label={label}>
      <ul class="kept-views">
        {items.map((item) => (
          <li>
            <a href={item.href} aria-current={item.active ? 'true' : undefined}>
              {item.text}
              {item.count === undefined ? '' : ` (${item.count})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
