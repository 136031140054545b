import { type Attributes, cx, type Words } from '../words.ts'

export interface DetailsProps {
  readonly summary: Words
  readonly open?: boolean | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly children?: Words
}

/** More about something, folded away. */
export function Details({ summary, open, id, class: extra, attributes, children }: DetailsProps) {
  return (
    <details id={id || undefined} class={cx('govuk-details', extra)} {...attributes} open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
