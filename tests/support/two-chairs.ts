import { answerAll, settledContent } from '#areas/drafting/index.ts'
import { publishPolicy } from '#areas/policy/index.ts'
import { systemActor } from '#core/actor.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { TestDatabase } from './database.ts'
import type { GivenOrganisation } from './given.ts'
import { packNamed } from './packs.ts'

/** A policy that a body approves and two chairs sign after it, with nothing left open. */
export function twoChairs(): Pack {
  const named = packNamed('independent-school')
  const pack = settledContent(named, answerAll(named))
  const approved: Pack['decisions'][string] = {
    says: 'The Governing Body approves and both chairs sign',
    by: {
      in_order: [
        { body: 'party/governing_body' },
        { all_of: ['party/chair_of_governors', 'party/vice_chair_of_governors'], distinct: true },
      ],
    },
    silence: 'open',
    reason: 'on_refusal',
    conditions: false,
    clauses: [],
  }
  return { ...pack, decisions: { ...pack.decisions, policy_approved: approved } }
}

/** The same with other words for one clause. */
export const reworded = (pack: Pack, words: string): Pack => ({
  ...pack,
  clauses: pack.clauses.map((clause, index) => (index === 7 ? { ...clause, says: words } : clause)),
})

/** Puts it in force. */
export async function inForce(t: TestDatabase, school: GivenOrganisation, pack: Pack): Promise<void> {
  const system = systemActor(school.organisationId, 'tests')
  await t.as(system, (tx) => publishPolicy(tx, system, { pack, inForceOn: Temporal.PlainDate.from('2026-09-04') }))
}
