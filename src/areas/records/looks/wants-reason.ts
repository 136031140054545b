import type { RecordKind } from '#pack/types/record.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { recordLook } from '#platform/ledger/event.ts'

/** How long a reason that was given holds: going on to a step is not another look. */
const HOURS = 1

interface LookedAt {
  readonly id: string
  readonly kind: string
  readonly openedBy: string | null
}

/**
 * Whether somebody has to say first why they look: the pack notes each look at such a record with a reason, and they have given
 * none within the hour. Whoever opened it has said why by opening it.
 */
export async function wantsReason(
  tx: Tx,
  personId: string | null,
  kind: Pick<RecordKind, 'reading'> | undefined,
  record: LookedAt,
): Promise<boolean> {
  if (kind?.reading !== 'noted_with_reason' || personId === null || record.openedBy === personId) return false
  const given = await tx
    .selectFrom('app.ledger_entry')
    .select('seq')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('chain', '=', 'read')
    .where('record_id', '=', record.id)
    .where('actor_person_id', '=', personId)
    .where('code', '=', whyCode(record.kind))
    .where('at', '>', nowIn(tx).subtract({ hours: HOURS }).toString())
    .limit(1)
    .executeTakeFirst()
  return given === undefined
}

/** Writes down why somebody looks at a record. */
export const sayWhy = (tx: Tx, record: { readonly id: string; readonly kind: string }, reason: string): void =>
  recordLook(tx, {
    code: whyCode(record.kind),
    subject: { kind: 'record', id: record.id },
    recordId: record.id,
    details: { reason },
  })

const whyCode = (kind: string): string => `${kind}.why`
