import { sql } from 'kysely'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { type Actor, personOf } from '#core/actor.ts'
import { Forbidden } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { actingAs } from '../acting-as.ts'

interface LetInto {
  readonly id: string
  readonly kind: string
  readonly circle: string
  readonly openedBy: string | null
}

/**
 * Whether somebody sees a record only because an open step asks for them (the network manager, to disable an account): they
 * take that step, and change nothing else of the record. Whoever handles it too, as a stand-in, or opened it, is no such reader.
 */
export async function forStepOnly(tx: Tx, policy: PolicyInForce, personId: string, record: LetInto): Promise<boolean> {
  const rows = await tx
    .selectFrom('app.record_reader')
    .select(['because', sql<boolean>`${record.circle} = any (app.current_circles('all'))`.as('own')])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', record.id)
    .where('person_id', '=', personId)
    .where(sql<boolean>`(until is null or until > now())`)
    .execute()
  if (rows.length === 0 || rows.some((row) => row.because !== 'step' || row.own)) return false
  const parties = await actingAs(tx, policy, personId, record)
  return !parties.includes('handler') && !parties.includes('opener')
}

/** @throws Forbidden for whoever is let into a record for one step of it alone. */
export async function assertAlters(tx: Tx, policy: PolicyInForce, actor: Actor, record: LetInto): Promise<void> {
  const personId = personOf(actor)
  if (personId !== null && (await forStepOnly(tx, policy, personId, record)))
    throw new Forbidden(`${record.kind}.for_step`)
}
