import type { Conduct } from '../../types/conduct.ts'
import type { Pack } from '../../types/pack.ts'

/** A rule of conduct under its reference. */
export interface Rule {
  readonly ref: `conduct/${string}`
  readonly rule: Conduct
}

/** The rules that somebody acknowledges by signing an assent, or one item of it (`assent/pupil_rules#own_login`). */
export function rulesIn(pack: Pack, assent: string): Rule[] {
  const [whole] = assent.split('#')
  return rulesOf(pack).filter(({ rule }) =>
    rule.acknowledged_in.some((ref) => ref === assent || (assent === whole && ref.split('#')[0] === whole)),
  )
}

/** The rules that bind a party. */
export const rulesFor = (pack: Pack, party: string): Rule[] =>
  rulesOf(pack).filter(({ rule }) => rule.for.some((ref) => ref === party))

/** The rules that an incident of a kind (`list/incident_kind#shared_login`) breaks. */
export const rulesBrokenBy = (pack: Pack, category: string): Rule[] =>
  rulesOf(pack).filter(({ rule }) => rule.breach === category)

/** The category under which a breach of a rule is recorded, apart into its list and value. */
export function breachOf(rule: Conduct): { readonly list: string; readonly value: string | null } | null {
  if (rule.breach === undefined) return null
  const [list = '', value = null] = rule.breach.replace('list/', '').split('#')
  return { list, value }
}

/** How many of those whom a rule binds have acknowledged it, from who has signed each assent. */
export function acknowledged(
  rule: Conduct,
  bound: readonly string[],
  signedBy: Readonly<Record<string, readonly string[]>>,
): { readonly bound: number; readonly signed: number; readonly missing: readonly string[] } {
  const assents = rule.acknowledged_in.map((ref) => ref.split('#')[0] ?? ref)
  const has = (person: string) => assents.some((assent) => signedBy[assent]?.includes(person) === true)
  const missing = bound.filter((person) => !has(person))
  return { bound: bound.length, signed: bound.length - missing.length, missing }
}

const rulesOf = (pack: Pack): Rule[] =>
  Object.entries(pack.conduct).map(([id, rule]) => ({ ref: `conduct/${id}` as const, rule }))
