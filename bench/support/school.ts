import { join } from 'node:path'
import type pg from 'pg'
import { createOrganisation } from '#areas/people/index.ts'
import { publishPolicy } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { projectRoot } from '#platform/database/project-root.ts'
import { readPackFolder } from '../../src/sample/read-pack.ts'
import type { World } from './world.ts'

export interface BenchSchool {
  readonly organisationId: string
  readonly schoolId: string
  readonly policyId: string
  readonly lead: PersonActor
}

/** An organisation with one school, the first policy in force, and an online safety lead. */
export async function makeSchool(world: World, slug: string): Promise<BenchSchool> {
  const organisationId = newId()
  const schoolId = newId()
  const system = systemActor(organisationId, 'bench')
  const lead: PersonActor = { kind: 'person', organisationId, personId: newId(), audience: 'staff' }
  const pack = readPackFolder(join(projectRoot(), 'packs/special-all-through'))
  const policyId = await world.db.inTx(system, async (tx) => {
    await createOrganisation(tx, system, { slug, name: 'Bench School', sample: true })
    await tx
      .insertInto('app.school')
      .values({ organisation_id: organisationId, id: schoolId, name: 'Bench School' })
      .execute()
    await tx
      .insertInto('app.person')
      .values({ organisation_id: organisationId, id: lead.personId, given_name: 'Bench', family_name: 'Lead' })
      .execute()
    await tx
      .insertInto('app.person_membership')
      .values({
        organisation_id: organisationId,
        id: newId(),
        person_id: lead.personId,
        school_id: schoolId,
        kind: 'staff',
        from_on: '2024-09-01',
      })
      .execute()
    await tx
      .insertInto('app.post_holder')
      .values({
        organisation_id: organisationId,
        id: newId(),
        post: 'online_safety_lead',
        person_id: lead.personId,
        from_on: '2024-09-01',
      })
      .execute()
    return (await publishPolicy(tx, system, { pack, inForceOn: Temporal.PlainDate.from('2024-09-01') })).id
  })
  return { organisationId, schoolId, policyId, lead }
}

/** Fills a school with incidents, past every command: the bench asks how they are read, not how they are made. */
export async function fillIncidents(world: World, school: BenchSchool, count: number): Promise<void> {
  const { admin } = world
  await admin.query("set session_replication_role = 'replica'")
  await admin.query(
    `with made as (select gen_random_uuid() as id, n from generate_series(1, $4::int) n),
          records as (insert into app.record (organisation_id, id, kind, reference, school_id, circle, category, state, policy_version_id, opened_at)
            select $1, id, 'incident', 'INC-' || n, $2, 'incident:' || $2::uuid, 'bullying', case when n % 20 = 0 then 'open' else 'closed' end, $3,
                   now() - n * interval '7 minutes' from made)
     insert into app.record_detail (organisation_id, record_id, title, fields)
       select $1, id, 'Unkind message in a chat of the year group, case ' || n, '{"room": "B12", "device_used": "A phone"}' from made`,
    [school.organisationId, school.schoolId, school.policyId, count],
  )
  await admin.query("set session_replication_role = 'origin'")
}

/** So many schools, each an organisation of its own, with as many incidents; the first of them has people. */
export async function makeManySchools(world: World, schools: number, each: number): Promise<BenchSchool> {
  const { admin } = world
  const first = await makeSchool(world, 'school-0')
  await fillIncidents(world, first, each)
  await withoutIndexes(admin, ['record', 'record_detail'], async () => {
    // The same school again and again under other organisations: only the ids differ.
    await admin.query(
      `insert into app.organisation (organisation_id, slug, name, sample)
         select gen_random_uuid(), 'school-' || n, 'Bench School', true from generate_series(1, $1::int) n`,
      [schools - 1],
    )
    await admin.query(
      `insert into app.record (organisation_id, id, kind, reference, school_id, circle, category, state, policy_version_id, opened_at)
         select o.organisation_id, gen_random_uuid(), r.kind, r.reference, r.school_id, r.circle, r.category, r.state,
                r.policy_version_id, r.opened_at
           from app.organisation o cross join app.record r
          where r.organisation_id = $1 and o.slug like 'school-%' and o.organisation_id <> $1`,
      [first.organisationId],
    )
    await admin.query(
      `insert into app.record_detail (organisation_id, record_id, title, fields)
         select r.organisation_id, r.id, 'Unkind message in a chat of the year group', '{"room": "B12"}'
           from app.record r join app.organisation o on o.organisation_id = r.organisation_id
          where o.slug like 'school-%' and o.organisation_id <> $1`,
      [first.organisationId],
    )
  })
  return first
}

/** Fills tables as a restore does: the indexes that only help reading are made again afterwards. */
async function withoutIndexes(admin: pg.Client, tables: readonly string[], fill: () => Promise<void>): Promise<void> {
  const { rows } = await admin.query<{ name: string; text: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as text
       from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'app' and c.relname = any ($1) and not i.indisunique`,
    [tables],
  )
  for (const { name } of rows) await admin.query(`drop index ${name}`)
  await admin.query("set session_replication_role = 'replica'")
  await fill()
  await admin.query("set session_replication_role = 'origin'")
  await admin.query("set maintenance_work_mem = '256MB'")
  for (const { text } of rows) await admin.query(text)
}
