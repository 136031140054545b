import type { Words } from '../words.ts'

export interface PagesProps {
  /** Where we are, for instance "1 to 16 of 152." */
  readonly says: Words
  readonly label?: string | undefined
  readonly items: readonly { readonly href: string; readonly text: Words; readonly current?: boolean | undefined }[]
}

/** The pages of a long table. */
export function Pages({ says, label = 'Pages', items }: PagesProps) {
  return (
    <nav class="kept-pages kept-noprint" aria-label={label}>
      <p>{says}</p>
      {items.length > 0 && (
        <ul>
          {items.map(({ href, text, current }) => (
            <li>
              <a href={href} aria-current={current ? 'page' : undefined}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </nav>
  )
}

export interface PageNumbers {
  readonly page: number
  readonly size: number
  readonly total: number
  /** What it says instead of the bare figures. */
  readonly says?: Words
  /** There is more than was counted: the end has no number, and the next page is there. */
  readonly more?: boolean | undefined
  readonly hrefFor: (page: number) => string
}

/** Numbers the pages of a list: the first, the last, and those around the current one. */
export function pagesOf({ page, size, total, says, more = false, hrefFor }: PageNumbers): PagesProps {
  const last = Math.max(1, Math.ceil(total / size))
  const near = new Set([1, page - 1, page, page + 1, more ? page : last].filter((n) => n >= 1 && (more || n <= last)))
  const items = [...near].sort((a, b) => a - b).map((n) => ({ href: hrefFor(n), text: String(n), current: n === page }))
  const first = total === 0 ? 0 : (page - 1) * size + 1
  return {
    says: says ?? `${first} to ${Math.min(page * size, total)} of ${total}.`,
    items:
      last === 1 && !more
        ? []
        : [...items, ...(more || page < last ? [{ href: hrefFor(page + 1), text: 'Next' }] : [])],
  }
}
