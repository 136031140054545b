import { type Attributes, cx, type Words } from '../words.ts'

export interface BackLinkProps {
  readonly href?: string | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly children?: Words
}

/** To the page before this one. */
export function BackLink({ href, class: extra, attributes, children }: BackLinkProps) {
  return (
    <a href={href || '#'} class={cx('govuk-back-link', extra)} {...attributes}>
      {children || 'Back'}
    </a>
  )
}
