import { Checkboxes } from '#ui/checkboxes/checkboxes.tsx'
import { Details } from '#ui/details/details.tsx'
import { FormGroup, HintAndError } from '#ui/field/field.tsx'
import { Input } from '#ui/input/input.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Select } from '#ui/select/select.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { allIn, lineIn, type Option, under } from '../forms/control.ts'
import { sayLanguage } from '../languages.ts'
import type { ControlViewProps } from './control-props.ts'

const FEW = 6

/** Words for people, in each language of the policy. */
export function TextView({
  name,
  label,
  languages,
  sent,
  errors,
  hint,
}: ControlViewProps & { languages: readonly string[] }) {
  const [first = 'en', ...others] = languages
  const isUsed = (language: string) =>
    lineIn(sent, under(name, language)) !== '' || errors[under(name, language)] !== undefined
  const area = (language: string) => {
    const own = under(name, language)
    const text = lineIn(sent, own)
    const isFirst = language === first
    return (
      <Textarea
        name={own}
        {...(isFirst ? { id: name } : {})}
        label={isFirst ? label : `The same in ${sayLanguage(language)}, if you wish`}
        labelSize={isFirst ? 's' : undefined}
        hint={isFirst ? hint : undefined}
        rows={Math.min(9, Math.max(2, Math.ceil(text.length / 70)))}
        value={text}
        error={isFirst ? (errors[name] ?? errors[own]) : errors[own]}
      />
    )
  }
  const empty = others.filter((language) => !isUsed(language))
  return (
    <>
      {area(first)}
      {others.filter(isUsed).map(area)}
      {empty.length > 0 && (
        <Details
          class="kept-more-words"
          summary={
            <>
              Say it in {empty.map(sayLanguage).join(' or ')} too<span class="govuk-visually-hidden">: {label}</span>
            </>
          }
        >
          {empty.map(area)}
        </Details>
      )}
      {lineIn(sent, under(name, 'several')) !== '' && <input type="hidden" name={under(name, 'several')} value="yes" />}
    </>
  )
}

/** One box to tick. */
export function TickView({ name, label, sent, errors }: ControlViewProps) {
  return (
    <Checkboxes
      name={name}
      small
      options={[{ value: 'yes', text: label }]}
      value={lineIn(sent, name)}
      error={errors[name]}
    />
  )
}

const UNITS: readonly Option[] = [
  { value: 'min', text: 'minutes' },
  { value: 'h', text: 'hours, exactly' },
  { value: 'days', text: 'days' },
  { value: 'school days', text: 'school days' },
  { value: 'weeks', text: 'weeks' },
  { value: 'months', text: 'months' },
  { value: 'terms', text: 'terms' },
  { value: 'school years', text: 'school years' },
  { value: 'years', text: 'years' },
]

/** A length of time: how many of what. */
export function AmountView({ name, label, sent, errors, hint }: ControlViewProps) {
  const unit = lineIn(sent, under(name, 'unit'))
  const error = errors[name]
  // A single day is written as one: the unit stays as it stands, so that looking changes nothing.
  const own = UNITS.some((one) => one.value === unit) || unit === '' ? [] : [{ value: unit, text: unit }]
  return (
    <FormGroup error={error}>
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{label}</legend>
        <HintAndError id={name} hint={hint} error={error} />
        <div class="kept-amount">
          <Input
            name={under(name, 'count')}
            id={name}
            label="How many"
            width={4}
            inputmode="numeric"
            autocomplete="off"
            value={lineIn(sent, under(name, 'count'))}
          />
          <Select name={under(name, 'unit')} label="Of what" options={[...own, ...UNITS]} value={unit} />
        </div>
      </fieldset>
    </FormGroup>
  )
}

/** A condition, with what it may use. */
export function ExpressionView({ name, label, sent, errors, uses }: ControlViewProps) {
  return (
    <>
      <Textarea
        name={name}
        label={label}
        labelSize="s"
        hint="What has to be true, in the names below. “Check” says whether it can be read, and puts it in plain words."
        rows={2}
        spellcheck={false}
        class="kept-code"
        value={sent[name]}
        error={errors[name]}
      />
      {uses.length > 0 && (
        <Details summary="What can be used here">
          <ul class="govuk-list">
            {uses.map((use) => (
              <li>
                <code>{use.value}</code> {use.text}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

/** One of several. */
export function OneView({
  settled,
  name,
  label,
  options,
  required,
  sent,
  errors,
  hint,
}: ControlViewProps & { options: readonly Option[] }) {
  const field = { name, hint, value: sent[name], error: errors[name] }
  if (options.length <= FEW)
    return (
      <Radios
        {...field}
        legend={label}
        legendSize="s"
        small
        options={[...options, ...(required || settled === true ? [] : [{ value: '', text: 'Not said' }])]}
      />
    )
  return (
    <Select
      {...field}
      label={label}
      labelSize="s"
      options={[{ value: '', text: required ? 'Choose' : 'Not said' }, ...options]}
    />
  )
}

/** Few: a box to tick for each. Many: those that hold as boxes, and lists to add from. */
export function SomeView({
  name,
  label,
  options,
  sent,
  errors,
  hint,
}: ControlViewProps & { options: readonly Option[] }) {
  const chosen = allIn(sent, name)
  const known = new Map(options.map((option) => [option.value, option]))
  const held = chosen.map((value) => known.get(value) ?? { value, text: value })
  const rest = options.filter((option) => !chosen.includes(option.value))
  const group = { name, legend: label, legendSize: 's' as const, small: true, value: chosen, error: errors[name], hint }
  if (options.length <= 2 * FEW) return <Checkboxes {...group} options={[...held, ...rest]} />
  const add = [1, 2].map((number) => (
    <Select
      name={name}
      id={`${name}-more-${number}`}
      label={number === 1 ? `Add to “${label}”` : 'And another'}
      options={[{ value: '', text: 'Choose' }, ...rest]}
      value=""
    />
  ))
  return held.length === 0 ? (
    <fieldset class="govuk-fieldset kept-some" id={name}>
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{label}</legend>
      <HintAndError id={name} hint={hint} error={errors[name]} />
      {add}
    </fieldset>
  ) : (
    <>
      <Checkboxes {...group} hint={hint ?? 'Untick what shall go.'} options={held} />
      <div class="kept-some">{add}</div>
    </>
  )
}

const SCALARS: readonly Option[] = [
  { value: 'text', text: 'Words' },
  { value: 'number', text: 'A number' },
  { value: 'boolean', text: 'Yes or no (write true or false)' },
  { value: 'list', text: 'Several, one on each line' },
]

/** A plain value and what it is. */
export function ScalarView({ name, label, sent, errors, hint }: ControlViewProps) {
  const type = lineIn(sent, under(name, 'type')) || 'text'
  return (
    <>
      {type === 'number' ? (
        <Input
          name={name}
          label={label}
          labelSize="s"
          hint={hint}
          width={10}
          autocomplete="off"
          value={sent[name]}
          error={errors[name]}
        />
      ) : (
        <Textarea
          name={name}
          label={label}
          labelSize="s"
          hint={hint}
          rows={type === 'list' ? 4 : 2}
          value={sent[name]}
          error={errors[name]}
        />
      )}
      <Select name={under(name, 'type')} label="What it is" options={SCALARS} value={type} />
    </>
  )
}
