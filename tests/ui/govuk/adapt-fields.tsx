/** From the options of the official field fixtures to the props of our fields. */
import type { VNode } from 'preact'
import { CharacterCount } from '#ui/character-count/character-count.tsx'
import { FileUpload } from '#ui/file-upload/file-upload.tsx'
import { Input } from '#ui/input/input.tsx'
import { PasswordInput } from '#ui/password-input/password-input.tsx'
import { Select, type SelectOption } from '#ui/select/select.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import type { Attributes } from '#ui/words.ts'
import { type FieldOptions, field, messages, piece, type TextOptions } from './options.ts'

interface InputOptions extends FieldOptions {
  readonly type?: string
  readonly autocapitalize?: string
  readonly inputmode?: string
  readonly pattern?: string
  readonly prefix?: TextOptions
  readonly suffix?: TextOptions
  readonly inputWrapper?: { readonly classes?: string; readonly attributes?: Attributes }
}

const input = (o: InputOptions): VNode => (
  <Input
    {...field(o)}
    type={o.type}
    value={o.value}
    autocomplete={o.autocomplete}
    autocapitalize={o.autocapitalize}
    inputmode={o.inputmode}
    pattern={o.pattern}
    spellcheck={o.spellcheck}
    prefix={piece(o.prefix)}
    suffix={piece(o.suffix)}
    wrapperClass={o.inputWrapper?.classes}
    wrapperAttributes={o.inputWrapper?.attributes}
  />
)

interface TextareaOptions extends FieldOptions {
  readonly rows?: string
}

const textarea = (o: TextareaOptions): VNode => (
  <Textarea {...field(o)} value={o.value} rows={o.rows} autocomplete={o.autocomplete} spellcheck={o.spellcheck} />
)

interface CountOptions extends TextareaOptions {
  readonly maxlength?: number
  readonly maxwords?: number
  readonly countType?: string
  readonly threshold?: number
  readonly textareaDescriptionText?: string
  readonly countMessage?: { readonly classes?: string }
  readonly charactersUnderLimitText?: Record<string, string>
  readonly charactersAtLimitText?: string
  readonly charactersOverLimitText?: Record<string, string>
  readonly wordsUnderLimitText?: Record<string, string>
  readonly wordsAtLimitText?: string
  readonly wordsOverLimitText?: Record<string, string>
}

const characterCount = (o: CountOptions): VNode => (
  <CharacterCount
    {...field(o)}
    value={o.value}
    rows={o.rows}
    spellcheck={o.spellcheck}
    maxlength={o.maxlength}
    maxwords={o.maxwords}
    countType={o.countType}
    threshold={o.threshold}
    description={o.textareaDescriptionText}
    countClass={o.countMessage?.classes}
    messages={messages({
      'characters-under-limit': o.charactersUnderLimitText,
      'characters-at-limit': o.charactersAtLimitText,
      'characters-over-limit': o.charactersOverLimitText,
      'words-under-limit': o.wordsUnderLimitText,
      'words-at-limit': o.wordsAtLimitText,
      'words-over-limit': o.wordsOverLimitText,
    })}
  />
)

interface SelectOptions extends FieldOptions {
  readonly items?: readonly (SelectOption | null)[]
}

const select = (o: SelectOptions): VNode => <Select {...field(o)} value={o.value} options={o.items ?? []} />

interface UploadOptions extends FieldOptions {
  readonly javascript?: boolean
  readonly multiple?: boolean
  readonly wrapperClasses?: string
  readonly wrapperAttributes?: Attributes
  readonly chooseFilesButtonText?: string
  readonly dropInstructionText?: string
  readonly noFileChosenText?: string
  readonly multipleFilesChosenText?: Record<string, string>
  readonly enteredDropZoneText?: string
  readonly leftDropZoneText?: string
}

const fileUpload = (o: UploadOptions): VNode => (
  <FileUpload
    {...field(o)}
    multiple={o.multiple}
    dropArea={o.javascript}
    wrapperClass={o.wrapperClasses}
    wrapperAttributes={{
      ...messages({
        'choose-files-button': o.chooseFilesButtonText,
        'no-file-chosen': o.noFileChosenText,
        'multiple-files-chosen': o.multipleFilesChosenText,
        'drop-instruction': o.dropInstructionText,
        'entered-drop-zone': o.enteredDropZoneText,
        'left-drop-zone': o.leftDropZoneText,
      }),
      ...o.wrapperAttributes,
    }}
  />
)

interface PasswordOptions extends FieldOptions {
  readonly showPasswordText?: string
  readonly hidePasswordText?: string
  readonly showPasswordAriaLabelText?: string
  readonly hidePasswordAriaLabelText?: string
  readonly passwordShownAnnouncementText?: string
  readonly passwordHiddenAnnouncementText?: string
}

const passwordInput = (o: PasswordOptions): VNode => (
  <PasswordInput
    {...field(o)}
    value={o.value}
    autocomplete={o.autocomplete}
    showText={o.showPasswordText}
    showLabel={o.showPasswordAriaLabelText}
    messages={messages({
      'show-password': o.showPasswordText,
      'hide-password': o.hidePasswordText,
      'show-password-aria-label': o.showPasswordAriaLabelText,
      'hide-password-aria-label': o.hidePasswordAriaLabelText,
      'password-shown-announcement': o.passwordShownAnnouncementText,
      'password-hidden-announcement': o.passwordHiddenAnnouncementText,
    })}
  />
)

/** Adapters of fields with one label, by the name of the official component. */
export const fields = {
  input,
  textarea,
  'character-count': characterCount,
  select,
  'file-upload': fileUpload,
  'password-input': passwordInput,
}
