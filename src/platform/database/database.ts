import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Actor } from '#core/actor.ts'
import type { Clock } from '#core/clock.ts'
import { systemClock } from '#core/clock.ts'
import { appendCollected, newLedgerPage } from '../ledger/append.ts'
import { beginAs } from './actor-settings.ts'
import type { AskedWork } from './asked-work.ts'
import { queueAsked } from './asked-work.ts'
import { preparingPool, sendAhead } from './prepared.ts'
import type { DB } from './schema.ts'
import type { Tx } from './tx.ts'
import { openContext } from './tx.ts'

/** The web pool as the rest of the program sees it: every piece of work runs in one transaction, as one actor. */
export interface Database {
  /** Runs work as an actor; commits what it did together with its ledger entries, or nothing. */
  inTx<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Reads of the global identity tables and of definer functions, before anybody is known. No tenant rows come back. */
  readonly identity: Kysely<DB>
  readonly clock: Clock
  close(): Promise<void>
}

// More connections than this make the ledger's head row a queue (measured: p99 triples at 64).
const MOST_CONNECTIONS = 16

// date, timestamp, timestamptz: Temporal reads their text; a JavaScript Date would lose the microseconds and the day.
const AS_TEXT: ReadonlySet<number> = new Set([1082, 1114, 1184])
const keepText = (text: string): string => text

/** Opens the pool of the web role. */
export function openDatabase(webUrl: string, options: { clock?: Clock; connections?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: webUrl,
    max: Math.min(options.connections ?? MOST_CONNECTIONS, MOST_CONNECTIONS),
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    pipeline: true,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        AS_TEXT.has(oid) ? keepText : pg.types.getTypeParser(oid, format),
    },
  })
  // An idle connection that breaks (the server stopped) is not a crash: the next request finds out.
  pool.on('error', () => undefined)
  // Nor is one that breaks between two statements: the next of them finds out.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparingPool(pool) }) })
  const clock = options.clock ?? systemClock
  return {
    identity: kysely,
    clock,
    inTx: (actor, work) => runAs(kysely, clock, actor, work),
    close: () => kysely.destroy(),
  }
}

async function runAs<T>(kysely: Kysely<DB>, clock: Clock, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const begin = beginAs(actor)
  return kysely.connection().execute(async (connection) => {
    const page = newLedgerPage()
    const asked: AskedWork = new Map()
    await sendAhead(connection, CompiledQuery.raw(begin))
    try {
      const result = await work(openContext(connection, { actor, clock, page, asked }))
      await queueAsked(connection, asked)
      await appendCollected(connection, actor, clock, page)
      await commit(connection)
      return result
    } catch (fault) {
      // A broken connection cannot roll back, and need not: the server has.
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined)
      throw fault
    }
  })
}

async function commit(connection: Kysely<DB>): Promise<void> {
  const { rows } = await connection.executeQuery<{ command?: string }>(CompiledQuery.raw('commit'))
  // That is PostgreSQL's answer when a statement had failed before: nothing was kept, and nobody may think so.
  if (rows[0]?.command === 'ROLLBACK') throw new Error('a transaction that had failed before its end')
}
