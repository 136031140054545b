import { type Attributes, cx, type Words } from '../words.ts'

export interface HintProps {
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly children?: Words
}

/** What helps to answer, under the label. */
export function Hint({ id, class: extra, attributes, children }: HintProps) {
  return (
    <div id={id} class={cx('govuk-hint', extra)} {...attributes}>
      {children}
    </div>
  )
}
