import type { Control, Option, Sent } from '../forms/control.ts'

/** What every field of a form may look up: what was typed, and what is wrong with it. */
export interface Filled {
  readonly sent: Sent
  readonly errors: Readonly<Record<string, string>>
  /** What an expression may use, each with its meaning. */
  readonly uses: readonly Option[]
}

/** What one question of a form is drawn from. */
export interface ControlViewProps extends Filled {
  readonly control: Control
  readonly name: string
  readonly label: string
  readonly required: boolean
  readonly hint?: string | undefined
  /** Something holds even when nothing is said: there is no “not said”. */
  readonly settled?: boolean | undefined
}
