import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { Halt } from '#core/errors.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
}

const FILE = /^(\d{4})_([a-z0-9_]+)\.sql$/
const MIGRATE_LOCK = 7_011_975

/** The migrations of this program, in order. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => FILE.test(name)).sort()
  return Promise.all(
    names.map(async (name) => ({
      number: Number(name.slice(0, 4)),
      name: name.slice(0, -4),
      sql: await readFile(join(folder, name), 'utf8'),
    })),
  )
}

/**
 * Brings a database up to this program, each migration in a transaction of its own that claims its number first.
 * @returns the names of the migrations that ran.
 * @throws Halt when the database is newer than the program, or was made by other migrations.
 */
export async function migrate(
  ownerUrl: string,
  migrations: readonly Migration[],
  log: (line: string) => void = () => {},
): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('create schema if not exists kept')
    await client.query(
      'create table if not exists kept.migration (number integer primary key, name text not null, hash text not null, ran_at timestamptz not null default now())',
    )
    await client.query('select pg_advisory_lock($1)', [MIGRATE_LOCK])
    await client.query(KNOW_TRIGRAMS)
    const done = await ranAlready(client, migrations)
    const ran: string[] = []
    for (const migration of migrations.filter(({ number }) => !done.has(number))) {
      log(`Preparing the database: ${migration.name.slice(5).replaceAll('_', ' ')}`)
      await runOne(client, migration)
      ran.push(migration.name)
    }
    return ran
  } finally {
    await client.end()
  }
}

// A function that sets one of pg_trgm's own settings can be made only where the server has loaded it: by the migration that
// installs it, or, in a database that has it already, by a call of one of its functions.
const KNOW_TRIGRAMS = `do $$ begin
  if to_regprocedure('search.similarity(text, text)') is not null then perform search.similarity('', ''); end if; end $$`

async function ranAlready(client: pg.Client, migrations: readonly Migration[]): Promise<Set<number>> {
  const { rows } = await client.query<{ number: number; name: string; hash: string }>(
    'select number, name, hash from kept.migration order by number',
  )
  const known = new Map(migrations.map((migration) => [migration.number, migration]))
  for (const row of rows) {
    const migration = known.get(row.number)
    if (migration === undefined) {
      throw new Halt(
        `This database is newer than this program (it has ${row.name}): start the newer version of Kept, or use another database.`,
      )
    }
    if (hashOf(migration) !== row.hash) {
      throw new Halt(
        `This database was made by another version of ${row.name}: start the version of Kept that made it, or use another database.`,
      )
    }
  }
  return new Set(rows.map((row) => row.number))
}

async function runOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query('insert into kept.migration (number, name, hash) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      hashOf(migration),
    ])
    await client.query(migration.sql)
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Error(`migration ${migration.name} failed: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
  }
}

const hashOf = (migration: Migration): string => createHash('sha256').update(migration.sql).digest('hex')
