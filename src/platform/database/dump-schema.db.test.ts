import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { dumpSchema } from './dump-schema.ts'
import { projectRoot } from './project-root.ts'

const t = useDatabase()

// PostgreSQL versions word the same check differently (`ANY ((ARRAY[…])::text[])` and its like): only names are compared.
const names = (text: string): string[] =>
  [...text.matchAll(/^(?:create table \S+| {2}(?:constraint )?\w+|policy \w+ for \w+ to \w+|grant .*)/gm)]
    .map(([line]) => line)
    .toSorted()

test('migrations/schema.sql is what the migrations make', async () => {
  const admin = new pg.Client({ connectionString: t.adminUrl })
  await admin.connect()
  const made = await dumpSchema(admin)
  await admin.end()
  expect(names(readFileSync(join(projectRoot(), 'migrations/schema.sql'), 'utf8'))).toEqual(names(made))
})
