import type pg from 'pg'

/**
 * The whole schema of a migrated database as text, in an order of its own: what a change of the migrations changes is read
 * in its difference. No client tool of the machine is needed, and no data is in it.
 */
export async function dumpSchema(admin: pg.Client): Promise<string> {
  const parts = [
    '-- Written by `node scripts/write-schema.ts`; the migrations are the source.',
    ...(await tables(admin)),
    ...(await lines(admin, FUNCTIONS)),
  ]
  return `${parts.join('\n\n')}\n`
}

async function tables(admin: pg.Client): Promise<string[]> {
  const { rows } = await admin.query<{ oid: number; name: string; forced: boolean }>(TABLES)
  const found: string[] = []
  for (const { oid, name, forced } of rows) {
    const columns = await lines(admin, COLUMNS, [oid])
    const constraints = await lines(admin, CONSTRAINTS, [oid])
    const after = [
      ...(await lines(admin, INDEXES, [oid])),
      ...(await lines(admin, POLICIES, [oid])),
      ...(await lines(admin, GRANTS, [oid])),
    ]
    const security = forced ? [`-- row security is enabled and forced on ${name}`] : []
    found.push(
      [
        `create table ${name} (\n${[...columns, ...constraints].map((line) => `  ${line}`).join(',\n')}\n);`,
        ...security,
        ...after,
      ].join('\n'),
    )
  }
  return found
}

async function lines(admin: pg.Client, text: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await admin.query<{ line: string }>(text, values)
  return rows.map(({ line }) => line)
}

const TABLES = `
  select c.oid, n.nspname || '.' || c.relname as name, c.relforcerowsecurity and c.relrowsecurity as forced
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname in ('app', 'identity') and c.relkind = 'r' order by 2`

const COLUMNS = `
  select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
         || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where a.attrelid = $1 and a.attnum > 0 and not a.attisdropped order by a.attnum`

const CONSTRAINTS = `
  select 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint
   where conrelid = $1 and contype in ('p', 'u', 'f', 'c') order by contype desc, conname`

const INDEXES = `
  select pg_get_indexdef(i.indexrelid) || ';' as line from pg_index i
   where i.indrelid = $1 and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = $1)
   order by 1`

const POLICIES = `
  select 'policy ' || p.polname || case when p.polpermissive then '' else ' as restrictive' end || ' for ' || case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
           when 'd' then 'delete' else 'all' end
         || ' to ' || (select string_agg(r.rolname, ', ' order by r.rolname) from pg_roles r where r.oid = any (p.polroles))
         || coalesce(' using ' || pg_get_expr(p.polqual, p.polrelid), '')
         || coalesce(' with check ' || pg_get_expr(p.polwithcheck, p.polrelid), '') as line
    from pg_policy p where p.polrelid = $1 order by p.polname, p.polcmd`

const GRANTS = `
  select 'grant ' || string_agg(what, ', ' order by what) || ' to kept_web' as line from (
    select privilege_type as what from information_schema.role_table_grants g join pg_class c on c.oid = $1
      join pg_namespace n on n.oid = c.relnamespace
     where g.grantee = 'kept_web' and g.table_schema = n.nspname and g.table_name = c.relname
    union
    select privilege_type || ' (' || string_agg(column_name, ', ' order by column_name) || ')'
      from information_schema.role_column_grants g join pg_class c on c.oid = $1 join pg_namespace n on n.oid = c.relnamespace
     where g.grantee = 'kept_web' and g.table_schema = n.nspname and g.table_name = c.relname
       and not exists (select 1 from information_schema.role_table_grants t where t.grantee = 'kept_web'
         and t.table_schema = g.table_schema and t.table_name = g.table_name and t.privilege_type = g.privilege_type)
     group by privilege_type) granted
  having count(*) > 0`

const FUNCTIONS = `
  select pg_get_functiondef(p.oid) || ';' as line from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where n.nspname in ('app', 'identity') order by n.nspname, p.proname`
