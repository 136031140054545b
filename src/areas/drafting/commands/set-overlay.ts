import { placesOfSchools, textOf } from '#areas/policy/index.ts'
import type { Actor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import { formed } from '#pack/edit/apply.ts'
import { checkContent } from '#pack/edit/check-content.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Scalar } from '#pack/types/value.ts'
import type { Tx } from '#platform/database/tx.ts'
import { reviseDraft } from './revise-draft.ts'

export interface SetOverlay {
  readonly draftId: string
  readonly school: { readonly id: string; readonly name: string }
  readonly setting: string
  /** The school's own value; null takes the policy's again. */
  readonly to: Scalar | null
}

/**
 * Sets what one school does more strictly than the policy of all.
 * @throws Refused for what would be weaker, in the checker's words; NotFound for a setting that is not there.
 */
export async function setOverlay(tx: Tx, actor: Actor, input: SetOverlay): Promise<number> {
  const { draftId, school, setting, to } = input
  return reviseDraft(tx, actor, draftId, async ({ pack }) => {
    const says = pack.settings[setting]?.says
    if (says === undefined) throw new NotFound('policy.setting.missing')
    const place = (await placesOfSchools(tx, pack)).get(school.id) ?? freePlace(pack, school.name)
    const read = formed(withOverlay(withPlace(pack, place, school.name), place, setting, to))
    const known = new Set(checkContent(pack).map((fault) => JSON.stringify(fault)))
    const faults = read.ok ? checkContent(read.content).filter((one) => !known.has(JSON.stringify(one))) : read.faults
    if (!read.ok || faults.length > 0)
      throw new Refused('policy.overlay.weaker', faults[0]?.says ?? 'This value cannot stand here.')
    const value = to === null ? 'as for all' : Array.isArray(to) ? to.join(', ') : String(to)
    return {
      content: read.content,
      says: `${school.name}: ${textOf(says)}, ${value}`,
      place: `overlays/${place}`,
    }
  })
}

const withPlace = (pack: Pack, id: string, name: string): Pack =>
  Object.hasOwn(pack.places, id)
    ? pack
    : { ...pack, places: { ...pack.places, [id]: { says: name, level: 'school', in: [] } } }

function withOverlay(pack: Pack, place: string, setting: string, to: Scalar | null): Pack {
  const [id, overlay] = Object.entries(pack.overlays).find(([, one]) => one.school === place) ?? [place, null]
  const ref = `setting/${setting}` as const
  const others = (overlay?.sets ?? []).filter((one) => one.setting !== ref)
  const sets = to === null ? others : [...others, { setting: ref, to }]
  const { [id]: _before, ...rest } = pack.overlays
  const more = overlay !== null && (overlay.adds !== undefined || overlay.extends.length > 0)
  if (sets.length === 0 && !more) return { ...pack, overlays: rest }
  return { ...pack, overlays: { ...rest, [id]: { ...(overlay ?? { school: place, extends: [] }), sets } } }
}

function freePlace(pack: Pack, name: string): string {
  const words = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 50)
  const id = words === '' ? 'school' : words
  const all = [id, ...Array.from({ length: 50 }, (_, index) => `${id}_${index + 2}`)]
  return all.find((one) => !Object.hasOwn(pack.places, one)) ?? id
}
