import { type Attributes, cx, type Words } from '../words.ts'

export interface InsetTextProps {
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly children?: Words
}

/** Words that stand apart from the rest: a quotation, an example, a clause. */
export function InsetText({ id, class: extra, attributes, children }: InsetTextProps) {
  return (
    <div id={id || undefined} class={cx('govuk-inset-text', extra)} {...attributes}>
      {children}
    </div>
  )
}
