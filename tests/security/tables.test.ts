import { describe, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'

describe('every table of the app schema', () => {
  const t = useDatabase()

  test('has forced row security and at least one policy', async () => {
    const rows = await t.peek<{ name: string }>(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'app' and c.relkind in ('r', 'p')
         and (not c.relrowsecurity or not c.relforcerowsecurity
              or not exists (select 1 from pg_policy p where p.polrelid = c.oid))`)
    expect(rows.map((row) => row.name)).toEqual([])
  })

  test('has the organisation first in its primary key', async () => {
    const rows = await t.peek<{ name: string }>(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'app' and c.relkind in ('r', 'p') and not exists (
         select 1 from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
          where i.indrelid = c.oid and i.indisprimary and a.attname = 'organisation_id')`)
    expect(rows.map((row) => row.name)).toEqual([])
  })

  test('carries the organisation in every foreign key and unique constraint', async () => {
    const rows = await t.peek<{ name: string }>(`
      select c.relname || '.' || k.conname as name
        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'app' and k.contype in ('f', 'u') and not exists (
         select 1 from unnest(k.conkey) as key join pg_attribute a on a.attrelid = c.oid and a.attnum = key
          where a.attname = 'organisation_id')`)
    expect(rows.map((row) => row.name)).toEqual(['organisation.organisation_slug_key'])
  })

  test('belongs to the owner, and the web role may not skip row security', async () => {
    const owners = await t.peek<{ owner: string }>(`
      select distinct pg_get_userbyid(c.relowner) as owner from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'app' and c.relkind in ('r', 'p')`)
    expect(owners).toEqual([{ owner: 'kept_owner' }])
    const roles = await t.peek(
      `select rolname from pg_roles where rolname in ('kept_owner', 'kept_web', 'kept_jobs') and (rolbypassrls or rolsuper or rolcreaterole)`,
    )
    expect(roles).toEqual([])
  })

  test('gives the web role no rights in graphile_worker and no truncate anywhere', async () => {
    const [row] = await t.peek<{ worker: boolean; truncate: boolean }>(`
      select has_schema_privilege('kept_web', 'graphile_worker', 'usage') as worker,
             bool_or(has_table_privilege('kept_web', c.oid, 'truncate')) as truncate
        from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'app' and c.relkind = 'r'`)
    expect(row).toEqual({ worker: false, truncate: false })
  })

  test('shows nothing when no actor is set', async () => {
    const tables = await t.peek<{ name: string }>(`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'app' and c.relkind = 'r' and has_table_privilege('kept_web', c.oid, 'select')`)
    await t.peek('begin')
    await t.peek('set local role kept_web')
    for (const { name } of tables) expect(await t.peek(`select 1 from app.${name} limit 1`), name).toEqual([])
    await t.peek('rollback')
  })
})
