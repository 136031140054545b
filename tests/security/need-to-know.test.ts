import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { openRecord, takeStep, writeFields } from '#areas/records/index.ts'
import type { Actor, PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenFamily, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase()

/** The tables of one case, and how each names it. */
const TABLES = {
  record: 'id',
  record_detail: 'record_id',
  record_person: 'record_id',
  record_event: 'record_id',
  record_step: 'record_id',
  record_notice: 'record_id',
  record_wall: 'record_id',
  record_reader: 'record_id',
  ledger_entry: 'record_id',
} as const
type Table = keyof typeof TABLES | 'ledger_detail'

const NAMES: readonly Table[] = [
  'record',
  'record_detail',
  'record_person',
  'record_event',
  'record_step',
  'record_notice',
  'record_wall',
  'record_reader',
  'ledger_entry',
  'ledger_detail',
]
const NOTHING: readonly Table[] = []
/** All of it; walls and invitations are each person's own. */
const WHOLE = NAMES.filter((name) => name !== 'record_wall' && name !== 'record_reader')
/** Only that it exists: not who is in it, nor a word of it. */
const MASKED: readonly Table[] = ['record']

const world: { people?: Record<string, Actor>; usual?: string; aboutHead?: string } = {}

beforeAll(async () => {
  const organisation = await givenOrganisation(t)
  const { organisationId, schoolId } = organisation
  await givenPolicy(t, organisation)
  const staff = (name: string, posts: string[] = []) => givenPerson(t, organisation, { kind: 'staff', name, posts })
  const governor = (name: string, posts: string[] = []) =>
    givenPerson(t, organisation, { kind: 'governor', name, posts })
  const people = {
    lead: await staff('Priya Raman', ['online_safety_lead']),
    head: await staff('Moira Tolland', ['head']),
    named: await staff('Ben Adeyemi', ['dsl']),
    network: await staff('Joss Wetherby', ['network_manager']),
    classTeacher: await staff('Sam Pritchard'),
    teacher: await staff('Una Field'),
    chair: await governor('Ruth Okafor', ['chair_of_governors']),
    governor: await governor('Ivo Marsh'),
    pupil: await givenPerson(t, organisation, { kind: 'pupil', name: 'Leila Haddad', yearGroup: 8 }),
    parent: await givenPerson(t, organisation, { kind: 'parent', name: 'Nadia Haddad' }),
    otherSchool: await givenLeadElsewhere(organisationId),
    stranger: await givenStranger(),
    anonymous: { kind: 'anonymous', organisationId } satisfies Actor,
  }
  await givenFamily(t, people.parent, people.pupil)
  await givenClass(organisationId, schoolId, people.classTeacher, people.pupil)
  const open = (opener: PersonActor, named: PersonActor) =>
    t.as(opener, (tx) =>
      openRecord(tx, opener, {
        kind: 'incident',
        schoolId,
        title: 'Unkind group chat',
        category: 'unkind_message',
        occurredAt: null,
        fields: { happened_at: '2026-11-20', details: 'Words' },
        people: [
          { part: 'named_staff', personId: named.personId, described: null },
          { part: 'victim', personId: people.pupil.personId, described: null },
        ],
      }),
    )
  world.usual = (await open(people.lead, people.named)).id
  world.aboutHead = (await open(people.lead, people.head)).id
  for (const recordId of [world.usual, world.aboutHead]) {
    await t.as(people.lead, (tx) =>
      writeFields(tx, people.lead, { recordId, fields: { for_class_teacher: 'Keep an eye on her' } }),
    )
    const does = { answers: ['not_illegal'] }
    await t.as(people.lead, (tx) =>
      takeStep(tx, people.lead, { recordId, step: 'incident:chart:1.illegal:triage:1', does }),
    )
  }
  world.people = people
})

const USUAL: Record<string, readonly Table[]> = {
  lead: WHOLE,
  head: WHOLE,
  // Walled off although their post belongs to the circle: they may look up that there is a wall, and no more.
  named: ['record_wall'],
  network: NOTHING,
  classTeacher: ['record_notice'],
  teacher: NOTHING,
  chair: MASKED,
  governor: MASKED,
  pupil: NOTHING,
  parent: NOTHING,
  otherSchool: NOTHING,
  stranger: NOTHING,
  anonymous: NOTHING,
}

describe('a case about a member of staff', () => {
  test.each(Object.entries(USUAL))('shows %s the rows they need, and no other', async (role, tables) => {
    expect(await seenBy(role, world.usual ?? '')).toEqual(tables)
  })
})

describe('a case about the head', () => {
  const expected = { ...USUAL, head: ['record_wall'], named: WHOLE, chair: WHOLE }

  test.each(Object.entries(expected))('shows %s the rows they need, and no other', async (role, tables) => {
    expect(await seenBy(role, world.aboutHead ?? '')).toEqual(tables)
  })
})

test('nobody slips in a row that would open a case to them', async () => {
  const { people, usual } = world
  const persons = Object.entries(people ?? {}).flatMap(([role, actor]) =>
    actor.kind === 'person' ? [{ role, actor }] : [],
  )
  expect(persons.length).toBeGreaterThan(4)
  for (const { role, actor } of persons) {
    const row = { organisation_id: actor.organisationId, record_id: usual ?? '', person_id: actor.personId }
    await expect(
      t.as(actor, (tx) => tx.insertInto('app.record_reader').values(row).execute()),
      role,
    ).rejects.toThrow(/row-level security/)
    const lifted = await t.as(actor, (tx) =>
      tx
        .updateTable('app.record_wall')
        .set({ lifted_at: '2026-11-23T10:00:00Z' })
        .where('organisation_id', '=', actor.organisationId)
        .returning('person_id')
        .execute(),
    )
    expect(lifted, role).toEqual([])
  }
})

/** The tables in which somebody sees at least one row of a case, past every page and query of ours. */
async function seenBy(role: string, id: string): Promise<Table[]> {
  const actor = world.people?.[role]
  if (actor === undefined) throw new Error(`nobody is ${role}`)
  return t.as(actor, async (tx) => {
    const seen: Table[] = []
    for (const [name, column] of Object.entries(TABLES)) {
      const { rows } =
        await sql`select 1 from ${sql.table(`app.${name}`)} where ${sql.ref(column)} = ${id} limit 1`.execute(tx)
      if (rows.length > 0) seen.push(name as Table)
    }
    const { rows } = await sql`select 1 from app.ledger_detail d
      join app.ledger_entry e on e.organisation_id = d.organisation_id and e.chain = d.chain and e.seq = d.seq
     where e.record_id = ${id} limit 1`.execute(tx)
    return rows.length > 0 ? [...seen, 'ledger_detail'] : seen
  })
}

async function givenLeadElsewhere(organisationId: string): Promise<PersonActor> {
  const schoolId = newId()
  const personId = newId()
  await t.as(systemActor(organisationId, 'tests'), async (tx) => {
    const own = { organisation_id: organisationId }
    await tx
      .insertInto('app.school')
      .values({ ...own, id: schoolId, name: 'Another school' })
      .execute()
    await tx
      .insertInto('app.person')
      .values({ ...own, id: personId, given_name: 'Owen', family_name: 'Lark' })
      .execute()
    const since = { person_id: personId, school_id: schoolId, from_on: '2026-09-01' }
    await tx
      .insertInto('app.person_membership')
      .values({ ...own, ...since, id: newId(), kind: 'staff' })
      .execute()
    await tx
      .insertInto('app.post_holder')
      .values({ ...own, ...since, id: newId(), post: 'online_safety_lead' })
      .execute()
  })
  return { kind: 'person', organisationId, personId, audience: 'staff' }
}

async function givenStranger(): Promise<PersonActor> {
  const elsewhere = await givenOrganisation(t, 'Another organisation')
  await givenPolicy(t, elsewhere)
  return givenPerson(t, elsewhere, { kind: 'staff', name: 'Ada Crane', posts: ['online_safety_lead', 'head', 'dsl'] })
}

async function givenClass(organisationId: string, schoolId: string, teacher: PersonActor, pupil: PersonActor) {
  const classId = newId()
  const since = { organisation_id: organisationId, from_on: '2026-09-01' }
  await t.as(systemActor(organisationId, 'tests'), async (tx) => {
    await tx
      .insertInto('app.class')
      .values({ ...since, id: classId, school_id: schoolId, name: '8B', kind: 'homeroom', school_year: 2026 })
      .execute()
    for (const [part, person] of [
      ['teacher', teacher],
      ['pupil', pupil],
    ] as const)
      await tx
        .insertInto('app.class_member')
        .values({ ...since, id: newId(), class_id: classId, person_id: person.personId, part })
        .execute()
  })
}
