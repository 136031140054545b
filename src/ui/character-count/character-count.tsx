import { Hint } from '../hint/hint.tsx'
import { Textarea, type TextareaProps } from '../textarea/textarea.tsx'
import { type Attributes, cx } from '../words.ts'

export interface CharacterCountProps extends TextareaProps {
  readonly maxlength?: number | string | undefined
  /** Older than `maxlength` with `countType="words"`, which browsers' consoles ask for. */
  readonly maxwords?: number | string | undefined
  /** Counts words or characters; characters unless `maxwords` is given. */
  readonly countType?: string | undefined
  /** Says how much is left only from this percentage on. */
  readonly threshold?: number | string | undefined
  /** Said without script; `%{count}` becomes the limit. */
  readonly description?: string | undefined
  /** Texts in another language, as `data-i18n.*` attributes. */
  readonly messages?: Attributes | undefined
  readonly countClass?: string | undefined
}

/** Several lines with a limit, counted while one types. */
export function CharacterCount(props: CharacterCountProps) {
  const id = props.id ?? props.name
  const limit = props.maxwords || props.maxlength
  const countType = props.countType || (props.maxwords ? 'words' : undefined)
  const unit = countType === 'words' ? 'words' : 'characters'
  const description = props.description ?? `You can enter up to %{count} ${unit}`
  const settings: Attributes = {
    'data-module': 'govuk-character-count',
    'data-maxlength': props.maxlength,
    'data-maxwords': props.maxwords,
    'data-threshold': props.threshold,
    'data-count-type': countType,
    'data-i18n.textarea-description.other': limit ? undefined : props.description,
  }
  return (
    <Textarea
      {...props}
      id={id}
      describedBy={cx(`${id}-info`, props.describedBy)}
      class={cx('govuk-js-character-count', props.class)}
      groupClass={cx('govuk-character-count', props.groupClass)}
      groupAttributes={{ ...settings, ...props.messages, ...props.groupAttributes }}
      after={
        <>
          <Hint id={`${id}-info`} class={cx('govuk-character-count__message', props.countClass)}>
            {limit ? description.replaceAll('%{count}', String(limit)) : null}
          </Hint>
          {props.after}
        </>
      }
    />
  )
}
