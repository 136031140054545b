import { type Attributes, cx, type Words } from '../words.ts'

export interface TagProps {
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly children?: Words
}

/** A word about a thing. For how a promise stands use `StatePill`. */
export function Tag({ class: extra, attributes, children }: TagProps) {
  return (
    <strong class={cx('govuk-tag', extra)} {...attributes}>
      {children}
    </strong>
  )
}
