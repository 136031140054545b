import { type Attributes, cx, type Words } from '../words.ts'

export interface Crumb {
  readonly href?: string | undefined
  readonly text: Words
  readonly attributes?: Attributes | undefined
}

export interface BreadcrumbsProps {
  readonly items: readonly Crumb[]
  readonly label?: string | undefined
  readonly collapseOnMobile?: boolean | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Where this page stands under others. */
export function Breadcrumbs(props: BreadcrumbsProps) {
  const collapse = props.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile'
  return (
    <nav
      class={cx('govuk-breadcrumbs', props.class, collapse)}
      {...props.attributes}
      aria-label={props.label ?? 'Breadcrumb'}
    >
      <ol class="govuk-breadcrumbs__list">
        {props.items.map((item) => (
          <Item {...item} />
        ))}
      </ol>
    </nav>
  )
}

function Item({ href, text, attributes }: Crumb) {
  if (!href) {
    return (
      <li class="govuk-breadcrumbs__list-item" aria-current="page">
        {text}
      </li>
    )
  }
  return (
    <li class="govuk-breadcrumbs__list-item">
      <a class="govuk-breadcrumbs__link" href={href} {...attributes}>
        {text}
      </a>
    </li>
  )
}
