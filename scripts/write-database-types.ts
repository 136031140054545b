// Writes src/platform/database/schema.ts from a migrated database: `node scripts/write-database-types.ts <admin url>`.
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { projectRoot } from '#platform/database/project-root.ts'
import { prepareDatabase, roleUrl } from '#platform/database/roles.ts'

const adminUrl = process.argv[2]
if (adminUrl === undefined) throw new Error('usage: node scripts/write-database-types.ts <admin url>')
const name = `kept_types_${process.pid}`
const admin = new pg.Client({ connectionString: adminUrl })
await admin.connect()
await admin.query(`create database ${name} template template0 encoding 'UTF8'`)
try {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  const passwords = { kept_owner: 'kept-test', kept_web: 'kept-test', kept_jobs: 'kept-test' }
  await prepareDatabase(url.toString(), passwords)
  const ownerUrl = roleUrl(url.toString(), 'kept_owner', passwords)
  await migrate(ownerUrl, await readMigrations(join(projectRoot(), 'migrations')))
  execFileSync(
    join(projectRoot(), 'node_modules/.bin/kysely-codegen'),
    [
      '--dialect',
      'postgres',
      '--url',
      url.toString(),
      '--out-file',
      join(projectRoot(), 'src/platform/database/schema.ts'),
      '--include-pattern',
      '(app|identity).*',
      '--numeric-parser',
      'string',
      '--date-parser',
      'string',
      '--type-mapping',
      '{"timestamptz":"string","timestamp":"string","bytea":"Buffer"}',
    ],
    { stdio: 'inherit' },
  )
} finally {
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
}
