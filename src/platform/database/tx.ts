import type { Kysely } from 'kysely'
import { CompiledQuery } from 'kysely'
import type { Actor } from '#core/actor.ts'
import type { Clock } from '#core/clock.ts'
import type { LedgerPage } from '../ledger/append.ts'
import { ACT_AS_SYSTEM, actAgainAs } from './actor-settings.ts'
import type { AskedWork } from './asked-work.ts'
import { queueJob } from './asked-work.ts'
import { sendAhead } from './prepared.ts'
import type { DB } from './schema.ts'

/** A transaction that runs as one actor. Commands and queries take it first. */
export type Tx = Kysely<DB>

interface TxContext {
  readonly actor: Actor
  readonly clock: Clock
  readonly page: LedgerPage
  readonly asked: AskedWork
}

const contexts = new WeakMap<Tx, TxContext>()

/** Binds what a transaction knows to its connection. Called by the database alone. */
export function openContext(tx: Tx, context: TxContext): Tx {
  contexts.set(tx, context)
  return tx
}

/** What a transaction knows: who acts, what time it is, and the ledger entries collected so far. */
export function contextOf(tx: Tx): TxContext {
  const context = contexts.get(tx)
  if (context === undefined) throw new TypeError('a query outside a transaction')
  return context
}

/** The time of this transaction, by the clock that the program was given. */
export const nowIn = (tx: Tx): Temporal.Instant => contextOf(tx).clock.now()

/** The same as text for a timestamptz column. */
export const nowText = (tx: Tx): string => nowIn(tx).toString()

const actingAsSystem = new WeakSet<Tx>()

/**
 * Lets the software do what the person who acts may cause but not do: write the rows that follow from their command.
 * The ledger still names the person. Ask first whether they may; nothing asks afterwards. Within itself it is one stretch:
 * only the outermost gives the person back.
 */
export async function asSystem<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const { actor } = contextOf(tx)
  if (actor.kind === 'system' || actingAsSystem.has(tx)) return work()
  await sendAhead(tx, CompiledQuery.raw(ACT_AS_SYSTEM))
  actingAsSystem.add(tx)
  try {
    return await work()
  } finally {
    actingAsSystem.delete(tx)
    // After a fault as well: whoever catches it within the transaction goes on as the person, and not as the software.
    await sendAhead(tx, CompiledQuery.raw(actAgainAs(actor)))
  }
}

/**
 * Queues a job in the same transaction: a change that is rolled back sends no letter. A job with a key stands for many:
 * however often a transaction asks for it, it is asked for once, at the end.
 */
export async function enqueue(
  tx: Tx,
  task: string,
  payload: Readonly<Record<string, unknown>>,
  options: { runAt?: Temporal.Instant; key?: string } = {},
): Promise<void> {
  const { actor, asked } = contextOf(tx)
  const { key, runAt } = options
  const job = { task, payload: JSON.stringify({ ...payload, organisationId: actor.organisationId }) }
  if (key !== undefined && runAt === undefined) asked.set(key, job)
  else await queueJob(tx, job, key ?? null, runAt?.toString() ?? null)
}
