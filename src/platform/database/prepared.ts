import type {
  CompiledQuery,
  Kysely,
  PostgresCursor,
  PostgresPool,
  PostgresPoolClient,
  PostgresQueryResult,
} from 'kysely'
import type pg from 'pg'
import type { DB } from './schema.ts'

// Row policies make planning dearer than doing (measured: 3 ms against 0.2 ms to settle a duty), so a statement that comes
// again is planned once for each connection. Each kept plan costs the server memory, and a text with a long list of ids
// hardly comes twice: only what has come before is kept, and only so many.
const COMES_AGAIN = 3
const MOST_KEPT = 400
const MOST_WATCHED = 4_000
const LONGEST = 6_000

// A plan of all columns breaks when a migration adds one while the connection lives.
const ALL_COLUMNS = /(^select|returning|\.)\s*\*/i

/** Which statements of this process are kept as prepared ones, under which names. */
export class StatementNames {
  readonly #names = new Map<string, string>()
  readonly #seen = new Map<string, number>()

  /** The name of a statement that comes often; undefined for one that is planned each time. */
  nameOf(text: string): string | undefined {
    const name = this.#names.get(text)
    if (name !== undefined || this.#names.size >= MOST_KEPT || text.length > LONGEST) return name
    const times = (this.#seen.get(text) ?? 0) + 1
    if (times < COMES_AGAIN || ALL_COLUMNS.test(text)) {
      if (this.#seen.size >= MOST_WATCHED) this.#seen.clear()
      this.#seen.set(text, times)
      return undefined
    }
    this.#seen.delete(text)
    const fresh = `kept_${this.#names.size + 1}`
    this.#names.set(text, fresh)
    return fresh
  }
}

// A statement that nobody waits for is known by its list of parameters: Kysely hands that very list on.
const unanswered = new WeakSet<ReadonlyArray<unknown>>()
const NOTHING = { command: 'SELECT', rowCount: 0 } as const

/**
 * Sends a statement whose answer says nothing ahead of the next one, without waiting for it: a setting, or a row of the
 * ledger. Should it fail, the transaction is lost, and the next statement that is waited for throws its fault.
 */
export async function sendAhead(connection: Kysely<DB>, query: CompiledQuery): Promise<void> {
  unanswered.add(query.parameters)
  await connection.executeQuery(query)
}

/**
 * A pool as Kysely takes it, whose connections keep the plans of the statements that come often and take statements that
 * nobody waits for. The pool must pipeline.
 */
export function preparingPool(pool: pg.Pool): PostgresPool {
  const names = new StatementNames()
  // Kysely knows a connection by its client: the same client always gets the same cover.
  const covers = new WeakMap<pg.PoolClient, PreparingClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const cover = covers.get(client) ?? new PreparingClient(client, names)
      covers.set(client, cover)
      return cover
    },
  }
}

class PreparingClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient
  readonly #names: StatementNames
  #fault: unknown = null

  constructor(client: pg.PoolClient, names: StatementNames) {
    this.#client = client
    this.#names = names
  }

  query<R>(sql: string, parameters: ReadonlyArray<unknown>): Promise<PostgresQueryResult<R>>
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  query<R>(
    sql: string | PostgresCursor<R>,
    parameters: ReadonlyArray<unknown> = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof sql !== 'string') throw new TypeError('cursors are not in use here')
    if (!unanswered.has(parameters)) return this.#ask(sql, parameters)
    this.#send<R>(sql, parameters).catch((fault: unknown) => {
      this.#fault ??= fault
    })
    return Promise.resolve({ ...NOTHING, rows: [] })
  }

  async #ask<R>(sql: string, parameters: ReadonlyArray<unknown>): Promise<PostgresQueryResult<R>> {
    const result = await this.#send<R>(sql, parameters).catch((fault: unknown) => {
      throw this.#lastFault() ?? fault
    })
    const fault = this.#lastFault()
    if (fault !== null && sql !== 'rollback') throw fault
    return result
  }

  #lastFault(): unknown {
    const fault = this.#fault
    this.#fault = null
    return fault
  }

  #send<R>(sql: string, parameters: ReadonlyArray<unknown>): Promise<PostgresQueryResult<R>> {
    // Several statements in one text, such as the beginning of a transaction, have no parameters and cannot be prepared.
    const name = parameters.length === 0 ? undefined : this.#names.nameOf(sql)
    const query = { text: sql, values: [...parameters], ...(name === undefined ? {} : { name }) }
    // The driver says that a command is some text, Kysely which texts there are.
    const result: Promise<unknown> = this.#client.query(query)
    return result as Promise<PostgresQueryResult<R>>
  }

  release(destroy?: boolean): void {
    this.#client.release(destroy)
  }
}
