import { textOf } from '#areas/policy/index.ts'
import type { Measure } from '#pack/types/measure.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Scalar, ValueOrSetting } from '#pack/types/value.ts'
import type { Who } from '#pack/types/who.ts'
import type { KnownMeasure } from './known.ts'

/** A value of the pack by its name: `least_characters` is said `Least characters`. */
export function sayName(name: string): string {
  const words = name.replaceAll('_', ' ')
  return `${words[0]?.toUpperCase() ?? ''}${words.slice(1)}`
}

/** What the policy sets, in words; `Not set yet` where it leaves it to the school. */
function sayValue(value: ValueOrSetting): string {
  // A setting that holds something stands here with what it holds.
  if (typeof value === 'object' && 'setting' in value) return 'Not set yet'
  const set = typeof value === 'object' && !Array.isArray(value) ? value.value : value
  return set === undefined ? 'Not set yet' : sayScalar(set)
}

/** What the policy sets under a name, and where a school sets something stricter: `8 (Hill School: 10)`. */
export function sayAcross({ measure, at }: Pick<KnownMeasure, 'measure' | 'at'>, name: string): string {
  const whole = measure.value[name]
  const says = whole === undefined ? '' : sayValue(whole)
  const others = at.flatMap((one) => {
    const own = one.measure.value[name]
    return own === undefined || sayValue(own) === says ? [] : [`${one.school}: ${sayValue(own)}`]
  })
  return others.length === 0 ? says : `${says} (${others.join('; ')})`
}

function sayScalar(value: Scalar): string {
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

/** Every value that the policy sets for a measure: `Minimum: 6; mix: 4`. */
export const sayValues = (measure: Measure): string =>
  Object.entries(measure.value)
    .map(([name, value]) => `${sayName(name)}: ${sayValue(value)}`)
    .join('; ')

/** Who holds a measure. */
export const sayHolder = (pack: Pack, measure: Measure): string =>
  measure.held_by === 'kept' ? 'Kept' : sayParty(pack, measure.held_by)

/** Who checks it, or null when the policy names nobody. */
export function sayCheckers(pack: Pack, by: Who | undefined): string | null {
  if (by === undefined) return null
  if (typeof by === 'string') return sayParty(pack, by)
  const [all, word] = 'any_of' in by ? [by.any_of, 'or'] : [by.all_of, 'and']
  return all.map((one) => sayParty(pack, one)).join(` ${word} `)
}

function sayParty(pack: Pack, ref: string): string {
  const id = ref.replace(/^party\//, '')
  const party = pack.parties[id]
  return party === undefined ? id.replaceAll('_', ' ') : textOf(party.says)
}

/** How somebody knows, in a form and in the history. */
export const PROOFS = {
  report: { asks: 'A report of the system', said: 'from a report of the system' },
  statement: { asks: 'A statement of whoever runs the system', said: 'from a statement of whoever runs it' },
  screenshot: { asks: 'I saw its settings, or a picture of them', said: 'from its settings' },
} as const
export type ProofKind = keyof typeof PROOFS

/** The kinds of proof that a person can give for a measure; a connection to another system reports by itself. */
export function proofsOf(measure: Measure): ProofKind[] {
  return (measure.checked?.proof ?? []).flatMap((kind) => (kind === 'connector' ? [] : [kind]))
}
