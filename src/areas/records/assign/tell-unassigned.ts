import { writeNotices } from '#areas/notices/index.ts'
import { policyVersion } from '#areas/policy/index.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { addressesOf, listOf } from '../derived-homes.ts'
import { handlersLeft } from '../walls/handlers-left.ts'

interface Left {
  readonly id: string
  readonly kind: string
  readonly reference: string
}

/**
 * Tells those who handle some records that nobody looks after them any more: one line for each reader, however many there
 * are. It says nothing of why: who was walled off is nobody’s business on a list. Run as the system.
 */
export async function tellUnassigned(tx: Tx, recordIds: readonly string[]): Promise<void> {
  const records = await openAmong(tx, recordIds)
  const lefts = new Map<string, Left[]>()
  for (const record of records) {
    const policy = await policyVersion(tx, record.policy_version_id, record.school_id)
    for (const { personId } of await handlersLeft(tx, policy, record.id))
      lefts.set(personId, [...(lefts.get(personId) ?? []), record])
  }
  const id = newId(contextOf(tx).clock)
  await writeNotices(
    tx,
    [...lefts].flatMap(([readerId, [first, ...more]]) =>
      first === undefined
        ? []
        : [
            {
              readerId,
              code: `record.unassigned/${id}`,
              says:
                more.length === 0
                  ? `Nobody looks after ${first.reference} any more. Take it, or give it to somebody.`
                  : `Nobody looks after ${more.length + 1} that you handle any more, ${first.reference} among them. Take them, or give them to somebody.`,
              href:
                more.length === 0 ? addressesOf(first.kind).show.to(first.id) : `${listOf(first.kind)}?view=nobodys`,
              // Behind the walls of the first.
              subject: { kind: 'record', id: first.id },
              party: null,
              clauses: [],
              urgent: false,
            },
          ],
    ),
  )
}

const openAmong = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('app.record')
    .select(['id', 'kind', 'reference', 'school_id', 'policy_version_id'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', 'in', [...ids])
    .where('state', '=', 'open')
    .orderBy('reference')
    .orderBy('id')
    .execute()
