import type { LabelSize } from '../label/label.tsx'
import { type Attributes, cx, type Piece, said, type Words } from '../words.ts'

export interface FieldsetProps {
  readonly legend?: Piece
  readonly legendSize?: LabelSize | undefined
  /** The legend is also the heading of its page. */
  readonly legendIsHeading?: boolean | undefined
  readonly role?: 'group' | undefined
  readonly describedBy?: string | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly children?: Words
}

/** Fields that answer one question together. */
export function Fieldset(props: FieldsetProps) {
  return (
    <fieldset
      class={cx('govuk-fieldset', props.class)}
      role={props.role}
      aria-describedby={props.describedBy || undefined}
      {...props.attributes}
    >
      <Legend {...props} />
      {props.children}
    </fieldset>
  )
}

function Legend({ legend, legendSize, legendIsHeading }: FieldsetProps) {
  const words = said(legend)
  if (words === null) return null
  return (
    <legend class={cx('govuk-fieldset__legend', legendSize && `govuk-fieldset__legend--${legendSize}`, words.class)}>
      {legendIsHeading ? <h1 class="govuk-fieldset__heading">{words.says}</h1> : words.says}
    </legend>
  )
}
