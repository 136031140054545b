import { describe, expect, test } from 'vitest'
import { grantsOf } from '#areas/assents/index.ts'
import { closeRecord, openRecord, readCase, takeStep } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Does } from '#pack/engines/flow/answer.ts'
import type { Scalar } from '#pack/types/value.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase('2026-10-06T09:00:00Z')
const app = useApp(t)

async function given() {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation, 'primary-federation')
  const staff = (name: string, posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
  return {
    organisation,
    coordinator: await staff('Ines Marlow', ['online_safety_lead']),
    head: await staff('Tomas Birk', ['head']),
    deputy: await staff('Asha Venn', ['deputy_head']),
    technician: await staff('Olu Farrant', ['network_manager']),
    teacher: await staff('Greta Sand', []),
    pupil: await givenPerson(t, organisation, { kind: 'pupil', name: 'Robin Hale', yearGroup: 4 }),
  }
}

const caseOf = (person: PersonActor, id: string) => t.as(person, (tx) => readCase(tx, id))
const open = async (person: PersonActor, id: string) => (await caseOf(person, id)).open.filter((step) => !step.early)

async function take(
  person: PersonActor,
  id: string,
  does: Does,
  fields: Record<string, Scalar> = {},
  departed: Record<string, string> = {},
) {
  const [step] = await open(person, id)
  return t.as(person, (tx) =>
    takeStep(tx, person, { recordId: id, step: step?.key ?? '', does, reason: 'Said', fields, departed }),
  )
}

/** A case of a pupil, up to the step at which the table is applied. */
async function givenCase(
  schoolId: string,
  coordinator: PersonActor,
  head: PersonActor,
  pupil: PersonActor,
  act: string,
): Promise<string> {
  const { id } = await t.as(coordinator, (tx) =>
    openRecord(tx, coordinator, {
      kind: 'incident',
      schoolId,
      title: 'Offensive material',
      category: 'offensive_material',
      occurredAt: null,
      fields: { kind: 'offensive_material', risk_seen: false },
      people: [{ part: 'pupil', personId: pupil.personId, described: null }],
    }),
  )
  const write = { plain_because: 'Admitted' }
  for (const [who, does] of [
    [coordinator, { done: true }],
    [coordinator, { answers: ['no'] }],
    [coordinator, { answers: ['no'] }],
    [head, { answers: ['no'] }],
    [head, { answers: ['no'] }],
    [head, { answers: ['pupil'] }],
  ] as const)
    expect(await take(who, id, does, write)).toMatchObject({ ok: true })
  expect(await take(head, id, { done: true }, { pupil_act: act })).toMatchObject({ ok: true })
  expect(await take(head, id, { answers: ['no'] })).toMatchObject({ ok: true })
  return id
}

/** The records that follow from a case, by kind. */
const following = async (person: PersonActor, id: string) => {
  const rows = await t.as(person, (tx) =>
    tx
      .selectFrom('app.record_origin as o')
      .innerJoin('app.record as r', (join) =>
        join.onRef('r.organisation_id', '=', 'o.organisation_id').onRef('r.id', '=', 'o.record_id'),
      )
      .select(['r.id', 'r.kind', 'r.state', 'r.circle'])
      .where('o.from_record_id', '=', id)
      .orderBy('r.kind')
      .execute(),
  )
  return new Map(rows.map((row) => [row.kind, row]))
}

describe('the action table for pupils', () => {
  test('proposes the row; the head confirms or departs with a reason; what is confirmed is opened, carried out and ends', async () => {
    const { organisation, coordinator, head, technician, teacher, pupil } = await given()
    const id = await givenCase(organisation.schoolId, coordinator, head, pupil, 'offensive_deliberate')

    const [step] = await open(head, id)
    expect(step).toMatchObject({ stepId: 'decide', branch: pupil.personId })
    expect(step?.proposes).toMatchObject({ rows: ['offensive_deliberate'], clauses: ['W-284'] })
    const heading = { pupil_behaviour_heading: 'Respect' }
    const chosen = ['deputy_or_manager', 'head', 'parents', 'access', 'further_sanction', 'warning']
    expect(await take(coordinator, id, { answers: chosen }, heading)).toMatchObject({ ok: false, code: 'not_theirs' })
    expect(await take(head, id, { answers: chosen }, heading)).toMatchObject({
      ok: false,
      fields: { 'departed-it_consultant': expect.anything(), 'departed-warning': expect.anything() },
    })
    const departed = { it_consultant: 'The filter held', warning: 'He was spoken to' }
    expect(await take(head, id, { answers: chosen }, heading, departed)).toMatchObject({ ok: true })

    const actions = await following(head, id)
    expect([...actions.keys()]).toEqual([
      'action_further_sanction',
      'action_inform_parents',
      'action_refer_deputy_or_manager',
      'action_refer_head',
      'action_remove_access',
      'action_warning',
    ])
    expect(await following(teacher, id)).toEqual(new Map())

    const access = actions.get('action_remove_access')?.id ?? ''
    await expect(caseOf(teacher, access)).rejects.toMatchObject({ name: 'NotFound' })
    expect((await caseOf(head, access)).people).toMatchObject([{ personId: pupil.personId, part: 'subject' }])
    const account = async () =>
      (await t.as(head, (tx) => grantsOf(tx, pupil.personId))).find((one) => one.grant === 'school_account')
    expect(await take(head, access, { done: true }, { rights: 'The internet', until: '2026-10-23' })).toMatchObject({
      ok: true,
    })
    expect(await account()).toMatchObject({ open: false, why: 'set_closed', until: '2026-10-23T22:59:59Z' })

    // The network manager holds the gate: they are asked to set it, see that alone, and state how they did it.
    const [held] = (await following(head, access)).values()
    expect(held?.kind).toBe('held_by_network_manager')
    expect((await caseOf(technician, held?.id ?? '')).title).toContain('until 23 October 2026')
    await expect(caseOf(technician, id)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(caseOf(technician, access)).rejects.toMatchObject({ name: 'NotFound' })
    expect(await take(technician, held?.id ?? '', { done: true }, { set_how: 'Seen in the directory' })).toMatchObject({
      ok: true,
    })

    for (const does of [{ done: true }, { answers: ['no'] }] as const)
      expect(await take(head, id, does, { made_aware_how: 'In assembly' })).toMatchObject({ ok: true })
    const closing = t.as(head, (tx) => closeRecord(tx, head, { recordId: id, outcome: 'done' }))
    await expect(closing).rejects.toMatchObject({ name: 'Refused' })

    // The next case of the same pupil: it is counted, with its row, for those who may read the first.
    t.clock.set('2026-11-03T09:00:00Z')
    const again = await givenCase(organisation.schoolId, coordinator, head, pupil, 'filter_bypass')
    const proposes = async (who: PersonActor) => (await open(who, again))[0]?.proposes
    const counted = { repeated: { number: 1, records: [id] } }
    expect(await proposes(head)).toMatchObject({ rows: ['repeated', 'filter_bypass'], counted })
    const key = (await open(head, again))[0]?.key ?? ''
    expect((await app.get(`/incidents/${again}/steps/${encodeURIComponent(key)}`, head)).text).toMatch(
      /Decided before about the same person One earlier case was counted: \S+ Only cases that.* If another number holds/,
    )
    const wall = `insert into app.record_wall (organisation_id, record_id, person_id, because)
      values ('${organisation.organisationId}', $1, $2, 'conflict')`
    await t.peek(wall, [id, coordinator.personId])
    expect(await proposes(coordinator)).toMatchObject({ rows: ['filter_bypass'], counted: { repeated: { number: 0 } } })
    const decide = (because: string) =>
      t.as(head, (tx) =>
        takeStep(tx, head, {
          recordId: again,
          step: key,
          does: { answers: ['it_consultant'] },
          fields: heading,
          counts: { repeated: { number: 0, because } },
        }),
      )
    expect(await decide(' ')).toMatchObject({ ok: false, fields: { 'counted_why-repeated': expect.anything() } })
    expect(await decide('It was somebody else')).toMatchObject({ ok: true })
    expect((await app.get(`/incidents/${again}`, head)).text).toContain('0 earlier cases, not 1: It was somebody else')
    await t.peek("update app.record set state = 'voided' where id = $1", [id])
    const third = await givenCase(organisation.schoolId, coordinator, head, pupil, 'filter_bypass')
    expect((await open(head, third))[0]?.proposes?.counted?.repeated?.records).toEqual([again])
  })
})
