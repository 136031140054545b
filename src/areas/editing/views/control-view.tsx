import { Checkboxes } from '#ui/checkboxes/checkboxes.tsx'
import { Details } from '#ui/details/details.tsx'
import { HintAndError } from '#ui/field/field.tsx'
import { Fieldset } from '#ui/fieldset/fieldset.tsx'
import { Input } from '#ui/input/input.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { type Control, type Field, lineIn, ofShape, under } from '../forms/control.ts'
import { askOf } from '../forms/words.ts'
import type { ControlViewProps, Filled } from './control-props.ts'
import { AmountView, ExpressionView, OneView, ScalarView, SomeView, TextView, TickView } from './simple-fields.tsx'

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
