import type { Pack } from '../../types/pack.ts'
import { type Acting, actingFor, type Holders, type Situation } from '../audience/stand-ins.ts'

/**
 * The people who act for a party at one site: its holders there, or who stands in for them. Where nobody holds it there, or
 * nobody can act for those who do, whoever acts for it anywhere in the school.
 */
export function actingThere(pack: Pack, party: string, holders: Holders, there: Holders, situation: Situation): Acting {
  const held = there[party] ?? []
  if (held.length === 0) return actingFor(pack, party, holders, situation)
  const acting = actingFor(pack, party, { ...holders, [party]: held }, situation)
  return acting.people.length > 0 ? acting : actingFor(pack, party, holders, situation)
}
