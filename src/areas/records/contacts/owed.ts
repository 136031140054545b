import type { PolicyInForce } from '#areas/policy/index.ts'
import { replay } from '#pack/engines/flow/replay.ts'
import type { FlowContext, Run } from '#pack/engines/flow/run.ts'
import { type Telling, tellingsTaken } from '#pack/engines/flow/tells.ts'
import type { Tx } from '#platform/database/tx.ts'
import { followersOf } from '../queries/origin.ts'
import { namesOf } from '../queries/read-case.ts'
import type { Contact } from './contact.ts'
import { abouts, sayTelling } from './party-asks.ts'
import { readContacts } from './read-contacts.ts'
import { isAbout } from './tell-blocks.ts'

/** The parents of whom nothing is written down, though a step that tells parents was taken: of a child who was named later. */
export const stillOwed = (taken: readonly Telling[], contacts: readonly Contact[]): Telling[] =>
  taken.filter((telling) => telling.about !== null && !contacts.some((contact) => isAbout(contact, telling)))

/** The same in words, of a record that is about to be closed. Runs as the system. */
export async function owedWords(
  tx: Tx,
  policy: PolicyInForce,
  recordId: string,
  run: Run,
  context: FlowContext,
): Promise<string[]> {
  const taken = tellingsTaken(replay(policy.pack, run, context), context.children ?? [])
  if (!taken.some(({ about }) => about !== null)) return []
  const follows = await followersOf(tx, recordId)
  const owed = stillOwed(taken, await readContacts(tx, [recordId, ...follows.map(({ id }) => id)]))
  const names = await namesOf(tx, abouts(owed))
  return owed.map((telling) => sayTelling(policy, telling, names))
}
