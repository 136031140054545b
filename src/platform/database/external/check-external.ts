import pg from 'pg'
import { Halt } from '#core/errors.ts'

const OLDEST = 15

/** Makes sure that KEPT_DATABASE_URL names a database that Kept can work in; otherwise halts with one line on why. */
export async function checkExternal(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8000, application_name: 'kept' })
  // A connection that breaks while we ask is told by the query itself.
  client.on('error', () => {})
  try {
    await client.connect()
    await checkServer(client)
  } catch (cause) {
    if (cause instanceof Halt) throw cause
    throw new Halt(`KEPT_DATABASE_URL does not work: ${explain(cause, new URL(url))}.`, { cause })
  } finally {
    await client.end().catch(() => {})
  }
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Server>(SERVER)
  const [server] = rows
  if (server === undefined) throw new Error('the server did not answer')
  const major = Math.floor(server.version / 10_000)
  if (major < OLDEST) {
    throw new Halt(
      `KEPT_DATABASE_URL names a PostgreSQL ${major} and Kept needs ${OLDEST} or later: upgrade that server.`,
    )
  }
  if (server.encoding !== 'UTF8') {
    throw new Halt(
      `The database “${server.database}” is encoded in ${server.encoding}: make one with create database ${server.database} template template0 encoding 'UTF8'.`,
    )
  }
  if (!server.may_create) {
    throw new Halt(
      `The user “${server.role}” of KEPT_DATABASE_URL may not create schemas in “${server.database}” and roles: make it the database's owner and alter role ${server.role} createrole.`,
    )
  }
  if (server.standby) throw new Halt('KEPT_DATABASE_URL names a read-only standby: name the primary server.')
}

interface Server {
  readonly version: number
  readonly encoding: string
  readonly database: string
  readonly role: string
  readonly may_create: boolean
  readonly standby: boolean
}

const SERVER = `
  select current_setting('server_version_num')::int as version, pg_encoding_to_char(d.encoding) as encoding,
         d.datname as database, r.rolname as role, pg_is_in_recovery() as standby,
         (r.rolsuper or (r.rolcreaterole and has_database_privilege(d.datname, 'create'))) as may_create
    from pg_database d, pg_roles r
   where d.datname = current_database() and r.rolname = current_user`

function explain(cause: unknown, url: URL): string {
  const host = `${url.hostname}:${url.port || '5432'}`
  const user = decodeURIComponent(url.username)
  const said = messageOf(cause)
  switch (codeOf(cause)) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the host ${url.hostname} is not known; check its name and the network`
    case 'ECONNREFUSED':
      return `nothing answers at ${host}; check host and port, and that PostgreSQL runs there and listens`
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `${host} cannot be reached; check the network and the firewall`
    case '28P01':
    case '28000':
      return `the server refuses the user “${user}” (${said}); check the user and the password`
    case '3D000':
      return `the database “${decodeURIComponent(url.pathname.slice(1))}” does not exist on ${host}; make it with create database`
    case '53300':
      return `${host} has no connection left; end some, or raise max_connections`
    case '57P03':
      return `${host} is just starting or stopping; try again in a moment`
    default:
      return /timeout/i.test(said) ? `${host} does not answer; check host, port and firewall` : said
  }
}

// A name with several addresses fails with one error around one for each address.
function codeOf(cause: unknown): string {
  if (cause instanceof AggregateError) return codeOf(cause.errors[0])
  return cause instanceof Error && 'code' in cause ? String(cause.code) : ''
}

function messageOf(cause: unknown): string {
  if (cause instanceof AggregateError) return messageOf(cause.errors[0])
  return cause instanceof Error ? cause.message : String(cause)
}
