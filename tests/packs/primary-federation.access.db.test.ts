import { expect, test } from 'vitest'
import { endDue, liftedNow } from '#areas/actions/index.ts'
import { openRecord, readCase, type TakeStep, takeStep } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import type { Does } from '#pack/engines/flow/answer.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase('2026-10-06T09:00:00Z')

async function given() {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation, 'primary-federation')
  const staff = (name: string, posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
  return {
    organisation,
    system: systemActor(organisation.organisationId, 'tests'),
    coordinator: await staff('Ines Marlow', ['online_safety_lead']),
    head: await staff('Tomas Birk', ['head']),
    deputy: await staff('Asha Venn', ['deputy_head']),
    technician: await staff('Olu Farrant', ['network_manager']),
    senior: await staff('Lena Ashdown', ['possible_investigators']),
    other: await staff('Ola Wick', ['possible_investigators']),
  }
}
type Given = Awaited<ReturnType<typeof given>>

async function take(
  person: PersonActor,
  id: string,
  does: Does,
  fields = {},
  more: Partial<Pick<TakeStep, 'people' | 'witness' | 'told'>> = {},
) {
  const [step] = (await t.as(person, (tx) => readCase(tx, id))).open.filter((one) => !one.early)
  const taken = await t.as(person, (tx) =>
    takeStep(tx, person, { recordId: id, step: step?.key ?? '', does, reason: 'Said in the test', fields, ...more }),
  )
  expect([step?.stepId, taken]).toMatchObject([step?.stepId, { ok: true }])
}

/** A case at the moment when two investigators have chosen their computer. */
async function investigated({ organisation, coordinator, head, senior, other }: Given): Promise<string> {
  const { id } = await t.as(coordinator, (tx) =>
    openRecord(tx, coordinator, {
      kind: 'incident',
      schoolId: organisation.schoolId,
      title: 'Something online',
      category: 'pornography',
      occurredAt: null,
      fields: { kind: 'pornography', risk_seen: false },
      people: [],
    }),
  )
  for (const does of [{ done: true } as const, { answers: ['no'] }, { answers: ['no'] }])
    await take(coordinator, id, does)
  await take(head, id, { answers: ['yes'] })
  const people = [senior, other].map((one) => ({ person: one.personId, part: 'investigator' }))
  await take(head, id, { done: true }, { investigation_started: '2026-10-06T10:00' }, { people })
  await take(senior, id, { second: true })
  await take(senior, id, { answers: ['yes'] }, { designated_computer: 'Laptop 14' })
  return id
}

async function exceptionOf({ system }: Given, caseId: string) {
  const rows = await t.as(system, (tx) =>
    tx
      .selectFrom('app.record_origin as o')
      .innerJoin('app.record as r', 'r.id', 'o.record_id')
      .select(['r.id', 'r.state'])
      .where('o.from_record_id', '=', caseId)
      .where('r.kind', '=', 'exception_investigators_access')
      .execute(),
  )
  expect(rows).toHaveLength(1)
  return rows[0] ?? { id: '', state: '' }
}

const ended = (one: Given, id: string, event: string) =>
  t.as(one.system, (tx) => endDue(tx, one.system, { records: [id], event }))

test('wider access is asked for with the computer, holds for each investigator once decided, and is over with the investigation', async () => {
  const one = await given()
  const { head, deputy, technician, senior, other } = one
  const id = await investigated(one)
  const exception = (await exceptionOf(one, id)).id
  const lifted = async () => (await t.as(one.system, (tx) => liftedNow(tx))).get('measure/filtering')?.count ?? 0
  expect(await lifted()).toBe(0)
  const asked = await t.as(deputy, (tx) => readCase(tx, exception))
  expect(asked.fields).toMatchObject({
    access_computer: 'Laptop 14',
    taken_because: 'The case has come to: Designated computer.',
  })
  expect(asked.people.map((person) => person.personId).toSorted()).toEqual([senior.personId, other.personId].toSorted())
  // Whoever asked does not decide.
  const [open] = asked.open
  const own = { recordId: exception, step: open?.key ?? '', does: { voice: 'yes' } as const, note: 'Needed' }
  expect(await t.as(senior, (tx) => takeStep(tx, senior, own))).toMatchObject({ ok: false })
  expect(await t.as(deputy, (tx) => takeStep(tx, deputy, own))).toMatchObject({ ok: true })
  expect(await lifted()).toBe(1)
  const held = await t.as(one.system, (tx) =>
    tx.selectFrom('app.lasting_effect').select(['person_id', 'ended_at']).where('record_id', '=', exception).execute(),
  )
  expect(held.map((row) => row.person_id).toSorted()).toEqual([senior.personId, other.personId].toSorted())

  await take(technician, id, { notNeeded: true })
  await take(technician, id, { done: true }, { access_given: 'The two, today' })
  await take(senior, id, { done: true }, { visits: 'One, at ten' }, { witness: technician.personId })
  await take(senior, id, { answers: ['no'] })
  await take(senior, id, { done: true }, { site_addresses: 'One', content_described: 'Pictures' })
  await take(senior, id, { answers: ['no'] })
  const told = [{ party: 'party/police', about: null, because: 'Pictures of a party, no more' }]
  await take(senior, id, { answers: ['none'] }, {}, { told })
  await take(senior, id, { answers: ['no'] }, { judged_because: 'Nothing' })
  await take(other, id, { second: true })
  expect(await ended(one, exception, 'flow/investigation#view')).toBe(0)
  await take(senior, id, { done: true }, { same_computer: true, form_kept_at: 'In the safe' })
  await take(other, id, { second: true })
  const jobs = await t.peek<{ payload: { event?: string } }>(
    `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks k on k.id = j.task_id
     where k.identifier = 'end_lasting' and payload::jsonb->'records' ? $1`,
    [exception],
  )
  expect(jobs.map((job) => job.payload.event)).toContain('flow/investigation#retain')
  expect(await ended(one, exception, 'flow/investigation#retain')).toBe(1)
  expect(await lifted()).toBe(0)
  expect((await t.as(head, (tx) => readCase(tx, exception))).state).toBe('closed')
})

test('access that nobody decided before the investigation was over is not needed any longer', async () => {
  const one = await given()
  const exception = await exceptionOf(one, await investigated(one))
  expect(exception.state).toBe('open')
  expect(await ended(one, exception.id, 'record/incident#closed')).toBe(1)
  expect((await t.as(one.coordinator, (tx) => readCase(tx, exception.id))).state).toBe('closed')
})
