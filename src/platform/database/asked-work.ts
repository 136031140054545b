import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { DB } from './schema.ts'

/** A job as the queue takes it; the payload is JSON. */
export interface QueuedJob {
  readonly task: string
  readonly payload: string
}

/** The jobs with a key that a transaction has asked for, by their key. */
export type AskedWork = Map<string, QueuedJob>

/** Puts one job into the queue. */
export const queueJob = (
  connection: Kysely<DB>,
  job: QueuedJob,
  key: string | null,
  runAt: string | null,
): Promise<unknown> => sql`select ${call(job, key, runAt)}`.execute(connection)

/** Queues what was asked for. Called by the database before the ledger's entries, which nobody should wait for long. */
export async function queueAsked(connection: Kysely<DB>, asked: AskedWork): Promise<void> {
  if (asked.size === 0) return
  // In one order, or two transactions that ask for the same work could wait for each other.
  const jobs = [...asked].sort(([a], [b]) => (a < b ? -1 : 1))
  await sql`select ${sql.join(jobs.map(([key, job]) => call(job, key, null)))}`.execute(connection)
}

const call = ({ task, payload }: QueuedJob, key: string | null, runAt: string | null) =>
  sql`app.enqueue(${task}, ${payload}::json, ${runAt}::timestamptz, ${key})`
