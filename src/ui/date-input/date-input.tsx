import { ChoiceGroup } from '../choices/choice-group.tsx'
import type { GroupProps } from '../field/field.tsx'
import { Input } from '../input/input.tsx'
import { type Attributes, cx, said, type Typed } from '../words.ts'

/** One box of a date. */
export interface DatePart {
  readonly name: string
  readonly label?: string | undefined
  readonly value?: Typed
  readonly width?: 2 | 4 | undefined
  readonly error?: boolean | undefined
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly inputmode?: string | undefined
  readonly autocomplete?: string | undefined
  readonly pattern?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface DateInputProps extends GroupProps {
  /** The fields are `name-day`, `name-month` and `name-year`, as `FormReader.date` reads them. */
  readonly name: string
  /** What was typed: `{ day, month, year }`. */
  readonly value?: { readonly day?: Typed; readonly month?: Typed; readonly year?: Typed } | undefined
  /** Other boxes than day, month and year. */
  readonly parts?: readonly (DatePart | false | null | undefined)[] | undefined
  /** Id of the group. Without it the first box has the name as its id, so that the error summary lands in it. */
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A date that people know or look up, in three boxes. */
export function DateInput(props: DateInputProps) {
  const base = props.id ?? props.name
  const parts = (props.parts ?? threeBoxes(props)).filter((part) => !!part)
  const noneNamed = !parts.some((part) => part.error)
  return (
    <ChoiceGroup {...props} id={base} role="group">
      <div class={cx('govuk-date-input', props.class)} {...props.attributes} id={props.id}>
        {props.before}
        {parts.map((part, at) => (
          <Box
            part={part}
            name={props.name === '' ? part.name : `${props.name}-${part.name}`}
            id={part.id ?? (props.id === undefined && at === 0 ? base : `${base}-${part.name}`)}
            wrong={part.error ?? (said(props.error) !== null && noneNamed)}
          />
        ))}
        {props.after}
      </div>
    </ChoiceGroup>
  )
}

const threeBoxes = ({ value }: DateInputProps): DatePart[] => [
  { name: 'day', value: value?.day },
  { name: 'month', value: value?.month },
  { name: 'year', value: value?.year, width: 4 },
]

function Box({ part, name, id, wrong }: { part: DatePart; name: string; id: string; wrong: boolean }) {
  const width = part.class?.includes('govuk-input--width-') ? undefined : `govuk-input--width-${part.width ?? 2}`
  return (
    <div class="govuk-date-input__item">
      <Input
        label={{ says: part.label ?? capital(part.name), class: 'govuk-date-input__label' }}
        id={id}
        name={name}
        class={cx(
          'govuk-date-input__input',
          wrong && !part.class?.includes('govuk-input--error') && 'govuk-input--error',
          width,
          part.class,
        )}
        value={part.value}
        inputmode={part.inputmode ?? 'numeric'}
        autocomplete={part.autocomplete}
        pattern={part.pattern}
        attributes={part.attributes}
      />
    </div>
  )
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
