import { describedBy, Field, type FieldProps } from '../field/field.tsx'
import { type Attributes, cx, type Piece, said, type Typed, typedLine } from '../words.ts'

export interface InputProps extends FieldProps {
  readonly value?: Typed
  readonly type?: string | undefined
  /** Width in characters (2, 3, 4, 5, 10, 20, 30). */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined
  readonly autocomplete?: string | undefined
  readonly autocapitalize?: string | undefined
  readonly inputmode?: string | undefined
  readonly pattern?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly prefix?: Piece
  readonly suffix?: Piece
  readonly wrapperClass?: string | undefined
  readonly wrapperAttributes?: Attributes | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** One line of text. */
export function Input(props: InputProps) {
  return (
    <Field {...props}>
      <Wrapped {...props} />
    </Field>
  )
}

function Wrapped(props: InputProps) {
  if (!(said(props.prefix) || said(props.suffix) || props.before || props.after)) return <Bare {...props} />
  return (
    <div class={cx('govuk-input__wrapper', props.wrapperClass)} {...props.wrapperAttributes}>
      {props.before}
      <Affix kind="prefix" words={props.prefix} />
      <Bare {...props} />
      <Affix kind="suffix" words={props.suffix} />
      {props.after}
    </div>
  )
}

function Affix({ kind, words }: { kind: 'prefix' | 'suffix'; words: Piece }) {
  const piece = said(words)
  if (piece === null) return null
  return (
    <div class={cx(`govuk-input__${kind}`, piece.class)} aria-hidden="true" {...piece.attributes}>
      {piece.says}
    </div>
  )
}

/** The input element alone, for fields that are put together from several. */
function Bare(props: InputProps) {
  const id = props.id ?? props.name
  const width = props.width && `govuk-input--width-${props.width}`
  const settings: Attributes = {
    type: props.type || 'text',
    autocomplete: props.autocomplete,
    autocapitalize: props.autocapitalize,
    inputmode: props.inputmode,
    pattern: props.pattern,
    spellcheck: props.spellcheck === undefined ? undefined : String(props.spellcheck),
  }
  return (
    <input
      class={cx('govuk-input', width, props.class, said(props.error) && 'govuk-input--error')}
      id={id}
      name={props.name}
      value={typedLine(props.value)}
      disabled={props.disabled}
      aria-describedby={describedBy(id, props)}
      {...settings}
      {...props.attributes}
    />
  )
}
