import { type Attributes, cx, type Words } from '../words.ts'

/** Sizes of labels and legends, small to extra large. */
export type LabelSize = 's' | 'm' | 'l' | 'xl'

export interface LabelProps {
  readonly for?: string | undefined
  readonly size?: LabelSize | undefined
  /** The label is also the heading of its page. */
  readonly isHeading?: boolean | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly children?: Words
}

/** The words that name one field. */
export function Label({ for: target, size, isHeading, class: extra, attributes, children }: LabelProps) {
  if (children === undefined || children === null || children === '') return null
  const label = (
    <label class={cx('govuk-label', size && `govuk-label--${size}`, extra)} {...attributes} for={target}>
      {children}
    </label>
  )
  return isHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
