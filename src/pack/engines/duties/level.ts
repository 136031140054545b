import type { Duty } from '../../types/duty.ts'
import type { Pack } from '../../types/pack.ts'
import { membersOf } from '../../types/parts.ts'

const SCHOOL = 'school'

/**
 * The level at which a duty is done once: the one that it names, else that of what it is done for, else the lowest at which one
 * of its owners is held.
 */
export function levelOfDuty(pack: Pack, duty: Duty): string {
  if (duty.per !== undefined) return duty.per
  if (duty.for_each !== undefined && duty.for_each !== 'holder') return duty.for_each === 'site' ? 'site' : SCHOOL
  const held = membersOf(duty.owner).map((name) => levelOfParty(pack, name))
  return held.sort((a, b) => pack.levels.indexOf(b) - pack.levels.indexOf(a))[0] ?? SCHOOL
}

/** The level at which a party is held; words and relations mean somebody of a school. */
export function levelOfParty(pack: Pack, name: string): string {
  const party = name.startsWith('party/') ? pack.parties[name.slice('party/'.length)] : undefined
  return party !== undefined && 'per' in party ? party.per : SCHOOL
}

/** Whether a level stands above the schools: what is done there is done once for all of them. */
export function isAboveSchools(pack: Pack, level: string): boolean {
  const [at, schools] = [pack.levels.indexOf(level), pack.levels.indexOf(SCHOOL)]
  return at >= 0 && schools >= 0 && at < schools
}
