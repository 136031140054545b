/** Reading what a person typed: every field is read, every fault is collected, and what was typed is kept. */

/** What was typed, as it was typed, for showing again. */
export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>

/** The outcome of reading a form: values when there are no errors, and what was typed in any case. */
export interface Form<V> {
  readonly values: V
  readonly errors: Readonly<Record<string, string>>
  readonly typed: Typed
}

/** Whether a form has any fault. */
export const hasErrors = (form: { readonly errors: Readonly<Record<string, string>> }): boolean =>
  Object.keys(form.errors).length > 0

/** A form nobody has sent yet. */
export const emptyForm = <V>(values: V, typed: Typed = {}): Form<V> => ({ values, errors: {}, typed })

/** Collects values and faults from a body. One instance reads one form. */
export class FormReader {
  readonly errors: Record<string, string> = {}
  readonly #body: Record<string, unknown>

  constructor(body: unknown) {
    this.#body = typeof body === 'object' && body !== null ? { ...body } : {}
  }

  /** One line or several, trimmed, without control characters; `''` when absent. */
  text(name: string, options: TextOptions = {}): string {
    const raw = this.#first(name)
    const value = raw.normalize('NFC').replaceAll('\r\n', '\n').replace(CONTROLS, '').trim()
    if (value === '' && options.required !== undefined) this.fault(name, options.required)
    const limit = options.max ?? 4000
    if ([...value].length > limit) this.fault(name, options.tooLong ?? `Use ${limit} characters or fewer`)
    return value
  }

  /** One of a closed list, or null with a fault when it is none of them. */
  choice<const T extends string>(name: string, allowed: readonly T[], required: string): T | null {
    const raw = this.#first(name)
    const found = allowed.find((value) => value === raw)
    if (found === undefined && (raw !== '' || required !== ''))
      this.fault(name, required || 'Choose one of the answers')
    return found ?? null
  }

  /** Any number of a closed list; unknown values are faults. */
  choices<const T extends string>(name: string, allowed: readonly T[]): T[] {
    const raw = this.#all(name)
    const known = allowed.filter((value) => raw.includes(value))
    if (raw.some((value) => !allowed.includes(value as T))) this.fault(name, 'Choose from the list')
    return known
  }

  /** A tick box: true when it was ticked. */
  ticked(name: string): boolean {
    return this.#first(name) !== ''
  }

  /** A date typed as three fields `name-day`, `name-month`, `name-year`; null with a fault when it is no date. */
  date(name: string, label: string, required = true): Temporal.PlainDate | null {
    const [day, month, year] = ['day', 'month', 'year'].map((part) => this.#first(`${name}-${part}`).trim())
    if (!day && !month && !year) {
      if (required) this.fault(name, `Enter ${label}`)
      return null
    }
    try {
      return Temporal.PlainDate.from(
        { day: whole(day), month: whole(month), year: whole(year) },
        { overflow: 'reject' },
      )
    } catch {
      this.fault(name, `${label[0]?.toUpperCase() ?? ''}${label.slice(1)} must be a real date, like 27 3 2026`)
      return null
    }
  }

  /** Marks a field as wrong; the first fault of a field is the one that shows. */
  fault(name: string, says: string): void {
    this.errors[name] ??= says
  }

  /** Closes the reading. */
  done<V>(values: V): Form<V> {
    return { values, errors: this.errors, typed: this.#typed() }
  }

  #typed(): Typed {
    return Object.fromEntries(
      Object.entries(this.#body)
        .filter(([name]) => !SECRET.test(name))
        .map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : String(value ?? '')]),
    )
  }

  #first(name: string): string {
    return this.#all(name)[0] ?? ''
  }

  #all(name: string): string[] {
    const value = this.#body[name]
    if (Array.isArray(value)) return value.map(String)
    return value === undefined || value === null ? [] : [String(value)]
  }
}

export interface TextOptions {
  /** The sentence that shows when nothing was typed; absent means optional. */
  readonly required?: string
  /** Most characters (Unicode code points), 4,000 unless told. */
  readonly max?: number
  readonly tooLong?: string
}

// Control characters other than tab and line feed: they are never typed, and NUL cannot be stored.
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g
// Never shown again, whatever else was wrong.
const SECRET = /password|token|^_csrf$|card/i

const whole = (text: string | undefined): number =>
  text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
