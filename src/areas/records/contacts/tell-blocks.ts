import { sayInstant } from '#core/calendar/say-date.ts'
import type { Telling } from '#pack/engines/flow/tells.ts'
import { untoldBy } from '#pack/engines/flow/tells.ts'
import type { StepOnPage } from '../case/step-on-page.ts'
import type { Case } from '../queries/read-case.ts'
import type { Contact } from './contact.ts'
import { asksOf, type PartyAsks, sayTelling } from './party-asks.ts'

/** One whom a step tells, as its form asks about it. */
export interface TellBlock {
  /** What the names of its fields begin with. */
  readonly key: string
  readonly telling: Telling
  readonly says: string
  readonly asks: PartyAsks
  /** What is written down about telling them already. */
  readonly earlier: readonly { readonly id: string; readonly says: string }[]
  /** Others may be told in their place. */
  readonly oneOfSeveral: boolean
  /** They may be left untold by themselves, with the reason. */
  readonly mayLeave: boolean
}

/** Somebody who stays untold with an answer. */
export interface UntoldBlock {
  readonly answer: string
  readonly key: string
  readonly tellings: readonly Telling[]
  readonly says: string
}

/** What the form of a step asks about whom it tells. */
export interface TellsOnPage {
  readonly blocks: readonly TellBlock[]
  readonly untold: readonly UntoldBlock[]
  readonly need: 'any' | 'all'
  readonly now: Temporal.Instant
  readonly zone: string
}

/** The part of a step's form that is about whom it tells. */
export function tellsOnPage(
  one: Case,
  step: StepOnPage,
  around: {
    readonly contacts: readonly Contact[]
    readonly names: ReadonlyMap<string, string>
    readonly now: Temporal.Instant
    readonly zone: string
  },
): TellsOnPage {
  const { contacts, names, now, zone } = around
  const each = step.tells?.each ?? []
  const need = step.tells?.need ?? 'all'
  return {
    blocks: each.map((telling, at) => ({
      key: keyOf(telling, at),
      telling,
      says: sayTelling(one.policy, telling, names),
      asks: asksOf(one.policy.pack, telling.party),
      earlier: contacts
        .filter((contact) => contact.now.does === 'told' && isAbout(contact, telling))
        .map((contact) => ({ id: contact.id, says: sayInstant(contact.now.at, now, zone) })),
      oneOfSeveral: need === 'any' && each.length > 1,
      mayLeave: need === 'all' && each.length > 1 && step.tells?.mayLeave === true,
    })),
    untold: step.answers.flatMap(({ id }) => {
      const tellings = untoldBy(step, [id], step.branch, one.children)
      const says = tellings.map((telling) => sayTelling(one.policy, telling, names)).join('; ')
      return tellings.length === 0 ? [] : [{ answer: id, key: `untold_${id}`, tellings, says }]
    }),
    need,
    now,
    zone,
  }
}

/** Whether a contact is with these, about this child. */
export const isAbout = (contact: Pick<Contact, 'party' | 'about'>, { party, about }: Telling): boolean =>
  contact.party === party && contact.about === about

const keyOf = ({ party, about }: Telling, at: number): string =>
  `told_${party.replace('party/', '')}${about === null ? '' : `_${at + 1}`}`
