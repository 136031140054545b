import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import { refKinds } from '../types/base.ts'
import { partsOf } from '../types/parts.ts'
import { hasPart, isDefined, nearest } from './defined.ts'
import type { RuleId } from './rules.ts'
import { textsOf, type View } from './view.ts'

const REFERENCE = new RegExp(`^(${refKinds.join('|')})/[a-z][a-z0-9_]*(#[A-Za-z0-9_.-]+)?$`)

/** Every reference names something that the pack defines; `planned` may also name what is not built. */
export function references({ pack, positions }: View): Fault[] {
  const planned = new Set<string>(pack.planned.map((control) => control.ref))
  return [...textsOf(pack)].flatMap(({ path, text }) => {
    if (!REFERENCE.test(text) || path[0] === 'planned') return []
    const mayBePlanned = path[0] === 'clauses' && path[2] === 'planned'
    if (mayBePlanned && planned.has(text)) return []
    const missing = missingIn(pack, text, mayBePlanned)
    return missing === null ? [] : [positions.fault(path, ...missing)]
  })
}

/** Why a reference does not hold, as rule and sentence, or null when it does. */
export function missingIn(pack: View['pack'], ref: string, mayBePlanned = false): readonly [RuleId, string] | null {
  const parts = partsOf(ref)
  if (parts === null) return ['unknown_reference', `“${ref}” is not a reference.`]
  if (!isDefined(pack, parts)) {
    const guess = nearest(pack, parts)
    const help = guess === null ? '' : ` Did you mean ${guess}?`
    const plan = mayBePlanned ? ' Name it under planned:, or define it.' : ''
    const rule = parts.kind === 'party' ? 'unknown_party' : 'unknown_reference'
    return [rule, `There is no ${parts.kind}/${parts.id} in this pack.${help}${plan}`]
  }
  if (hasPart(pack, parts)) return null
  return ['unknown_part', `${parts.kind}/${parts.id} has no “${parts.part ?? ''}”.`]
}

/** A control cannot be planned and built at once, nor planned twice. */
export function plannedControls({ pack, positions }: View): Fault[] {
  const seen = new Set<string>()
  return pack.planned.flatMap((control, index) => {
    const path: Path = ['planned', index, 'ref']
    const parts = partsOf(control.ref)
    if (seen.has(control.ref)) return [positions.fault(path, 'duplicate_id', `${control.ref} is planned twice.`)]
    seen.add(control.ref)
    return parts !== null && isDefined(pack, parts) && hasPart(pack, parts)
      ? [positions.fault(path, 'planned_and_built', `${control.ref} is built already: take it off this list.`)]
      : []
  })
}
