import { Hint } from '../hint/hint.tsx'
import { Label } from '../label/label.tsx'
import { type Attributes, cx, type Piece, said, type Words } from '../words.ts'

/** One answer of radios or tick boxes, or a divider between answers. */
export interface ChoiceOption {
  readonly value?: string | number | undefined
  readonly text?: Piece
  readonly hint?: Piece
  /** Shown when this answer is chosen (always, when scripts are off). */
  readonly conditional?: Words
  readonly checked?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly divider?: string | undefined
  readonly id?: string | undefined
  readonly attributes?: Attributes | undefined
  /** Tick boxes only: a name of its own. */
  readonly name?: string | undefined
  /** Tick boxes only: clears the others. */
  readonly exclusive?: boolean | undefined
}

export interface ChoiceProps {
  readonly kind: 'radios' | 'checkboxes'
  readonly option: ChoiceOption
  readonly name: string
  readonly id: string
  readonly chosen: boolean
  readonly describedBy?: string | undefined
}

/** Draws one answer with its label, hint and what it opens. */
export function Choice({ kind, option, name, id: given, chosen, describedBy }: ChoiceProps) {
  if (option.divider) return <div class={`govuk-${kind}__divider`}>{option.divider}</div>
  const id = option.id || given
  const checked = option.checked || (option.checked !== false && chosen)
  const hint = said(option.hint)
  const label = said(option.text)
  const opens: Attributes = {
    'data-aria-controls': option.conditional ? `conditional-${id}` : undefined,
    'data-behaviour': option.exclusive ? 'exclusive' : undefined,
  }
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <input
          class={`govuk-${kind}__input`}
          id={id}
          name={option.name || name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={option.value ?? ''}
          checked={checked}
          disabled={option.disabled}
          aria-describedby={cx(describedBy, hint && `${id}-item-hint`)}
          {...opens}
          {...option.attributes}
        />
        <Label class={cx(`govuk-${kind}__label`, label?.class)} attributes={label?.attributes} for={id}>
          {label?.says}
        </Label>
        {hint && (
          <Hint id={`${id}-item-hint`} class={cx(`govuk-${kind}__hint`, hint.class)} attributes={hint.attributes}>
            {hint.says}
          </Hint>
        )}
      </div>
      {option.conditional ? (
        <div
          class={cx(`govuk-${kind}__conditional`, !checked && `govuk-${kind}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {option.conditional}
        </div>
      ) : null}
    </>
  )
}
