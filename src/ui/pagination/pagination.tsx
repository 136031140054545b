import { type Attributes, cx, type Words } from '../words.ts'
import { NextArrow, PreviousArrow } from './arrows.tsx'

export interface PageLink {
  readonly href: string
  readonly text?: Words
  /** The name of the page it leads to. */
  readonly label?: Words
  readonly attributes?: Attributes | undefined
}

export interface PageNumber {
  readonly number?: Words
  readonly href?: string | undefined
  readonly current?: boolean | undefined
  readonly ellipsis?: boolean | undefined
  readonly says?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface PaginationProps {
  readonly previous?: PageLink | undefined
  readonly next?: PageLink | undefined
  readonly items?: readonly (PageNumber | false | null | undefined)[] | undefined
  readonly label?: string | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** From page to page of a list or a document. */
export function Pagination({ previous, next, items, label, class: extra, attributes }: PaginationProps) {
  const block = !items && Boolean(next ?? previous)
  return (
    <nav
      class={cx('govuk-pagination', block && 'govuk-pagination--block', extra)}
      aria-label={label || 'Pagination'}
      {...attributes}
    >
      {previous?.href && <ArrowLink kind="prev" link={previous} block={block} />}
      {items && <ul class="govuk-pagination__list">{items.map((item) => item && <Item {...item} />)}</ul>}
      {next?.href && <ArrowLink kind="next" link={next} block={block} />}
    </nav>
  )
}

function ArrowLink({ kind, link, block }: { kind: 'prev' | 'next'; link: PageLink; block: boolean }) {
  const arrow = kind === 'prev' ? <PreviousArrow /> : <NextArrow />
  const plain = block && !link.label
  return (
    <div class={`govuk-pagination__${kind}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={kind} {...link.attributes}>
        {block || kind === 'prev' ? arrow : null}{' '}
        <span class={cx('govuk-pagination__link-title', plain && 'govuk-pagination__link-title--decorated')}>
          {link.text || (
            <>
              {kind === 'prev' ? 'Previous' : 'Next'}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>{' '}
        {link.label && block && (
          <>
            <span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">{link.label}</span>
          </>
        )}
        {!block && kind === 'next' ? arrow : null}
      </a>
    </div>
  )
}

function Item({ number, href, current, ellipsis, says, attributes }: PageNumber) {
  if (ellipsis) return <li class={cx(itemClass(current), 'govuk-pagination__item--ellipsis')}>⋯</li>
  const link: Attributes = {
    href,
    'aria-label': says ?? `Page ${String(number)}`,
    'aria-current': current ? 'page' : undefined,
    ...attributes,
  }
  return (
    <li class={itemClass(current)}>
      <a class="govuk-link govuk-pagination__link" {...link}>
        {number}
      </a>
    </li>
  )
}

const itemClass = (current: boolean | undefined) =>
  cx('govuk-pagination__item', current && 'govuk-pagination__item--current')
