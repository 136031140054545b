import { Checkboxes } from '#ui/checkboxes/checkboxes.tsx'
import { Details } from '#ui/details/details.tsx'
import { FormGroup, HintAndError } from '#ui/field/field.tsx'
import { Fieldset } from '#ui/fieldset/fieldset.tsx'
import { Input } from '#ui/input/input.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Select } from '#ui/select/select.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { allIn, type Control, type Field, lineIn, type Option, ofShape, type Sent, under } from '../forms/control.ts'
import { askOf } from '../forms/words.ts'

/** What every field of a form may look up: what was typed, and what is wrong with it. */
export interface Filled {
  readonly sent: Sent
  readonly errors: Readonly<Record<string, string>>
  /** What an expression may use, each with its meaning. */
  readonly uses: readonly Option[]
}

export interface ControlViewProps extends Filled {
  readonly control: Control
  readonly name: string
  readonly label: string
  readonly required: boolean
  readonly hint?: string | undefined
  /** Something holds even when nothing is said: there is no “not said”. */
  readonly settled?: boolean | undefined
}

const FEW = 6
const NOT_SAID = { value: 'none', text: 'Not said' }

/** One question of a part. */
export function ControlView(props: ControlViewProps) {
  const { control, name, sent, errors } = props
  const label = props.required || TOLD.has(control.is) || props.settled ? props.label : `${props.label} (if it applies)`
  const field = { name, label, labelSize: 's' as const, hint: props.hint, value: sent[name], error: errors[name] }
  if (control.is === 'text') return <TextView {...props} languages={control.languages} label={label} />
  if (control.is === 'line') return <Input {...field} hint={control.hint || props.hint} autocomplete="off" />
  if (control.is === 'lines') return <Textarea {...field} hint="One on each line" rows={3} />
  if (control.is === 'number') return <Input {...field} width={5} inputmode="numeric" autocomplete="off" />
  if (control.is === 'clauses')
    return <Input {...field} hint="The numbers of the clauses, with commas between them" autocomplete="off" />
  if (control.is === 'tick' || control.is === 'flag') return <TickView {...props} />
  if (control.is === 'amount') return <AmountView {...props} label={label} />
  if (control.is === 'expression') return <ExpressionView {...props} label={label} />
  if (control.is === 'one') return <OneView {...props} label={label} options={control.options} />
  if (control.is === 'some' || control.is === 'cell')
    return <SomeView {...props} label={label} options={control.options} />
  if (control.is === 'scalar') return <ScalarView {...props} label={label} />
  return <NestedView {...props} label={label} />
}

const TOLD: ReadonlySet<Control['is']> = new Set([
  'tick',
  'flag',
  'some',
  'cell',
  'clauses',
  'lines',
  'several',
  'pairs',
  'group',
])

function NestedView(props: ControlViewProps) {
  const { control } = props
  if (control.is === 'group')
    return (
      <Fieldset legend={props.label} legendSize="s">
        <FieldList fields={control.fields} {...props} />
      </Fieldset>
    )
  if (control.is === 'choice') return <ChoiceView {...props} control={control} />
  if (control.is === 'several') return <SeveralView {...props} control={control} />
  return control.is === 'pairs' ? <PairsView {...props} control={control} /> : null
}

/** The questions of a group, one below the other. */
export function FieldList({
  fields,
  name,
  ...filled
}: Filled & { readonly fields: readonly Field[]; readonly name: string }) {
  return (
    <>
      {fields
        .filter((field) => field.key !== 'id' && field.control.is !== 'parts')
        .map((field) => (
          <ControlView
            sent={filled.sent}
            errors={filled.errors}
            uses={filled.uses}
            control={field.control}
            name={under(name, field.key)}
            label={field.label ?? askOf(field.key)}
            required={field.required}
            settled={field.fallback !== undefined}
          />
        ))}
    </>
  )
}

const LANGUAGES: Readonly<Record<string, string>> = { en: 'English', cy: 'Welsh', 'en-easy': 'easy to read' }

function TextView({ name, label, languages, sent, errors, hint }: ControlViewProps & { languages: readonly string[] }) {
  return (
    <>
      {languages.map((language, index) => {
        const own = under(name, language)
        const text = lineIn(sent, own)
        return (
          <Textarea
            name={own}
            {...(index === 0 ? { id: name } : {})}
            label={index === 0 ? label : `The same in ${LANGUAGES[language] ?? language}, if you wish`}
            labelSize={index === 0 ? 's' : undefined}
            hint={index === 0 ? hint : undefined}
            rows={Math.min(9, Math.max(2, Math.ceil(text.length / 70)))}
            value={text}
            error={index === 0 ? (errors[name] ?? errors[own]) : errors[own]}
          />
        )
      })}
      {lineIn(sent, under(name, 'several')) !== '' && <input type="hidden" name={under(name, 'several')} value="yes" />}
    </>
  )
}

function TickView({ name, label, sent, errors }: ControlViewProps) {
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

function AmountView({ name, label, sent, errors, hint }: ControlViewProps) {
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

function ExpressionView({ name, label, sent, errors, uses }: ControlViewProps) {
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

function OneView({
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
function SomeView({ name, label, options, sent, errors, hint }: ControlViewProps & { options: readonly Option[] }) {
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

function ScalarView({ name, label, sent, errors, hint }: ControlViewProps) {
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

function ChoiceView({
  control,
  name,
  label,
  required,
  hint,
  ...filled
}: ControlViewProps & { control: Control & { is: 'choice' } }) {
  const options = control.shapes.map((shape, index) => ({
    value: String(index),
    text: shape.label,
    conditional: <ShapeView shape={shape} name={ofShape(name, index)} label={label} {...filled} />,
  }))
  return (
    <Radios
      name={name}
      legend={label}
      legendSize="s"
      small
      hint={hint}
      options={required ? options : [...options, NOT_SAID]}
      value={lineIn(filled.sent, name) || (required ? '' : NOT_SAID.value)}
      error={filled.errors[name]}
    />
  )
}

function ShapeView({
  shape,
  name,
  label,
  ...filled
}: Filled & { shape: { label: string; control: Control }; name: string; label: string }) {
  if (shape.control.is === 'group') return <FieldList fields={shape.control.fields} name={name} {...filled} />
  return <ControlView {...filled} control={shape.control} name={name} label={shape.label} required />
}

function SeveralView({ control, name, label, ...filled }: ControlViewProps & { control: Control & { is: 'several' } }) {
  const prefix = `${name}/`
  const numbers = Object.keys(filled.sent).flatMap((key) => {
    const found = key.startsWith(prefix) ? /^\d+/.exec(key.slice(prefix.length)) : null
    return found === null ? [] : [Number(found[0])]
  })
  const known = [...new Set(numbers)].toSorted((a, b) => a - b)
  const next = (known.at(-1) ?? -1) + 1
  return (
    <Fieldset legend={label} legendSize="s">
      <div id={name} class="kept-several">
        <HintAndError id={name} error={filled.errors[name]} />
        {known.map((number, index) => (
          <div class="kept-several__one">
            <ControlView
              {...filled}
              control={control.of}
              name={under(name, String(number))}
              label={`${label}, number ${index + 1}`}
              required
            />
            <Checkboxes
              name={under(under(name, String(number)), 'remove')}
              small
              options={[{ value: 'yes', text: 'Take this one out' }]}
            />
          </div>
        ))}
        <Details summary={known.length === 0 ? 'Add one' : 'Add another'}>
          <ControlView
            {...filled}
            control={control.of}
            name={under(name, String(next))}
            label={`${label}, one more`}
            required={false}
          />
        </Details>
      </div>
    </Fieldset>
  )
}

function PairsView({ control, name, label, ...filled }: ControlViewProps & { control: Control & { is: 'pairs' } }) {
  const prefix = name === '' ? '' : `${name}/`
  const keys = [
    ...new Set(
      Object.keys(filled.sent).flatMap((key) =>
        key.startsWith(prefix) ? [key.slice(prefix.length).split(/[/:]/)[0] ?? ''] : [],
      ),
    ),
  ].filter((key) => /^[a-z]/.test(key) && !SENT_BESIDE.has(key))
  return (
    <Fieldset legend={label} legendSize="s">
      {keys.map((key) => (
        <ControlView {...filled} control={control.of} name={under(name, key)} label={askOf(key)} required />
      ))}
      <Details summary="Add another">
        <Input
          name={under(name, '+')}
          label="Its name"
          hint="Small letters and _ only, for instance class_trip"
          autocomplete="off"
          value={filled.sent[under(name, '+')]}
          error={filled.errors[under(name, '+')]}
        />
        <ControlView {...filled} control={control.of} name={under(name, '+value')} label="What it is" required />
      </Details>
    </Fieldset>
  )
}

const SENT_BESIDE: ReadonlySet<string> = new Set(['do', 'based', 'anyway'])
