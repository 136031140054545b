// Writes migrations/schema.sql from a migrated database: `node --import tsx scripts/write-schema.ts <admin url>`.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { dumpSchema } from '#platform/database/dump-schema.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { projectRoot } from '#platform/database/project-root.ts'
import { prepareDatabase, roleUrl } from '#platform/database/roles.ts'

const adminUrl = process.argv[2]
if (adminUrl === undefined) throw new Error('usage: node --import tsx scripts/write-schema.ts <admin url>')
const name = `kept_schema_${process.pid}`
const passwords = { kept_owner: 'kept-test', kept_web: 'kept-test', kept_jobs: 'kept-test' }
const admin = new pg.Client({ connectionString: adminUrl })
await admin.connect()
await admin.query(`create database ${name} template template0 encoding 'UTF8'`)
try {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  await prepareDatabase(url.toString(), passwords)
  const migrations = await readMigrations(join(projectRoot(), 'migrations'))
  await migrate(roleUrl(url.toString(), 'kept_owner', passwords), migrations)
  const made = new pg.Client({ connectionString: url.toString() })
  await made.connect()
  writeFileSync(join(projectRoot(), 'migrations/schema.sql'), await dumpSchema(made))
  await made.end()
} finally {
  await admin.query(`drop database ${name} with (force)`)
  await admin.end()
}
