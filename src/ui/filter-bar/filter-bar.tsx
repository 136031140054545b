import { Button } from '../button/button.tsx'
import { type Attributes, type Typed, typedLine, type Words } from '../words.ts'

export interface FilterField {
  readonly name: string
  readonly label: Words
  /** A list to choose from; without it one types words. */
  readonly options?: readonly { readonly value: string; readonly text: string }[] | undefined
  readonly value?: Typed
  readonly grow?: boolean | undefined
  readonly type?: 'search' | 'date' | undefined
}

export interface FilterBarProps {
  /** What is being filtered, for instance "Incidents". */
  readonly label: string
  readonly action?: string | undefined
  readonly fields: readonly FilterField[]
  /** What stays as it is: the order, the view. */
  readonly keep?: Readonly<Record<string, string>> | undefined
  readonly clearHref?: string | undefined
  readonly button?: Words
}

/** Narrows the table under it. It is a plain GET form, so a view can be kept as a bookmark. */
export function FilterBar(props: FilterBarProps) {
  return (
    <form method="get" action={props.action} class="kept-noprint">
      {Object.entries(props.keep ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <search class="kept-tools" aria-label={props.label}>
        {props.fields.map((field) => (
          <Field {...field} />
        ))}
        <Button small>{props.button ?? 'Filter'}</Button>
        {props.clearHref && (
          <a class="kept-link kept-tools__clear" href={props.clearHref}>
            Clear
          </a>
        )}
      </search>
    </form>
  )
}

function Field({ name, label, options, value, grow, type }: FilterField) {
  const id = `filter-${name}`
  const chosen = typedLine(value)
  const typed: Attributes = { type: type ?? 'search', value: chosen }
  return (
    <div class={grow ? 'kept-tools__field kept-tools__field--grow' : 'kept-tools__field'}>
      <label for={id}>{label}</label>
      {options ? (
        <select id={id} name={name}>
          {options.map((option) => (
            <option value={option.value} selected={option.value === chosen}>
              {option.text}
            </option>
          ))}
        </select>
      ) : (
        <input id={id} name={name} {...typed} />
      )}
    </div>
  )
}
