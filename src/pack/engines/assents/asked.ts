import type { Asked, Assent } from '../../types/assent.ts'
import { audienceOf } from '../../types/assent.ts'
import type { Pack } from '../../types/pack.ts'
import { inParty } from '../audience/in-party.ts'
import type { AudienceContext, PersonFacts } from '../audience/person.ts'
import { covers, type Period } from '../audience/person.ts'

/** Somebody who may act for a pupil. */
export interface Guardian extends Period {
  readonly person: string
  /** Without it a parent is told, but does not sign. */
  readonly parentalResponsibility: boolean
}

/** One signature, or several, that an assent needs. */
export interface Slot {
  /** `field/host`: whoever is named in that question of the slip. */
  readonly of: 'self' | 'parental_responsibility' | `party/${string}` | `field/${string}`
  /** `any`: one of the people is enough. */
  readonly need: 'any' | 'all'
  readonly people: readonly string[]
}

/** An assent that is asked about somebody, and whose signatures make it whole. */
export interface AskedAssent {
  readonly assent: `assent/${string}`
  readonly about: string
  /** In order: each slot is asked when the one before it is signed. */
  readonly order: 'together' | 'in_order'
  readonly slots: readonly Slot[]
  /** A slot that nobody can sign, such as a pupil without anybody who has parental responsibility. */
  readonly nobodyFor: readonly Slot['of'][]
}

/** The assents asked about one person, and those of which we cannot tell: they are listed, not assumed. */
export interface AssentsFor {
  readonly asked: readonly AskedAssent[]
  readonly unknown: readonly { readonly assent: `assent/${string}`; readonly why: string }[]
}

/** Which assents are asked about a person on a day, and of whom. */
export function assentsFor(
  pack: Pack,
  person: PersonFacts,
  guardians: readonly Guardian[],
  asAt: Temporal.PlainDate,
  context: AudienceContext,
  holders: HoldersOf = nobody,
): AssentsFor {
  const asked: AskedAssent[] = []
  const unknown: { assent: `assent/${string}`; why: string }[] = []
  for (const [id, assent] of Object.entries(pack.assents)) {
    const ref = `assent/${id}` as const
    if (assent.about === 'each_pupil' && !person.kinds.some((one) => one.kind === 'pupil')) continue
    const { verdict, why } = binds(pack, assent, person, asAt, context)
    if (verdict === 'yes') asked.push(askedOf(ref, assent, person.id, guardians, asAt, holders))
    if (verdict === 'unknown') unknown.push({ assent: ref, why })
  }
  return { asked, unknown }
}

function binds(pack: Pack, assent: Assent, person: PersonFacts, asAt: Temporal.PlainDate, context: AudienceContext) {
  const audience = audienceOf(assent)
  // Who is named in a record is asked because of it, and not for what they are.
  if (audience === null) return { verdict: 'no', why: 'asked of those named in a record' } as const
  const belongs = inParty(pack, audience, person, asAt, context)
  if (belongs.verdict === 'no' || assent.when === undefined) return belongs
  const met = context.judge(assent.when, { person, asAt })
  if (met === 'no') return { verdict: met, why: 'the facts say otherwise' }
  return met === 'unknown' ? { verdict: met, why: 'a fact is missing' } : belongs
}

/** The slots of one assent about one person. */
export function askedOf(
  ref: `assent/${string}`,
  assent: Assent,
  about: string,
  guardians: readonly Guardian[],
  asAt: Temporal.PlainDate,
  holders: HoldersOf = nobody,
  named: NamedOnSlip = nobody,
): AskedAssent {
  const { asked } = assent
  const several = severalOf(asked)
  const responsible = guardians
    .filter((one) => one.parentalResponsibility && covers(one, asAt))
    .map((one) => one.person)
  const slots = several.map((one) => slotOf(one, about, [...new Set(responsible)], holders, named))
  return {
    assent: ref,
    about,
    order: 'in_order' in asked ? 'in_order' : 'together',
    slots,
    nobodyFor: slots.filter((slot) => slot.people.length === 0 && !slot.of.startsWith('field/')).map((slot) => slot.of),
  }
}

/** Who holds a post where the assent is asked. */
export type HoldersOf = (party: string) => readonly string[]

/** Who was named in a question of the slip by whoever signed first; nobody before that. */
export type NamedOnSlip = (field: string) => readonly string[]

/** Whether a slot is that of somebody who countersigns, and not of whom it is about or a parent. */
export const isCountersigned = ({ of }: Slot): boolean => of.startsWith('party/') || of.startsWith('field/')

/** The questions of a slip in which whoever signs first names who countersigns. */
export function namingFields({ asked }: Assent): string[] {
  return severalOf(asked).flatMap((one) => ('field' in one ? [one.field] : []))
}

const severalOf = (asked: Assent['asked']): readonly Asked[] =>
  'all_of' in asked ? asked.all_of : 'in_order' in asked ? asked.in_order : [asked]

const nobody = (): readonly string[] => []

function slotOf(
  asked: Asked,
  about: string,
  responsible: readonly string[],
  holders: HoldersOf,
  named: NamedOnSlip,
): Slot {
  // Nobody countersigns what is about themselves, or what they sign as a parent.
  const others = (people: readonly string[]) =>
    people.filter((person) => person !== about && !responsible.includes(person))
  if ('field' in asked) return { of: `field/${asked.field}`, need: 'any', people: others(named(asked.field)) }
  if (asked.of === 'self') return { of: 'self', need: 'all', people: [about] }
  if (asked.of === 'parental_responsibility') return { of: asked.of, need: asked.need, people: responsible }
  return { of: asked.of, need: 'any', people: others(holders(asked.of)) }
}
