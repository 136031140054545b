import { sql } from 'kysely'
import type { Actor } from '#core/actor.ts'
import type { TestDatabase } from './database.ts'

/** A column by which a table names a record or something of one. */
interface Naming {
  readonly table: string
  readonly column: string
}

/** Every column of the schema that names a record or what stands around one, from the catalogue: a table added tomorrow is in it. */
export const namingColumns = (t: TestDatabase): Promise<Naming[]> =>
  t.peek<Naming>(`
    select distinct c.relname as table, a.attname as column
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where n.nspname = 'app' and c.relkind = 'r' and (
       a.attname in ('record_id', 'subject_id') or (c.relname, a.attname) = ('record', 'id')
       or exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
                     and k.confrelid = 'app.record'::regclass and a.attnum = any (k.conkey) and a.attname <> 'organisation_id'))
     order by 1, 2`)

/** The ids of a case and of every row that names it: what a notice or an entry of the ledger may be about. */
export async function idsAround(t: TestDatabase, naming: readonly Naming[], recordId: string): Promise<string[]> {
  const identified = await t.peek<{ name: string }>(`select c.relname as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'id'
    where n.nspname = 'app' and c.relkind = 'r'`)
  const named = naming.filter(
    ({ table, column }) => column !== 'subject_id' && identified.some((one) => one.name === table),
  )
  const parts = named.map(({ table, column }) => `select id from app.${table} where ${column} = $1`)
  const rows = await t.peek<{ id: string }>(parts.join(' union '), [recordId])
  // The case that another one is linked with has its own readers.
  const others = await t.peek<{ id: string }>('select id from app.record where id <> $1', [recordId])
  return rows.map((row) => row.id).filter((id) => !others.some((one) => one.id === id))
}

/** The tables in which somebody sees a row of a case, past every page and query of ours. */
export async function seenAround(
  t: TestDatabase,
  naming: readonly Naming[],
  actor: Actor,
  recordId: string,
): Promise<string[]> {
  const ids = await idsAround(t, naming, recordId)
  const parts = naming.map(
    ({ table, column }) => sql`select ${sql.lit(table)} as name
      where exists (select 1 from ${sql.table(`app.${table}`)} x where ${sql.ref(`x.${column}`)} = any (${ids}::uuid[] || ${recordId}::uuid))`,
  )
  const { rows } = await t.as(actor, (tx) =>
    sql<{
      name: string
    }>`select distinct name from (${sql.join(parts, sql` union all `)}) as seen order by name`.execute(tx),
  )
  return rows.map((row) => row.name)
}
