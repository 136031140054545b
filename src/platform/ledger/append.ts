import { createHash, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Actor } from '#core/actor.ts'
import { personOf } from '#core/actor.ts'
import type { Clock } from '#core/clock.ts'
import { systemClock } from '#core/clock.ts'
import { sendAhead } from '../database/prepared.ts'
import type { DB } from '../database/schema.ts'
import { canonical } from './canonical.ts'
import { entryHash } from './entry-hash.ts'
import type { LedgerEvent } from './event.ts'

/** The entries that a transaction has collected; they are written last, so that the head row is held only for an instant. */
export interface LedgerPage {
  readonly main: LedgerEvent[]
  readonly read: LedgerEvent[]
}

export const newLedgerPage = (): LedgerPage => ({ main: [], read: [] })

/** Writes a transaction's entries to its organisation's chains. Called by the database as the last thing before commit. */
export async function appendCollected(
  connection: Kysely<DB>,
  actor: Actor,
  clock: Clock,
  page: LedgerPage,
): Promise<void> {
  // Always in this order, or two transactions could wait for each other.
  if (page.read.length > 0) await append(connection, actor, clock, 'read', page.read)
  if (page.main.length > 0) await append(connection, actor, clock, 'main', page.main)
}

async function append(
  connection: Kysely<DB>,
  actor: Actor,
  clock: Clock,
  chain: 'main' | 'read',
  events: readonly LedgerEvent[],
): Promise<void> {
  // The row lock of this update gives commit order; `at` is taken after the lock, so that times follow it.
  const at =
    clock === systemClock ? sql<string>`clock_timestamp()` : sql<string>`${clock.now().toString()}::timestamptz`
  const before = await connection
    .updateTable('app.ledger_head')
    .set({ seq: sql<string>`seq + ${events.length}`, at })
    .where('organisation_id', '=', actor.organisationId)
    .where('chain', '=', chain)
    .returning(['seq', 'hash', sql<string>`(extract(epoch from at) * 1000000)::bigint::text`.as('micros')])
    .executeTakeFirstOrThrow()
  const rows = chained(actor, chain, events, {
    seq: Number(before.seq) - events.length,
    hash: before.hash,
    micros: before.micros,
  })
  const last = rows.at(-1)
  if (last === undefined) return
  // From here to the commit everybody else of the organisation waits: nothing is waited for in between.
  const entries = rows.map((row) => row.entry)
  await sendAhead(connection, connection.insertInto('app.ledger_entry').values(entries).compile())
  const details = rows.flatMap((row) => row.detail ?? [])
  if (details.length > 0)
    await sendAhead(connection, connection.insertInto('app.ledger_detail').values(details).compile())
  const head = connection
    .updateTable('app.ledger_head')
    .set({ hash: last.entry.hash })
    .where('organisation_id', '=', actor.organisationId)
    .where('chain', '=', chain)
  await sendAhead(connection, head.compile())
}

function chained(
  actor: Actor,
  chain: 'main' | 'read',
  events: readonly LedgerEvent[],
  from: { seq: number; hash: Buffer; micros: string },
) {
  let previous = from.hash
  return events.map((event, index) => {
    const seq = from.seq + index + 1
    const detail = event.details === undefined ? null : sealed(event.details)
    const fields = {
      organisation_id: actor.organisationId,
      chain,
      seq,
      code: event.code,
      actor_kind: actor.kind,
      actor_person_id: personOf(actor),
      actor_name: actor.kind === 'system' ? actor.name : null,
      subject_kind: event.subject?.kind ?? null,
      subject_id: event.subject?.id ?? null,
      record_id: event.recordId ?? null,
      person_id: event.personId ?? null,
      policy_version_id: event.policyVersionId ?? null,
      clauses: [...(event.clauses ?? [])],
      details_hash: detail?.hash ?? null,
    }
    const hash = entryHash({
      ...fields,
      at: from.micros,
      details_hash: detail?.hash.toString('hex') ?? null,
      previous_hash: previous.toString('hex'),
    })
    const entry = { ...fields, at: instantOf(from.micros), previous_hash: previous, hash }
    previous = hash
    return {
      entry,
      detail: detail && { organisation_id: actor.organisationId, chain, seq, salt: detail.salt, details: detail.text },
    }
  })
}

function sealed(details: Readonly<Record<string, unknown>>): { salt: Buffer; text: string; hash: Buffer } {
  const salt = randomBytes(16)
  const text = canonical(details)
  return { salt, text, hash: createHash('sha256').update(salt).update(text).digest() }
}

const instantOf = (micros: string): string => Temporal.Instant.fromEpochNanoseconds(BigInt(micros) * 1000n).toString()
