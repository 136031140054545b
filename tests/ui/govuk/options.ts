/** What the official fixtures hand to their templates, and how it becomes props. */
import { jsxTemplate } from 'preact/jsx-runtime'
import type { Attributes, Said, Words } from '#ui/words.ts'

export interface TextOptions {
  readonly text?: string
  readonly html?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

export interface LabelOptions extends TextOptions {
  readonly isPageHeading?: boolean
}

export interface ErrorOptions extends TextOptions {
  readonly visuallyHiddenText?: string
}

export interface FieldOptions {
  readonly id?: string
  readonly name: string
  readonly label: LabelOptions
  readonly hint?: TextOptions
  readonly errorMessage?: ErrorOptions
  readonly describedBy?: string
  readonly classes?: string
  readonly attributes?: Attributes
  readonly disabled?: boolean
  readonly formGroup?: GroupOptions
  readonly value?: string
  readonly spellcheck?: boolean
  readonly autocomplete?: string
}

interface GroupOptions {
  readonly classes?: string
  readonly attributes?: Attributes
  readonly beforeInput?: TextOptions
  readonly afterInput?: TextOptions
  readonly beforeInputs?: TextOptions
  readonly afterInputs?: TextOptions
}

export interface FieldsetOptions {
  readonly legend?: LabelOptions
  readonly describedBy?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

export interface ChoicesOptions {
  readonly name: string
  readonly fieldset?: FieldsetOptions
  readonly hint?: TextOptions
  readonly errorMessage?: ErrorOptions
  readonly describedBy?: string
  readonly formGroup?: GroupOptions
  readonly classes?: string
  readonly attributes?: Attributes
}

/** The one place where raw HTML enters our components: only tests can make it. */
export const raw = (html: string): Words => jsxTemplate([html])

/** The words of an option, raw when the fixture has them as HTML. */
export const words = (options: { text?: string; html?: string } | undefined): Words =>
  options?.html ? raw(options.html) : options?.text

/** The words with their class and attributes, or nothing. */
export function piece(options: ErrorOptions | undefined): Said | undefined {
  if (options === undefined) return undefined
  const prefix = options.visuallyHiddenText === undefined ? {} : { prefix: options.visuallyHiddenText }
  return { says: words(options), class: options.classes, attributes: options.attributes, ...prefix }
}

/** Texts in another language, which the templates write as `data-i18n.*` attributes. */
export function messages(texts: Readonly<Record<string, string | Record<string, string> | undefined>>): Attributes {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]) => {
      if (text === undefined) return []
      if (typeof text === 'string') return [[`data-i18n.${key}`, text]]
      return Object.entries(text).map(([form, words]) => [`data-i18n.${key}.${form}`, words])
    }),
  )
}

/** What every single field shares. */
export const field = (o: FieldOptions) => ({
  id: o.id,
  name: o.name,
  label: piece(o.label),
  labelIsHeading: o.label?.isPageHeading,
  hint: piece(o.hint),
  error: piece(o.errorMessage),
  describedBy: o.describedBy,
  class: o.classes,
  attributes: o.attributes,
  disabled: o.disabled,
  groupClass: o.formGroup?.classes,
  groupAttributes: o.formGroup?.attributes,
  before: words(o.formGroup?.beforeInput),
  after: words(o.formGroup?.afterInput),
})

/** What every group of fields shares. */
export const group = (o: ChoicesOptions) => ({
  fieldset: o.fieldset !== undefined,
  legend: piece(o.fieldset?.legend),
  legendIsHeading: o.fieldset?.legend?.isPageHeading,
  fieldsetClass: o.fieldset?.classes,
  fieldsetAttributes: o.fieldset?.attributes,
  describedBy: o.fieldset?.describedBy ?? o.describedBy,
  hint: piece(o.hint),
  error: piece(o.errorMessage),
  class: o.classes,
  attributes: o.attributes,
  groupClass: o.formGroup?.classes,
  groupAttributes: o.formGroup?.attributes,
  before: words(o.formGroup?.beforeInputs),
  after: words(o.formGroup?.afterInputs),
})
