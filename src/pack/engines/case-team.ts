import type { Pack } from '../types/pack.ts'
import type { Party } from '../types/party.ts'
import type { InPart } from './flow/run.ts'
import { settingValue } from './schools/setting-value.ts'

/** Where the people of a team are named in a record, and how many there have to be. */
export interface Team {
  readonly part: string | null
  readonly field: string | null
  readonly least: number
}

/** A team that is chosen for one case; null for any other party, and for one whose people nothing names. */
export function teamOf(pack: Pack, ref: string): Team | null {
  const party = pack.parties[ref.replace(/^party\//, '')]
  if (party?.kind !== 'case_team' || typeof party.people === 'string' || 'setting' in party.people) return null
  const { people } = party
  const least = leastOf(pack, people.count)
  return 'part' in people ? { part: people.part, field: null, least } : { part: null, field: people.field, least }
}

/** Who is in a team now: everybody in its part, or whom its field names. */
export function membersOfTeam(
  team: Team,
  people: readonly InPart[],
  values: Readonly<Record<string, unknown>>,
): readonly string[] {
  if (team.part !== null) return [...new Set(people.filter((one) => one.part === team.part).map((one) => one.person))]
  const named = values[team.field ?? '']
  const some: readonly unknown[] = Array.isArray(named) ? named : [named]
  return some.flatMap((one) => (typeof one === 'string' && one !== '' ? [one] : []))
}

/** Every team of a pack that a record can name. */
export const teamsIn = (pack: Pack): readonly { readonly ref: `party/${string}`; readonly team: Team }[] =>
  Object.keys(pack.parties).flatMap((id) => {
    const ref = `party/${id}` as const
    const team = teamOf(pack, ref)
    return team === null ? [] : [{ ref, team }]
  })

type TeamPeople = Extract<Party, { kind: 'case_team' }>['people']
type Named = Exclude<TeamPeople, string | { setting: string }>

function leastOf(pack: Pack, count: Named['count']): number {
  const range = typeof count === 'string' ? count : settingValue(pack, count.setting)
  const least = Number(String(range ?? '1').split('..')[0])
  return Number.isNaN(least) ? 1 : least
}
