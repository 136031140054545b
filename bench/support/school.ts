import { join } from 'node:path'
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
            select $1, id, 'incident', 'INC-' || n, $2, 'incident:' || $2::text, 'bullying', case when n % 20 = 0 then 'open' else 'closed' end, $3,
                   now() - n * interval '7 minutes' from made)
     insert into app.record_detail (organisation_id, record_id, title, fields)
       select $1, id, 'Unkind message in a chat of the year group, case ' || n, '{"room": "B12", "device_used": "A phone"}' from made`,
    [school.organisationId, school.schoolId, school.policyId, count],
  )
  await admin.query("set session_replication_role = 'origin'")
}
