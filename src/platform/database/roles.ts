import pg from 'pg'
import { Halt } from '#core/errors.ts'

/** The three database roles: the owner migrates, the web role serves, the jobs role runs graphile-worker and owns nothing else. */
export type DatabaseRole = 'kept_owner' | 'kept_web' | 'kept_jobs'

export type RolePasswords = Readonly<Record<DatabaseRole, string>>

const ROLES: readonly DatabaseRole[] = ['kept_owner', 'kept_web', 'kept_jobs']
// Roles belong to the whole cluster: two programs that start at once must not both create them.
const ROLES_LOCK = 7_011_974

/** The connection string of one role, made from the administrator's. */
export function roleUrl(adminUrl: string, role: DatabaseRole, passwords: RolePasswords): string {
  const url = new URL(adminUrl)
  url.username = role
  url.password = passwords[role]
  return url.toString()
}

/**
 * Makes the roles and what they need in this database; safe to repeat. Needs an administrator that may create roles.
 * @throws Halt when the administrator may not.
 */
export async function prepareDatabase(adminUrl: string, passwords: RolePasswords): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [ROLES_LOCK])
    for (const role of ROLES) await ensureRole(client, role, passwords[role])
    await neverCompile(client)
    await grantRoles(client)
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback').catch(() => undefined)
    if (isCode(cause, '42501')) {
      throw new Halt(
        'The user of KEPT_DATABASE_URL may not create roles: give it CREATEROLE, or use an administrator of the server.',
        { cause },
      )
    }
    throw cause
  } finally {
    await client.end()
  }
}

async function ensureRole(client: pg.Client, role: DatabaseRole, password: string): Promise<void> {
  const name = client.escapeIdentifier(role)
  const { rows } = await client.query<{ may_more: boolean }>(
    'select rolcreatedb or rolcreaterole or rolbypassrls as may_more from pg_roles where rolname = $1',
    [role],
  )
  const verb = rows.length === 0 ? 'create' : 'alter'
  // Whoever does not hold an attribute may not name it in `alter`, not even to say no: only where there is one to take away.
  const rights = rows[0]?.may_more === false ? 'login' : 'login nocreatedb nocreaterole nobypassrls'
  await client.query(`${verb} role ${name} ${rights} password ${client.escapeLiteral(password)}`)
}

// Statements under row policies look dear to the planner and are done in milliseconds: compiling them costs more than all the
// rest (seen: 80 ms of 90). It is set on the role and not sent with each connection, because a pooler between the program and the
// server refuses options of a connection, or lends a session that another program has set. The embedded server is set anyway.
async function neverCompile(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    "select 1 from pg_roles where rolname = 'kept_web' and 'jit=off' = any (rolconfig)",
  )
  // Only where it is not so yet: two programs that set the same role at once would stop each other.
  if (rowCount === 0) await client.query('alter role kept_web set jit = off')
}

async function grantRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  const database = client.escapeIdentifier(rows[0]?.name ?? '')
  // The migration hands one function over to kept_jobs, and the administrator grants on behalf of the owner.
  await client.query('grant kept_jobs to kept_owner')
  await client.query('grant kept_owner, kept_jobs to current_user')
  await client.query(`revoke all on database ${database} from public`)
  await client.query(`grant connect on database ${database} to kept_owner, kept_web, kept_jobs`)
  await client.query(`grant create on database ${database} to kept_owner`)
  await client.query('create schema if not exists graphile_worker authorization kept_jobs')
}

/** Whether a fault is a PostgreSQL error with this SQLSTATE. */
const isCode = (fault: unknown, code: string): boolean =>
  typeof fault === 'object' && fault !== null && 'code' in fault && fault.code === code
