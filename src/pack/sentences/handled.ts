import { sayingOf } from '../engines/flow/open.ts'
import type { RecordKind } from '../types/record.ts'
import { sayAmount, sayLimit } from './amounts.ts'
import { listed, type Words } from './words.ts'

/** Who may open one in an emergency. */
export function sayGlass(words: Words, glass: RecordKind['break_glass']): string {
  if (glass === undefined) return ''
  const whole = `${words.who(glass.who)} may open one for ${sayAmount(words, glass.for)} in an emergency, with a reason`
  return `; ${whole}, and ${words.one(glass.alerts)} is told at once and looks at it afterwards`
}

/** Who may open a closed one again. */
export function sayReopening(words: Words, { reopening, handled_by, steps }: RecordKind): string {
  if (reopening === undefined) return ''
  const may =
    reopening.by === undefined && handled_by !== undefined ? 'whoever handles it' : words.who(reopening.by ?? 'handler')
  const step = steps[reopening.step]
  const at = step === undefined ? reopening.step : words.within(sayingOf(step, reopening.step))
  return `; ${may} may open a closed one again with a reason, and it goes on at “${at}”`
}

/** From which step on a device is opened on the ground of one. */
export function sayOpensDevices(words: Words, { opens_devices_from: from, steps }: RecordKind): string {
  if (from === undefined) return ''
  const step = steps[from]
  const at = step === undefined ? from : words.within(sayingOf(step, from))
  return `; a device in evidence is opened only on the ground of one that has come to “${at}”`
}

/** To whom support is offered. */
export function saySupport(words: Words, { support, parts }: RecordKind): string {
  if (support === undefined) return ''
  const people = support.for.map((id) => words.within(parts.find((part) => part.id === id)?.says ?? id))
  return `; support is offered to ${listed(people, 'and')}, and what became of each offer is written down`
}

/** From when on a pupil in several is pointed out. */
export function sayRepeats(repeats: RecordKind['repeats']): string {
  if (repeats === undefined) return ''
  const chosen = repeats.source === 'school' ? ' (the school chose this)' : ''
  return `; a pupil who is in ${repeats.cases} or more within ${repeats.within} is pointed out to those who may read them${chosen}`
}

/** Who hears a complaint about how one was handled. */
export function sayComplaints(words: Words, complaints: RecordKind['complaints']): string {
  if (complaints === undefined) return ''
  const hearers = complaints.heard_by.map((party) => words.one(party)).join(', then ')
  const heard = `is heard ${sayLimit(words, complaints.within)} by the first who is not in it: ${hearers}`
  return `; a complaint about how one was handled ${heard}, and goes to ${words.one(complaints.else)} when nobody is left`
}
