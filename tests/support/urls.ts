import pg from 'pg'
import type { RolePasswords } from '#platform/database/roles.ts'

/** The test server listens on loopback and lives as long as the run. */
export const TEST_PASSWORDS: RolePasswords = { kept_owner: 'kept-test', kept_web: 'kept-test', kept_jobs: 'kept-test' }

/** The same server, another database. */
export function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  return url.toString()
}

/** Runs one statement as the server's administrator. */
export async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
