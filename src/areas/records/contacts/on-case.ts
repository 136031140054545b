import type { PolicyInForce } from '#areas/policy/index.ts'
import { sayDay, sayDue, sayFullInstant } from '#core/calendar/say-date.ts'
import type { OpenStep } from '#pack/engines/flow/open.ts'
import type { Telling } from '#pack/engines/flow/tells.ts'
import type { RecordHome } from '../home.ts'
import type { Case } from '../queries/read-case.ts'
import { type Contact, type Stands, standsOn } from './contact.ts'
import { stillOwed } from './owed.ts'
import { sayTelling } from './party-asks.ts'
import { sayContact } from './say-contact.ts'
import { isAbout } from './tell-blocks.ts'
import { tellsOfKind } from './tells-of-kind.ts'

/** One line of the card: somebody who is told, was told, or was not. */
export interface TellRow {
  readonly says: string
  readonly state: 'kept' | 'due' | 'late' | 'none'
  readonly standing: string
  readonly lines: readonly string[]
  readonly links: readonly { readonly href: string; readonly text: string }[]
}

/** What a case says about whom it tells. */
export interface TellsOfCase {
  readonly rows: readonly TellRow[]
  /** Where somebody else is written down who was told, for those who may. */
  readonly addHref: string | null
}

export interface TellFacts {
  readonly one: Case
  /** Of the case itself, and of what follows from it. */
  readonly contacts: readonly Contact[]
  readonly names: ReadonlyMap<string, string>
  readonly now: Temporal.Instant
  readonly zone: string
  /** Whoever handles the case writes down. */
  readonly handles: boolean
}

/** The card of a case: whom its open steps tell, who was told, and the parents of each child. Null where the policy tells nobody. */
export function tellsOfCase(home: RecordHome, facts: TellFacts): TellsOfCase | null {
  const { one, contacts, handles } = facts
  const told = tellsOfKind(one.policy.pack, one.kind)
  if (told.length === 0 && contacts.length === 0) return null
  const open = handles && one.state === 'open'
  const asked = one.state === 'open' ? one.open.filter((step) => !step.early) : []
  const waiting = asked.flatMap((step) => waitingRow(home, facts, step))
  const parents = told.includes('parents') && one.state !== 'voided' ? silentParents(facts, asked) : []
  const owed = one.state === 'open' ? stillOwed(one.tells, contacts) : []
  return {
    rows: [
      ...waiting,
      ...contacts.map((contact) => contactRow(home, facts, contact)),
      ...parents.map((telling) => ({
        says: sayTelling(one.policy, telling, facts.names),
        ...(owed.some((other) => isAbout(other, telling))
          ? { state: 'due' as const, standing: 'To be told before it is closed' }
          : { state: 'none' as const, standing: 'Nothing written down' }),
        lines: [],
        links: open ? [{ href: home.paths.told.to(one.id, telling), text: 'Say whether they were told' }] : [],
      })),
    ],
    addHref: open ? home.paths.told.to(one.id) : null,
  }
}

// What is still to be told at an open step: one line for each, or one for several of whom one is enough.
function waitingRow(
  home: RecordHome,
  { one, contacts, names, now, zone, handles }: TellFacts,
  step: OpenStep,
): TellRow[] {
  if (step.tells === null) return []
  const says = (telling: Telling) => sayTelling(one.policy, telling, names)
  const missing = step.tells.each.filter(
    (telling) => !contacts.some((contact) => contact.recordId === one.id && isAbout(contact, telling)),
  )
  const due = step.due === null ? null : Temporal.Instant.from(step.due)
  const late = due !== null && Temporal.Instant.compare(due, now) < 0
  const { referral } = home
  const prepare = (tellings: readonly Telling[]) =>
    referral === undefined || !handles
      ? []
      : tellings
          .filter(({ party }) => isOutside(one.policy, party))
          .map((telling) => ({
            href: referral(one.id, telling.party),
            text: tellings.length > 1 ? `What to send to ${says(telling)}` : 'What to send',
          }))
  const row = (words: string, tellings: readonly Telling[]): TellRow => ({
    says: words,
    state: late ? 'late' : 'due',
    standing: due === null ? 'To be told' : `To be told, ${sayDue(due, now, zone)}`,
    lines: [],
    links: [{ href: home.paths.step.to(one.id, step.key), text: 'Write it down' }, ...prepare(tellings)],
  })
  if (step.tells.need === 'any') return [row(step.tells.each.map(says).join(' or '), step.tells.each)]
  // Told before, and the step only has to say so.
  if (missing.length === 0) return [row(step.tells.each.map(says).join(', '), [])]
  return missing.map((telling) => row(says(telling), [telling]))
}

function silentParents({ one, contacts }: TellFacts, asked: readonly OpenStep[]): Telling[] {
  const waits = asked.flatMap((step) => step.tells?.each ?? [])
  return one.children
    .map((about) => ({ party: 'parents', about }))
    .filter((telling) => !contacts.some((contact) => isAbout(contact, telling)))
    .filter((telling) => !waits.some((other) => isAbout(other, telling)))
}

function contactRow(home: RecordHome, facts: TellFacts, contact: Contact): TellRow {
  const { one, names, now, zone, handles } = facts
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const stands = standsOn(contact, today)
  const own = contact.recordId === one.id
  const links =
    own && handles && (one.state === 'open' || one.state === 'closed')
      ? [{ href: home.paths.contact.to(one.id, contact.id), text: 'Their answer, or a correction' }]
      : []
  const prepare =
    home.referral === undefined || !own || one.state !== 'open' || !isOutside(one.policy, contact.party)
      ? []
      : [{ href: home.referral(one.id, contact.party), text: 'What to send' }]
  return {
    says: sayTelling(one.policy, contact, names),
    state: STATES[stands],
    standing: sayStanding(stands, contact, today),
    lines: sayContact(contact, zone, names),
    links: [...links, ...(links.length === 0 ? [] : prepare)],
  }
}

// Nobody sends a referral to the head.
const isOutside = ({ pack }: PolicyInForce, party: string): boolean =>
  pack.parties[party.replace('party/', '')]?.kind === 'outside'

const STATES = {
  told: 'kept',
  not_told: 'none',
  answered: 'kept',
  waiting: 'due',
  ask_today: 'due',
  ask_late: 'late',
} as const satisfies Record<Stands, TellRow['state']>

function sayStanding(stands: Stands, { chaseOn }: Contact, today: Temporal.PlainDate): string {
  if (chaseOn !== null) return `Ask again ${sayDay(chaseOn, today)}`
  if (stands === 'not_told') return 'Not told'
  return stands === 'answered' ? 'Answered' : 'Told'
}

/** What the contacts add to what happened in a case, line by line. */
export const contactsHappened = (
  policy: PolicyInForce,
  contacts: readonly Contact[],
  zone: string,
  names: ReadonlyMap<string, string>,
): { at: Temporal.Instant; what: string; who: string | null }[] =>
  contacts.flatMap((contact) => {
    const says = sayTelling(policy, contact, names)
    return [...contact.before, contact.now, ...contact.later].map((line) => ({
      at: line.at,
      what: `${says}: ${VERBS[line.does]}${line.because === null ? '' : `, ${line.because}`}${line.reference === null ? '' : `, reference ${line.reference}`}${line.reason === null ? '' : ` (corrected on ${sayFullInstant(line.enteredAt, zone)}: ${line.reason})`}`,
      who: line.enteredBy === null ? null : (names.get(line.enteredBy) ?? 'Somebody'),
    }))
  })

const VERBS = { told: 'told', not_told: 'not told', replied: 'they answered', asked_again: 'asked again' } as const
