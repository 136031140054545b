import { Button } from '../button/button.tsx'
import { Input, type InputProps } from '../input/input.tsx'
import { type Attributes, cx } from '../words.ts'

export interface PasswordInputProps extends Omit<InputProps, 'type' | 'prefix' | 'suffix'> {
  readonly showText?: string | undefined
  readonly showLabel?: string | undefined
  /** Texts in another language, as `data-i18n.*` attributes. */
  readonly messages?: Attributes | undefined
  readonly buttonClass?: string | undefined
}

/** A secret, with a button that shows it. The value is never sent back to a page. */
export function PasswordInput(props: PasswordInputProps) {
  const id = props.id ?? props.name
  return (
    <Input
      {...props}
      id={id}
      type="password"
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete || 'current-password'}
      class={cx('govuk-password-input__input govuk-js-password-input-input', props.class)}
      groupClass={cx('govuk-password-input', props.groupClass)}
      groupAttributes={{ 'data-module': 'govuk-password-input', ...props.messages, ...props.groupAttributes }}
      wrapperClass="govuk-password-input__wrapper"
      after={
        <>
          <Button
            type="button"
            class={cx(
              'govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle',
              props.buttonClass,
            )}
            attributes={{ 'aria-controls': id, 'aria-label': props.showLabel ?? 'Show password', hidden: true }}
          >
            {props.showText ?? 'Show'}
          </Button>
          {props.after}
        </>
      }
    />
  )
}
