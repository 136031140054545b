import { type Attributes, cx, type Words } from '../words.ts'

export interface SkipLinkProps {
  readonly href?: string | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly children?: Words
}

/** The first link of a page: past the menu, to what the page is about. */
export function SkipLink({ href, class: extra, attributes, children }: SkipLinkProps) {
  return (
    <a href={href || '#content'} class={cx('govuk-skip-link', extra)} {...attributes} data-module="govuk-skip-link">
      {children}
    </a>
  )
}
