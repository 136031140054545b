import { asWritten, packOf } from '#pack/engines/schools/pack-of.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { PolicyInForce } from './policy-in-force.ts'

/** A policy as it holds at one school: with what the school sets more strictly and adds. Without a school, as it is. */
export async function policyAt(tx: Tx, policy: PolicyInForce, schoolId: string | null): Promise<PolicyInForce> {
  const written = asWritten(policy.pack)
  // Most policies have one reading for all their schools: nobody has to ask which school it is.
  if (schoolId === null || Object.keys(written.overlays).length === 0) return policy
  return { ...policy, pack: packOf(written, (await placesOfSchools(tx, written)).get(schoolId) ?? NOWHERE) }
}

// A school that the policy does not know has the group's own, and nothing that another school adds.
const NOWHERE = ''

/** The place in the pack of each school of the organisation: the one it was given, else the one that bears its name. */
export async function placesOfSchools(tx: Tx, pack: Pack): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('app.school')
    .select(['id', 'name', 'place'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .execute()
  const named = new Map(
    Object.entries(pack.places).flatMap(([id, { level, says }]) =>
      level === 'school' ? wordsOf(says).map((words) => [plain(words), id] as const) : [],
    ),
  )
  return new Map(
    rows.flatMap(({ id, name, place }) => {
      const found = place ?? named.get(plain(name))
      return found === undefined ? [] : [[id, found] as const]
    }),
  )
}

const wordsOf = (text: string | Readonly<Record<string, string>>): string[] =>
  typeof text === 'string' ? [text] : Object.values(text)

const plain = (name: string): string => name.trim().toLowerCase()
