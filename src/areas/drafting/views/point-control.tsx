import { Input } from '#ui/input/input.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Select } from '#ui/select/select.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'

/** With what a point is answered. */
export type Control =
  | { readonly kind: 'none' }
  | { readonly kind: 'amount'; readonly count: string; readonly unit: string }
  | { readonly kind: 'rhythm'; readonly value: string }
  | { readonly kind: 'line' | 'number'; readonly value: string; readonly hint?: string; readonly unit: string }
  | { readonly kind: 'yes_no' | 'list' | 'times' | 'text'; readonly value: string }

export interface PointControlProps {
  readonly id: string
  readonly control: Control
  readonly units: readonly string[]
  readonly rhythms: readonly string[]
  readonly error?: string | undefined
}

/** The control that fits what stands at a point, with its unit. */
export function PointControl({ id, control, units, rhythms, error }: PointControlProps) {
  const common = { name: 'value', id, error }
  switch (control.kind) {
    case 'none':
      return null
    case 'amount':
      return <Amount id={id} control={control} units={units} error={error} />
    case 'rhythm':
      return <Rhythm id={id} control={control} rhythms={rhythms} error={error} />
    case 'yes_no':
      return (
        <Radios
          name="value"
          idPrefix={id}
          legend="Is it so?"
          legendSize="s"
          inline
          small
          value={control.value}
          error={error}
          options={[
            { value: 'yes', text: 'Yes' },
            { value: 'no', text: 'No' },
          ]}
        />
      )
    case 'list':
      return <Textarea {...common} label="What holds?" hint="One on each line" rows={4} value={control.value} />
    case 'times':
      return (
        <Textarea
          {...common}
          label="At which times?"
          hint="One on each line, such as: school days 12:15 to 13:10, Monday to Thursday after 15:30, Friday, days without school"
          rows={4}
          value={control.value}
        />
      )
    case 'text':
      return <Textarea {...common} label="How is it read?" rows={4} value={control.value} />
    default:
      return (
        <Input
          {...common}
          label="What holds?"
          hint={control.hint === '' ? undefined : control.hint}
          width={control.kind === 'number' ? 5 : undefined}
          inputmode={control.kind === 'number' ? 'decimal' : undefined}
          suffix={control.unit === '' ? undefined : control.unit}
          value={control.value}
        />
      )
  }
}

type Part<Kind extends Control['kind']> = Pick<PointControlProps, 'id' | 'error'> & {
  readonly control: Extract<Control, { kind: Kind }>
}

function Amount({ id, control, units, error }: Part<'amount'> & Pick<PointControlProps, 'units'>) {
  return (
    <>
      <Input name="value" id={id} error={error} label="How long?" width={4} inputmode="numeric" value={control.count} />
      <Select
        name="unit"
        id={`${id}-unit`}
        label="Unit"
        value={control.unit}
        options={units.map((unit) => ({ value: unit, text: UNIT_WORDS[unit] ?? `${unit}s` }))}
      />
    </>
  )
}

function Rhythm({ id, control, rhythms, error }: Part<'rhythm'> & Pick<PointControlProps, 'rhythms'>) {
  const unset = control.value === ''
  const every = [...new Set([...rhythms, ...(unset ? [] : [control.value])])]
  return (
    <Select
      name="value"
      id={id}
      error={error}
      label="How often?"
      value={control.value}
      options={[
        ...(unset ? [{ value: '', text: 'Choose' }] : []),
        ...every.map((rhythm) => ({ value: rhythm, text: `Every ${rhythm}` })),
      ]}
    />
  )
}

const UNIT_WORDS: Readonly<Record<string, string>> = { min: 'minutes', h: 'hours' }
