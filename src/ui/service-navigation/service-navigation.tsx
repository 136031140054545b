import { type Attributes, cx, type Words } from '../words.ts'

export interface ServiceLink {
  readonly text?: Words
  readonly href?: string | undefined
  /** This page. */
  readonly current?: boolean | undefined
  /** A page above this one. */
  readonly active?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export interface ServiceNavigationProps {
  readonly items?: readonly (ServiceLink | false | null | undefined)[] | undefined
  readonly serviceName?: string | undefined
  readonly serviceUrl?: string | undefined
  readonly label?: string | undefined
  readonly menuText?: string | undefined
  readonly menuLabel?: string | undefined
  readonly navigationLabel?: string | undefined
  readonly navigationId?: string | undefined
  readonly navigationClass?: string | undefined
  readonly collapse?: boolean | undefined
  readonly start?: Words
  readonly end?: Words
  readonly endInline?: boolean | undefined
  readonly navigationStart?: Words
  readonly navigationEnd?: Words
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A menu as GOV.UK has it. The page shell draws a tighter one of its own. */
export function ServiceNavigation(props: ServiceNavigationProps) {
  const common = {
    class: cx('govuk-service-navigation', props.class),
    'data-module': 'govuk-service-navigation',
    ...props.attributes,
  }
  const inner = (
    <div class={cx('govuk-width-container', props.endInline && 'govuk-service-navigation__inlining-container')}>
      {props.start}
      <div class="govuk-service-navigation__container">
        {props.serviceName && <ServiceName name={props.serviceName} href={props.serviceUrl} />}
        <Menu {...props} />
      </div>
      {props.end}
    </div>
  )
  const named = props.serviceName || props.start || props.end
  if (!named) return <div {...common}>{inner}</div>
  return (
    <section aria-label={props.label ?? 'Service information'} {...common}>
      {inner}
    </section>
  )
}

function ServiceName({ name, href }: { name: string; href: string | undefined }) {
  return (
    <span class="govuk-service-navigation__service-name">
      {href ? (
        <a href={href} class="govuk-service-navigation__link">
          {name}
        </a>
      ) : (
        <span class="govuk-service-navigation__text">{name}</span>
      )}
    </span>
  )
}

// Until a script shows it.
const unseen: Attributes = { 'aria-hidden': 'true' }

function Menu(props: ServiceNavigationProps) {
  const items = (props.items ?? []).filter((item) => !!item)
  if (items.length === 0 && !props.navigationStart && !props.navigationEnd) return null
  const menuText = props.menuText || 'Menu'
  const id = props.navigationId || 'navigation'
  return (
    <nav
      aria-label={props.navigationLabel || menuText}
      class={cx('govuk-service-navigation__wrapper', props.navigationClass)}
    >
      {(props.collapse ?? items.length > 1) && (
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-label={props.menuLabel !== menuText ? props.menuLabel : undefined}
          hidden
          {...unseen}
        >
          {menuText}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={id}>
        {props.navigationStart}
        {items.map((item) => (
          <Item {...item} />
        ))}
        {props.navigationEnd}
      </ul>
    </nav>
  )
}

function Item({ text, href, current, active, attributes }: ServiceLink) {
  const here = current || active
  const aria = here ? (current ? 'page' : 'true') : undefined
  // A tag of its own, so that the current page shows even where people override colours.
  const words = here ? <strong class="govuk-service-navigation__active-fallback">{text}</strong> : text
  return (
    <li class={cx('govuk-service-navigation__item', here && 'govuk-service-navigation__item--active')}>
      {href ? (
        <a class="govuk-service-navigation__link" href={href} aria-current={aria} {...attributes}>
          {words}
        </a>
      ) : text ? (
        <span class="govuk-service-navigation__text" aria-current={aria}>
          {words}
        </span>
      ) : null}
    </li>
  )
}
