import type { PolicyInForce } from '#areas/policy/index.ts'
import { SUBJECT } from '#pack/engines/actions/kinds.ts'
import { membersOfTeam, teamOf, teamsIn } from '#pack/engines/case-team.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import { recordValues } from './flow-context.ts'
import { peopleNow } from './queries/people-now.ts'
import { parentsOf } from './queries/seen-by.ts'

/**
 * Whom a record itself names, by party: the teams whose people stand in a part or a field of it, the person that it is about,
 * and who may act for them. Nobody is meant where that cannot be told.
 */
export async function inCaseHolders(
  tx: Tx,
  policy: PolicyInForce,
  recordId: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  return asSystem(tx, async () => {
    const named = await peopleNow(tx, recordId)
    const values = await recordValues(tx, recordId)
    const people = named.map((one) => ({ person: one.personId, part: one.part }))
    const subjects = subjectsIn(people)
    const parents = await parentsOf(tx, subjects)
    return new Map<string, readonly string[]>([
      ...teamsIn(policy.pack).map(
        ({ ref, team }) => [ref, membersOfTeam(team, people, values).filter(isPerson)] as const,
      ),
      ['subject', subjects],
      ['parents', [...new Set([...parents.values()].flat())]],
    ])
  })
}

/** Whether it is a record itself that names who a party is. */
export const isInCase = (pack: Pack, party: string): boolean =>
  party === 'subject' || party === 'parents' || teamOf(pack, party) !== null

// Whoever has that part; else the only person whom the record names.
function subjectsIn(people: readonly { readonly person: string; readonly part: string }[]): string[] {
  const own = people.filter((one) => one.part === SUBJECT).map((one) => one.person)
  const all = [...new Set(people.map((one) => one.person))]
  return own.length > 0 ? [...new Set(own)] : all.length === 1 ? all : []
}

const isPerson = (id: string): boolean => /^[0-9a-f-]{36}$/.test(id)
