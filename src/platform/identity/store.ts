import type { KyselyPlugin, PluginTransformQueryArgs, PluginTransformResultArgs, QueryResult, UnknownRow } from 'kysely'
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from '../database/schema.ts'

/** The identity tables on a small pool of their own: a rush at the door leaves the pool of the pages alone. */
export interface IdentityStore {
  readonly db: Kysely<DB>
  /** The same connections as better-auth wants them: its own names, `Date` for times, the schema `identity`. */
  readonly forLibrary: Kysely<DB>
  close(): Promise<void>
}

const MOST_CONNECTIONS = 4
// date, timestamp, timestamptz: as everywhere in this program, times are read from their text.
const AS_TEXT: ReadonlySet<number> = new Set([1082, 1114, 1184])

/** Opens identity's own connections, as the web role. */
export function openStore(webUrl: string): IdentityStore {
  const pool = new pg.Pool({
    connectionString: webUrl,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        AS_TEXT.has(oid) ? (text: string) => text : pg.types.getTypeParser(oid, format),
    },
  })
  // An idle connection that breaks (the server stopped) is not a crash: the next request finds out.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  const forLibrary = db.withPlugin(timesAsDates).withPlugin(new CamelCasePlugin()).withSchema('identity')
  return { db, forLibrary, close: () => db.destroy() }
}

// The library compares times with `new Date()`: a text would never be past, and nothing would ever expire.
const timesAsDates: KyselyPlugin = {
  transformQuery: (args: PluginTransformQueryArgs) => args.node,
  transformResult: async (args: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> => ({
    ...args.result,
    rows: args.result.rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, name.endsWith('_at') ? dateOf(value) : value]),
      ),
    ),
  }),
}

const dateOf = (value: unknown): unknown =>
  typeof value === 'string' ? new Date(Temporal.Instant.from(value).epochMilliseconds) : value
