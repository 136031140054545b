import { upper } from '../sentences/words.ts'
import type { Pack } from '../types/pack.ts'
import type { ClauseChange } from './clauses.ts'
import type { PackChanges } from './compare-packs.ts'
import type { Difference } from './difference.ts'
import type { ThingChange } from './things.ts'

/** Whether a change is of substance, and what makes it so. */
export interface Proposal {
  readonly material: boolean
  /** What makes it material, or why it is a correction, in plain sentences. */
  readonly because: readonly string[]
}

const MOST_REASONS = 12

/** Proposes material change or correction. People decide; what somebody signs, who does what, limits and gates are never a correction. */
export function proposeMaterial(before: Pack, after: Pack, changes: PackChanges): Proposal {
  const signed = new Set([...signedClauses(before), ...signedClauses(after)])
  const because = [
    ...changes.clauses.flatMap((clause) => ofClause(clause, signed)),
    ...changes.things.flatMap(ofThing),
    ...changes.whole.flatMap((one) => (isSlight(one) || one.path.startsWith('pack') ? [] : [`${upper(one.says)}.`])),
  ]
  if (because.length > 0)
    return {
      material: true,
      because:
        because.length > MOST_REASONS
          ? [...because.slice(0, MOST_REASONS), `And ${because.length - MOST_REASONS} more.`]
          : because,
    }
  return { material: false, because: ['Only wording and spelling differ; what people sign and do stays the same.'] }
}

function ofClause(clause: ClauseChange, signed: ReadonlySet<string>): string[] {
  if (clause.change === 'added') return [`${clause.id} is new.`]
  if (clause.change === 'removed') return [`${clause.id} is no longer there.`]
  const has = (facet: ClauseChange['facets'][number]) => clause.facets.includes(facet)
  return [
    ...(has('strength')
      ? [`${clause.id} binds differently: ${clause.says.find((one) => one.startsWith('“')) ?? ''}.`]
      : []),
    ...(has('rule_words') ? [`${clause.id} is reworded in a number or in a word such as must, never or only.`] : []),
    ...(has('wording') && signed.has(clause.id) ? [`${clause.id} is reworded, and people sign for it.`] : []),
    ...(has('kept_by') ? [`${clause.id} is kept in another way.`] : []),
    ...(has('binds') ? [`${clause.id} binds other people.`] : []),
  ]
}

function ofThing(thing: ThingChange): string[] {
  if (thing.change === 'added') return [`New: ${thing.says}`]
  if (thing.change === 'removed') return [`No longer: ${thing.says}`]
  const rules = thing.differences.filter((one) => !isSlight(one))
  return rules.length === 0 ? [] : [`${thing.title}: ${rules.map((one) => one.says).join('; ')}.`]
}

// A hint or a note helps to read; it binds nobody.
const HELPS = /(^|\/)(hint|note|plural)$/

const isSlight = (one: Difference): boolean =>
  one.nature === 'spelling' ||
  one.nature === 'name' ||
  one.nature === 'source' ||
  HELPS.test(one.path) ||
  /(^|\/)clauses$/.test(one.path)

/** The clauses for which somebody signs, in an agreement or one of its statements. */
function signedClauses(pack: Pack): string[] {
  const own = Object.values(pack.assents).flatMap((assent) => [
    ...assent.clauses,
    ...assent.items.flatMap((item) => [...item.clauses, ...item.states]),
  ])
  const naming = pack.clauses.filter((clause) => clause.kept_by.some((ref) => ref.startsWith('assent/')))
  return [...own, ...naming.map((clause) => clause.id)]
}
