import { sayFullDate, sayFullInstant } from '#core/calendar/say-date.ts'
import type { Contact, ContactLine } from './contact.ts'
import { sayWay } from './party-asks.ts'

/** A contact in sentences: what happened first, and all that followed, each with its time. */
export function sayContact(contact: Contact, zone: string, names: ReadonlyMap<string, string>): string[] {
  const { now, later, before } = contact
  return [
    ...before.map((line) => `Written before: ${sayLine(line, zone, names)}`),
    sayLine(now, zone, names),
    ...(now.reason === null ? [] : [`Corrected because: ${now.reason}`]),
    ...later.map((line) => sayLine(line, zone, names)),
  ]
}

/** One line of a contact as a sentence or two, with who entered it. */
function sayLine(line: ContactLine, zone: string, names: ReadonlyMap<string, string>): string {
  const when = sayFullInstant(line.at, zone)
  const by = line.enteredBy === null ? '' : ` (${names.get(line.enteredBy) ?? 'Somebody'})`
  if (line.does === 'not_told') return `Not told${by}: ${line.because ?? ''}`
  const way = line.way === null ? '' : ` ${sayWay[line.way]}`
  const rest = [
    line.spokeTo === null ? '' : `Spoke to ${line.spokeTo}`,
    line.reference === null ? '' : `Reference ${line.reference}`,
    line.said === null ? '' : `Told: ${line.said}`,
    line.reply === null ? '' : `Answer: ${line.reply}`,
    line.chaseOn === null ? '' : `Ask again on ${sayFullDate(line.chaseOn)}`,
  ].filter((words) => words !== '')
  return [`${BEGINS[line.does]} ${when}${way}${by}`, ...rest].map(ended).join(' ')
}

const BEGINS = { told: 'Told', not_told: 'Not told', replied: 'Answered', asked_again: 'Asked again' } as const

const ended = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`)
