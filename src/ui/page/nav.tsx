import { cx } from '../words.ts'
import type { NavItem } from './chrome.ts'

/** The menu of staff pages, with how many things wait behind each link. */
export function Nav({ items }: { readonly items: readonly NavItem[] }) {
  if (items.length === 0) return null
  return (
    <div class="govuk-service-navigation kept-nav">
      <div class="kept-container">
        <nav aria-label="Menu">
          <ul class="govuk-service-navigation__list">
            {items.map((item) => (
              <Item {...item} />
            ))}
          </ul>
        </nav>
      </div>
    </div>
  )
}

function Item({ href, label, count, active }: NavItem) {
  return (
    <li class={cx('govuk-service-navigation__item', active && 'govuk-service-navigation__item--active')}>
      <a class="govuk-service-navigation__link" href={href} aria-current={active ? 'true' : undefined}>
        {label}
        {count ? (
          <>
            {' '}
            <span class="kept-nav__count">
              {count}
              <span class="govuk-visually-hidden"> waiting</span>
            </span>
          </>
        ) : null}
      </a>
    </li>
  )
}
