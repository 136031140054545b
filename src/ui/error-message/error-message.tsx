import { type Attributes, cx, type Words } from '../words.ts'

export interface ErrorMessageProps {
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
  /** Said to a screen reader before the message; `''` says nothing. */
  readonly prefix?: string | undefined
  readonly children?: Words
}

/** What is wrong with one field, and how to put it right. */
export function ErrorMessage({ id, class: extra, attributes, prefix = 'Error', children }: ErrorMessageProps) {
  return (
    <p id={id} class={cx('govuk-error-message', extra)} {...attributes}>
      {prefix === '' ? null : <span class="govuk-visually-hidden">{prefix}:</span>} {children}
    </p>
  )
}
