import { ErrorMessage } from '../error-message/error-message.tsx'
import { Hint } from '../hint/hint.tsx'
import { Label, type LabelSize } from '../label/label.tsx'
import { type Attributes, cx, type Piece, said, type Words } from '../words.ts'

/** What every field with one label takes. */
export interface FieldProps {
  readonly name: string
  /** The name unless told: the error summary links to it. */
  readonly id?: string | undefined
  readonly label: Piece
  readonly labelSize?: LabelSize | undefined
  readonly labelIsHeading?: boolean | undefined
  readonly hint?: Piece
  readonly error?: Piece
  /** Ids of further elements that describe the field. */
  readonly describedBy?: string | undefined
  readonly groupClass?: string | undefined
  readonly groupAttributes?: Attributes | undefined
  readonly before?: Words
  readonly after?: Words
}

/** What a group of fields (radios, tick boxes, a date) takes. */
export interface GroupProps {
  readonly legend?: Piece
  readonly legendSize?: LabelSize | undefined
  readonly legendIsHeading?: boolean | undefined
  readonly hint?: Piece
  readonly error?: Piece
  readonly describedBy?: string | undefined
  /** Draws the fieldset even without a legend. */
  readonly fieldset?: boolean | undefined
  readonly fieldsetClass?: string | undefined
  readonly fieldsetAttributes?: Attributes | undefined
  readonly groupClass?: string | undefined
  readonly groupAttributes?: Attributes | undefined
  readonly before?: Words
  readonly after?: Words
}

/** The ids that describe a field: what the caller names, then its hint, then its error. */
export function describedBy(id: string, props: { describedBy?: string | undefined; hint?: Piece; error?: Piece }) {
  return cx(props.describedBy, said(props.hint) && `${id}-hint`, said(props.error) && `${id}-error`)
}

/** Hint and error message of a field or group, with the ids that `describedBy` names. */
export function HintAndError({ id, hint, error }: { id: string; hint?: Piece; error?: Piece }) {
  const help = said(hint)
  const fault = said(error)
  return (
    <>
      {help && (
        <Hint id={`${id}-hint`} class={help.class} attributes={help.attributes}>
          {help.says}
        </Hint>
      )}
      {fault && (
        <ErrorMessage
          id={`${id}-error`}
          class={fault.class}
          attributes={fault.attributes}
          {...(fault.prefix === undefined ? {} : { prefix: fault.prefix })}
        >
          {fault.says}
        </ErrorMessage>
      )}
    </>
  )
}

export interface FormGroupProps {
  readonly error?: Piece
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly children?: Words
}

/** The box around a field; a line marks it when the answer is wrong. */
export function FormGroup({ error, class: extra, attributes, children }: FormGroupProps) {
  return (
    <div class={cx('govuk-form-group', said(error) && 'govuk-form-group--error', extra)} {...attributes}>
      {children}
    </div>
  )
}

/** Label, hint, error and the field itself. */
export function Field({ children, ...props }: FieldProps & { readonly children: Words }) {
  const id = props.id ?? props.name
  const label = said(props.label)
  return (
    <FormGroup error={props.error} class={props.groupClass} attributes={props.groupAttributes}>
      <Label
        for={id}
        size={props.labelSize}
        isHeading={props.labelIsHeading}
        class={label?.class}
        attributes={label?.attributes}
      >
        {label?.says}
      </Label>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      {children}
    </FormGroup>
  )
}
