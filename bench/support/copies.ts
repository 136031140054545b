import { tellConcern } from '#areas/concerns/index.ts'
import { openRecord } from '#areas/records/index.ts'
import { anonymousActor } from '#core/actor.ts'
import type { BenchSchool } from './school.ts'
import type { World } from './world.ts'

/** So many concerns of a school that nobody has taken. */
export async function fillConcerns(world: World, school: BenchSchool, count: number): Promise<void> {
  const actor = anonymousActor(school.organisationId)
  const { id } = await world.db.inTx(actor, (tx) =>
    tellConcern(tx, actor, Buffer.alloc(32, 3), {
      schoolId: school.schoolId,
      reporterKind: 'pupil',
      body: 'Somebody writes unkind things about us in the chat of our year group, and it does not stop.',
      aboutKind: 'unkind',
      inDanger: false,
      wantsAnswer: true,
    }),
  )
  await copyMany(world, 'concern', id, count - 1)
}

/** So many cases of a school, each at its first step. */
export async function fillCases(world: World, school: BenchSchool, count: number): Promise<void> {
  const { id } = await world.db.inTx(school.lead, (tx) =>
    openRecord(tx, school.lead, {
      kind: 'incident',
      schoolId: school.schoolId,
      title: 'Unkind message in a chat of the year group',
      category: null,
      occurredAt: null,
      fields: { details: 'Found by a teacher on duty in the library.' },
      people: [{ part: 'instigator', personId: null, described: 'A pupil of Year 9' }],
    }),
  )
  await copyMany(world, 'record', id, count - 1)
}

// What every copy has of its own; all the rest is as in the first, which the program itself has made.
const OWN: Readonly<Record<string, string>> = {
  reference: "'INC-' || lpad((n + 1)::text, 5, '0')",
  receipt_hmac: "sha256(convert_to('bench' || n, 'UTF8'))",
  opened_at: "f.opened_at - n * interval '7 minutes'",
  told_at: "f.told_at - n * interval '7 minutes'",
}

/** Copies a thing with all that hangs on it, past every command: the bench asks how it is read, not how it is made. */
async function copyMany({ admin }: World, thing: 'record' | 'concern', id: string, count: number): Promise<void> {
  const hangs = `${thing}_id`
  const { rows } = await admin.query<{ table: string; columns: string[] }>(
    `select table_name::text as table, array_agg(column_name::text) as columns from information_schema.columns
      where table_schema = 'app' and is_generated = 'NEVER' group by 1 order by 1`,
  )
  await admin.query('create temporary table copy (id uuid, n int)')
  await admin.query('insert into copy select gen_random_uuid(), n from generate_series(1, $1::int) n', [count])
  await admin.query("set session_replication_role = 'replica'")
  for (const { table, columns } of rows) {
    if (table !== thing && (!columns.includes(hangs) || /^(ledger|tombstone|seeded|record$|concern$)/.test(table)))
      continue
    const key = table === thing ? 'id' : hangs
    const values = columns.map((name) => {
      if (name === key) return 'c.id'
      return name === 'id' ? 'gen_random_uuid()' : (OWN[table === thing ? name : ''] ?? `f."${name}"`)
    })
    const names = columns.map((name) => `"${name}"`)
    await admin.query(
      `insert into app.${table} (${names}) select ${values} from app.${table} f cross join copy c where f.${key} = $1`,
      [id],
    )
  }
  await admin.query("set session_replication_role = 'origin'")
  await admin.query('drop table copy')
}
