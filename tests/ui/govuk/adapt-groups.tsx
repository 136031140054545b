/** From the options of official fixtures of groups and of the parts of a field to our props. */
import type { VNode } from 'preact'
import { Checkboxes } from '#ui/checkboxes/checkboxes.tsx'
import type { ChoiceOption } from '#ui/choices/choice.tsx'
import { DateInput, type DatePart } from '#ui/date-input/date-input.tsx'
import { ErrorMessage } from '#ui/error-message/error-message.tsx'
import { Fieldset } from '#ui/fieldset/fieldset.tsx'
import { Hint } from '#ui/hint/hint.tsx'
import { Label } from '#ui/label/label.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import type { Attributes } from '#ui/words.ts'
import {
  type ChoicesOptions,
  type ErrorOptions,
  type FieldsetOptions,
  group,
  type LabelOptions,
  piece,
  raw,
  type TextOptions,
  words,
} from './options.ts'

interface ItemOptions extends TextOptions {
  readonly value?: string | number
  readonly id?: string
  readonly name?: string
  readonly hint?: TextOptions
  readonly checked?: boolean
  readonly disabled?: boolean
  readonly divider?: string
  readonly behaviour?: string
  readonly label?: { readonly classes?: string; readonly attributes?: Attributes }
  readonly conditional?: { readonly html?: string }
}

const option = (item: ItemOptions | null): ChoiceOption | null =>
  item && {
    value: item.value,
    text: { says: words(item), class: item.label?.classes, attributes: item.label?.attributes },
    hint: piece(item.hint),
    conditional: item.conditional?.html ? raw(item.conditional.html) : undefined,
    checked: item.checked,
    disabled: item.disabled,
    divider: item.divider,
    id: item.id,
    name: item.name,
    exclusive: item.behaviour === 'exclusive',
    attributes: item.attributes,
  }

interface OneOfOptions extends ChoicesOptions {
  readonly idPrefix?: string
  readonly items?: readonly (ItemOptions | null)[]
  readonly value?: string
  readonly values?: readonly string[]
}

const radios = (o: OneOfOptions): VNode => (
  <Radios {...group(o)} name={o.name} idPrefix={o.idPrefix} value={o.value} options={(o.items ?? []).map(option)} />
)

const checkboxes = (o: OneOfOptions): VNode => (
  <Checkboxes
    {...group(o)}
    name={o.name}
    idPrefix={o.idPrefix}
    value={o.values}
    options={(o.items ?? []).map(option)}
  />
)

interface PartOptions {
  readonly name?: string
  readonly label?: string
  readonly value?: string
  readonly classes?: string
  readonly error?: boolean
  readonly id?: string
  readonly inputmode?: string
  readonly autocomplete?: string
  readonly pattern?: string
  readonly attributes?: Attributes
}

interface DateOptions extends ChoicesOptions {
  readonly id?: string
  readonly namePrefix?: string
  readonly values?: Readonly<Record<string, string>>
  readonly items?: readonly (PartOptions | null)[]
  readonly day?: PartOptions | false
  readonly month?: PartOptions | false
  readonly year?: PartOptions | false
}

function datePart(o: DateOptions, name: 'day' | 'month' | 'year', own: PartOptions): DatePart {
  const prefix = o.namePrefix ? `${o.namePrefix}-` : ''
  const field = fieldOf(o, name)
  const named = own.name ?? name
  return {
    name: named,
    label: own.label,
    value: own.value ?? field.value ?? o.values?.[`${prefix}${named}`] ?? o.values?.[named],
    width: name === 'year' ? 4 : 2,
    error: own.error ?? (own.classes?.includes('govuk-input--error') ? true : undefined),
    id: own.id,
    class: own.classes,
    inputmode: own.inputmode,
    autocomplete: own.autocomplete,
    pattern: own.pattern,
    attributes: own.attributes,
  }
}

const fieldOf = (o: DateOptions, name: 'day' | 'month' | 'year'): PartOptions => o[name] || {}

const boxes = ['day', 'month', 'year'] as const

function dateInput(o: DateOptions): VNode {
  const boxOf = (item: PartOptions) => boxes.find((box) => [box, fieldOf(o, box).name].includes(item.name)) ?? 'day'
  const listed = o.items?.length ? o.items.map((item) => item && datePart(o, boxOf(item), item)) : null
  const three = boxes.map((box) => (o[box] === false ? null : datePart(o, box, o[box] ?? {})))
  return <DateInput {...group(o)} id={o.id} name={o.namePrefix ?? ''} parts={listed ?? three} />
}

const label = (o: LabelOptions & { for?: string }): VNode => (
  <Label for={o.for} isHeading={o.isPageHeading} class={o.classes} attributes={o.attributes}>
    {words(o)}
  </Label>
)

const hint = (o: TextOptions & { id?: string }): VNode => (
  <Hint id={o.id} class={o.classes} attributes={o.attributes}>
    {words(o)}
  </Hint>
)

function errorMessage(o: ErrorOptions & { id?: string }): VNode {
  const prefix = o.visuallyHiddenText === undefined ? {} : { prefix: o.visuallyHiddenText }
  return (
    <ErrorMessage id={o.id} class={o.classes} attributes={o.attributes} {...prefix}>
      {words(o)}
    </ErrorMessage>
  )
}

const fieldset = (o: FieldsetOptions & { html?: string; role?: 'group' }): VNode => (
  <Fieldset
    legend={piece(o.legend)}
    legendIsHeading={o.legend?.isPageHeading}
    role={o.role}
    describedBy={o.describedBy}
    class={o.classes}
    attributes={o.attributes}
  >
    {o.html && raw(o.html)}
  </Fieldset>
)

/** Adapters of groups and of the parts of a field, by the name of the official component. */
export const groups = {
  radios,
  checkboxes,
  'date-input': dateInput,
  label,
  hint,
  'error-message': errorMessage,
  fieldset,
}
