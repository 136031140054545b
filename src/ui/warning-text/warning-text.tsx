import { type Attributes, cx, type Words } from '../words.ts'

export interface WarningTextProps {
  /** Said to a screen reader before the words. */
  readonly fallback?: string | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly children?: Words
}

/** What follows if one does not take care. */
export function WarningText({ fallback, class: extra, attributes, children }: WarningTextProps) {
  return (
    <div class={cx('govuk-warning-text', extra)} {...attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{fallback || 'Warning'}</span> {children}
      </strong>
    </div>
  )
}
