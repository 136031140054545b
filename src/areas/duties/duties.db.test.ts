import { beforeAll, describe, expect, test } from 'vitest'
import { endAbsence, noteAbsence } from '#areas/people/index.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { useDatabase } from '#tests/support/database.ts'
import { dutyTests } from '#tests/support/duties.ts'
import type { GivenOrganisation } from '#tests/support/given.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { doDuty, dutiesOfEvent } from './index.ts'

const t = useDatabase('2026-10-19T08:00:00Z')

const { rows, plan, given, first, done } = dutyTests(t)

describe('planDuties', () => {
  test('writes each round once, in order, and nothing new the second time or with other chances', async () => {
    const { organisation } = await given()
    const { made } = await plan(organisation)
    expect(made).toBeGreaterThan(50)
    expect((await plan(organisation, () => 0)).made).toBe(0)
    t.clock.set('2026-10-28T08:00:00Z')
    const later = await plan(organisation, () => 0.9)
    expect((await plan(organisation)).made).toBe(0)
    const weeks = await rows(organisation, 'weekly_monitoring_report')
    expect(new Set(weeks.map((row) => row.key)).size).toBe(weeks.length)
    expect(weeks[0]).toMatchObject({ party: 'dsl', state: 'open', key: `week:2026-10-19|${organisation.schoolId}` })
    expect(later.made).toBeGreaterThanOrEqual(0)
  })

  test('whatever days it is run on, the rounds are the same', async () => {
    const once = await given()
    const often = await given()
    for (const day of ['2026-10-20', '2026-10-23', '2026-10-24', '2026-11-02', '2026-11-16', '2026-12-19']) {
      t.clock.set(`${day}T07:00:00Z`)
      await plan(often.organisation)
    }
    await plan(once.organisation)
    const keys = async ({ organisation }: { organisation: GivenOrganisation }) =>
      (
        await t.peek<{ duty: string; occasion: string; due: string }>(
          `select duty, split_part(key, '|', 1) as occasion, due_at::text as due from app.duty where organisation_id = $1 order by 1, 3, 2`,
          [organisation.organisationId],
        )
      ).map((row) => `${row.duty} ${row.occasion} ${row.due}`)
    expect(await keys(often)).toEqual(await keys(once))
  })

  test('the daily check stands still in the half term, and ends at 17:00 on the school’s clock on both sides of its change', async () => {
    const { organisation } = await given()
    await plan(organisation)
    const days = (await rows(organisation, 'backup_check')).map((row) => row.due_at.toISOString())
    expect(days).toContain('2026-10-23T16:00:00.000Z')
    expect(days).toContain('2026-11-02T17:00:00.000Z')
    expect(days.some((day) => day >= '2026-10-24' && day < '2026-11-02')).toBe(false)
  })

  test('a leaver makes a duty for each account and, only for staff, one for the equipment; a mere change makes none', async () => {
    const { organisation } = await given()
    const pupil = await givenPerson(t, organisation, { kind: 'pupil', yearGroup: 5 })
    const teacher = await givenPerson(t, organisation, { kind: 'staff' })
    await t.peek(
      `update app.person_membership set until_on = '2026-10-23' where organisation_id = $1 and person_id = any ($2::uuid[])`,
      [organisation.organisationId, [pupil.personId, teacher.personId]],
    )
    t.clock.set('2026-10-24T07:00:00Z')
    await plan(organisation)
    const accounts = await rows(organisation, 'leaver_accounts')
    expect(accounts.map((row) => row.key.split('|')[1]).sort()).toEqual([pupil.personId, teacher.personId].sort())
    // 24 hours after 17:00 on Friday, over the night: the clock changes on Sunday only.
    expect(accounts[0]?.due_at.toISOString()).toBe('2026-10-24T16:00:00.000Z')
    const equipment = await rows(organisation, 'leaver_equipment')
    expect(equipment).toHaveLength(1)
    // One school day after, and the half term lies between.
    expect(equipment[0]?.due_at.toISOString()).toBe('2026-11-02T17:00:00.000Z')
    expect((await plan(organisation)).made).toBe(0)
  })

  test('a new member of staff is inducted, and the signature itself shows that it was done', async () => {
    const { organisation, business } = await given()
    const person = await givenPerson(t, organisation, { kind: 'staff' })
    await t.peek(
      `update app.person_membership set from_on = '2026-10-20' where organisation_id = $1 and person_id = $2`,
      [organisation.organisationId, person.personId],
    )
    t.clock.set('2026-10-21T08:00:00Z')
    await plan(organisation)
    const induction = await first(organisation, 'induction')
    await expect(done(business, induction.id)).rejects.toMatchObject({ name: 'Refused', code: 'duty.computed' })
    await t.peek(
      `insert into app.assent_request (organisation_id, id, policy_version_id, assent, about_id, school_id, round, state, asked_at, settled_at)
       select organisation_id, $2, policy_version_id, 'staff_guidance', $3, school_id, 'once', 'signed', now(), '2026-10-20T12:00:00Z'
         from app.duty where id = $1`,
      [induction.id, newId(), person.personId],
    )
    expect((await plan(organisation)).settled).toBe(1)
    expect((await first(organisation, 'induction')).state).toBe('done')
  })

  test('another organisation’s duties are not touched', async () => {
    const one = await given()
    const other = await given()
    await plan(one.organisation)
    expect(await rows(other.organisation, 'backup_check')).toEqual([])
  })
})

describe('dutiesOfEvent', () => {
  test('a worry about a virus makes its duties once, and another worry none', async () => {
    const { organisation } = await given()
    const system = systemActor(organisation.organisationId, 'tests')
    const happened = (id: string, worry: string) =>
      t.as(system, (tx) =>
        dutiesOfEvent(tx, {
          event: 'record/concern#opened',
          id,
          at: Temporal.Instant.from('2026-10-22T15:00:00Z'),
          schoolId: organisation.schoolId,
          values: { worry },
        }),
      )
    expect(await happened('a', 'virus')).toBe(2)
    expect(await happened('a', 'virus')).toBe(0)
    expect(await happened('b', 'unkind')).toBe(0)
    expect((await first(organisation, 'virus_warning')).due_at.toISOString()).toBe('2026-10-23T16:00:00.000Z')
  })

  test('a duty from a worry about the head goes to whoever stands in for the head', async () => {
    const { organisation, head } = await given()
    const chair = await givenPerson(t, organisation, { kind: 'governor', posts: ['chair_of_governors'] })
    const system = systemActor(organisation.organisationId, 'tests')
    await t.as(system, (tx) =>
      dutiesOfEvent(tx, {
        event: 'record/concern#opened',
        id: 'threat-1',
        at: Temporal.Instant.from('2026-10-19T08:00:00Z'),
        schoolId: organisation.schoolId,
        values: { worry: 'threat' },
        keptOut: [head.personId],
      }),
    )
    const duty = await first(organisation, 'threat_procedure')
    expect(duty.party).toBe('chair_of_governors')
    await done(chair, duty.id)
    expect((await first(organisation, 'threat_procedure')).state).toBe('done')
  })
})

describe('doDuty', () => {
  let g: Awaited<ReturnType<typeof given>>
  beforeAll(async () => {
    g = await given()
    await plan(g.organisation)
  })

  test('keeps what was stated with the clauses and the version, and refuses a second time', async () => {
    const duty = await first(g.organisation, 'weekly_monitoring_report')
    await done(g.dsl, duty.id)
    expect((await first(g.organisation, 'weekly_monitoring_report')).note).toBe('Read it: nothing to follow up.')
    const [entry] = await t.peek<{ clauses: string[]; actor_person_id: string; details: unknown }>(
      `select e.clauses, e.actor_person_id, d.details::text as details from app.ledger_entry e
         join app.ledger_detail d using (organisation_id, chain, seq) where e.code = 'duty.done' and e.subject_id = $1`,
      [duty.id],
    )
    expect(entry).toMatchObject({ clauses: ['L-016', 'L-017'], actor_person_id: g.dsl.personId })
    expect(String(entry?.details)).toContain('The report came, I read it')
    await expect(done(g.dsl, duty.id)).rejects.toMatchObject({ name: 'Refused', code: 'duty.settled' })
  })

  test('two at the same moment: one is kept, the other refused', async () => {
    const duty = await first(g.organisation, 'promote_safety').catch(() => first(g.organisation, 'backup_check'))
    const lead = await givenPerson(t, g.organisation, { kind: 'staff', posts: [duty.party] })
    const outcomes = await Promise.allSettled([done(lead, duty.id, 'a'), done(lead, duty.id, 'b')])
    expect(outcomes.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('is refused to somebody without the post, and lets the post that stands in act only while the holder is away', async () => {
    const duty = await first(g.organisation, 'server_check')
    const teacher = await givenPerson(t, g.organisation, { kind: 'staff' })
    await expect(done(teacher, duty.id)).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(done(g.dsl, duty.id)).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(done(g.business, duty.id)).rejects.toMatchObject({ name: 'Forbidden' })
    const fromOn = t.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate()
    const away = { personId: g.network.personId, fromOn, untilOn: fromOn }
    const id = await t.as(g.network, (tx) => noteAbsence(tx, g.network, away))
    await done(g.business, duty.id, 'I looked at each of them.')
    await t.as(g.network, (tx) => endAbsence(tx, g.network, { id, personId: g.network.personId }))
    expect((await first(g.organisation, 'server_check')).state).toBe('done')
  })

  test('cannot find another organisation’s duty, nor can a pupil or a parent; a governor sees it and may not', async () => {
    const duty = await first(g.organisation, 'backup_media_check')
    const elsewhere = await givenOrganisation(t, 'Another School')
    await givenPolicy(t, elsewhere)
    const stranger = await givenPerson(t, elsewhere, { kind: 'staff', posts: ['network_manager'] })
    const people = [stranger]
    for (const kind of ['pupil', 'parent'] as const) people.push(await givenPerson(t, g.organisation, { kind }))
    for (const person of people) await expect(done(person, duty.id)).rejects.toMatchObject({ name: 'NotFound' })
    const governor = await givenPerson(t, g.organisation, { kind: 'governor' })
    await expect(done(governor, duty.id)).rejects.toMatchObject({ name: 'Forbidden' })
  })

  test('wants a statement in words, and never skips what the policy asks for every time', async () => {
    const duty = await first(g.organisation, 'backup_media_check')
    await expect(done(g.network, duty.id, '')).rejects.toMatchObject({ code: 'duty.note' })
    await expect(
      t.as(g.network, (tx) => doDuty(tx, g.network, { dutyId: duty.id, note: 'No time', outcome: 'not_needed' })),
    ).rejects.toMatchObject({ code: 'duty.always_needed' })
  })

  test('does not take a duty that has not begun', async () => {
    const coming = (await rows(g.organisation, 'weekly_monitoring_report')).at(-1)
    await expect(done(g.dsl, coming?.id ?? '')).rejects.toMatchObject({ code: 'duty.not_begun' })
  })

  test('the database itself refuses a change by somebody without the post', async () => {
    const duty = await first(g.organisation, 'backup_media_check')
    const teacher = await givenPerson(t, g.organisation, { kind: 'staff' })
    const changed = await t.as(teacher, (tx) =>
      tx
        .updateTable('app.duty')
        .set({ state: 'done' })
        .where('organisation_id', '=', teacher.organisationId)
        .where('id', '=', duty.id)
        .executeTakeFirst(),
    )
    expect(Number(changed.numUpdatedRows)).toBe(0)
  })
})
