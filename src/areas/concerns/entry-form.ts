import type { Form } from '#core/form.ts'
import { FormReader } from '#core/form.ts'
import type { CameBy, TellConcern } from './commands/tell-concern.ts'
import type { TellChoices, TellValues } from './forms.ts'
import { readTell } from './forms.ts'

/** How somebody told a member of staff. */
export const WAYS: readonly { readonly value: CameBy; readonly text: string }[] = [
  { value: 'in_person', text: 'They told me' },
  { value: 'phone', text: 'They rang' },
  { value: 'paper', text: 'On paper, such as a slip' },
  { value: 'complaint', text: 'In a complaint' },
]

/** Who told, as far as it is known. */
export const TOLD_BY: readonly { readonly value: EnteredKind; readonly text: string }[] = [
  { value: 'pupil', text: 'A pupil' },
  { value: 'parent', text: 'A parent or carer' },
  { value: 'staff', text: 'Somebody who works here' },
  { value: 'governor', text: 'A governor' },
  { value: 'visitor', text: 'A visitor, or somebody else' },
  { value: 'anonymous', text: 'They did not say' },
]

type EnteredKind = Exclude<TellConcern['reporterKind'], 'software'>

export interface EntryValues {
  readonly tell: TellValues
  readonly cameBy: CameBy
  readonly kind: EnteredKind
  readonly toldBy: string
}

/** Reads what a member of staff writes down for somebody. */
export function readEntry(body: unknown, choices: TellChoices): Form<EntryValues> {
  const tell = readTell(body, choices, [])
  const reader = new FormReader(body)
  const ways = WAYS.map((one) => one.value)
  const cameBy = reader.choice('came', ways, 'Say how they told you')
  const kinds = TOLD_BY.map((one) => one.value)
  const kind = reader.choice('kind', kinds, 'Say who told you. “They did not say” is fine too.')
  const toldBy = reader.text('told_by', { max: 300, tooLong: 'Use 300 letters or fewer' })
  const own = reader.done(null)
  return {
    typed: { ...tell.typed, ...own.typed },
    errors: { ...own.errors, ...tell.errors },
    values: {
      tell: tell.values,
      cameBy: ways.find((way) => way === cameBy) ?? 'in_person',
      kind: kinds.find((one) => one === kind) ?? 'anonymous',
      // Who did not say has no name here either.
      toldBy: kind === 'anonymous' ? '' : toldBy,
    },
  }
}
