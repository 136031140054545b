import { writeNotices } from '#areas/notices/index.ts'
import { policyInForceOrNone } from '#areas/policy/index.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import { ownersOf } from './approval-steps.ts'
import { peopleOf } from './queries/members.ts'

/** A line about a draft for some people. */
export interface Told {
  readonly draftId: string
  /** Told once for each reader, code and draft: it names the revision where each revision is news. */
  readonly code: string
  readonly says: string
  readonly href: string
  readonly urgent?: boolean
}

const AT_ONCE = 500

/** Tells people about a draft; nobody of `except`, who did it. */
export async function tellPeople(
  tx: Tx,
  people: readonly string[],
  told: Told,
  except: string | null = null,
): Promise<number> {
  const readers = people.filter((one) => one !== except)
  let fresh = 0
  for (let at = 0; at < readers.length; at += AT_ONCE) {
    const written = await writeNotices(
      tx,
      readers.slice(at, at + AT_ONCE).map((readerId) => ({
        readerId,
        code: told.code,
        says: told.says,
        href: told.href,
        subject: { kind: 'policy_draft', id: told.draftId },
        party: null,
        clauses: [],
        urgent: told.urgent ?? false,
      })),
    )
    fresh += written.length
  }
  return fresh
}

/** Tells those who keep the policy. */
export async function tellKeepers(tx: Tx, told: Told, except: string | null = null, draft?: Pack): Promise<void> {
  await asSystem(tx, async () => {
    const pack = (await policyInForceOrNone(tx))?.pack ?? draft
    const posts = pack === undefined ? [] : ownersOf(pack)
    await tellPeople(tx, await peopleOf(tx, [...posts, 'administrator']), told, except)
  })
}
