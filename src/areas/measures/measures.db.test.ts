import { describe, expect, test } from 'vitest'
import { planDuties } from '#areas/duties/index.ts'
import { noteAbsence } from '#areas/people/index.ts'
import { policyInForce } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import type { GivenOrganisation } from '#tests/support/given.ts'
import { givenPerson } from '#tests/support/given.ts'
import { measureTests } from '#tests/support/measures.ts'
import { packNamed } from '#tests/support/packs.ts'
import { measureStandings } from './index.ts'

const t = useDatabase('2026-10-19T08:00:00Z')

const { given, word, state } = measureTests(t)

const standings = (organisation: GivenOrganisation) => {
  const system = systemActor(organisation.organisationId, 'tests')
  const refs = ['measure/passwords', 'measure/filter', 'measure/file_names', 'measure/nowhere']
  return t.as(system, async (tx) => measureStandings.standings(tx, await policyInForce(tx), refs))
}

describe('a measure', () => {
  test('is no evidence until somebody has looked, attested from then on, then due, then late', async () => {
    const { organisation, lead } = await given()
    const before = await standings(organisation)
    expect(before.get('measure/passwords')).toMatchObject({ state: 'none', proof: null })
    expect(before.get('measure/passwords')?.says).toMatch(/^Nobody has checked it yet. A check is due .*18 December/)
    expect(before.get('measure/file_names')).toMatchObject({
      state: 'none',
      says: 'Kept does not show yet that it holds this.',
    })
    expect(before.has('measure/nowhere')).toBe(false)
    await state(lead, word(organisation))
    expect((await standings(organisation)).get('measure/passwords')).toMatchObject({
      state: 'kept',
      proof: 'attested',
      since: Temporal.Instant.from('2026-10-19T08:00:00Z'),
      changesAt: Temporal.Instant.from('2027-01-05T00:00:00Z'),
    })
    t.clock.set('2027-01-06T08:00:00Z')
    expect((await standings(organisation)).get('measure/passwords')).toMatchObject({ state: 'due', proof: null })
    t.clock.set('2027-03-26T08:00:00Z')
    expect((await standings(organisation)).get('measure/passwords')).toMatchObject({ state: 'late' })
  })

  test('that does not hold is broken, without what was seen in the sentence, until somebody sees that it holds', async () => {
    const { organisation, lead } = await given()
    await state(lead, word(organisation, { holds: false, said: 'Four characters will do.' }))
    const broken = (await standings(organisation)).get('measure/passwords')
    expect(broken).toMatchObject({ state: 'broken', proof: null })
    expect(broken?.says).toBe('Checked today: it does not hold.')
    t.clock.set('2026-10-20T08:00:00Z')
    await state(lead, word(organisation))
    expect((await standings(organisation)).get('measure/passwords')).toMatchObject({ state: 'kept' })
  })

  test('stands as its worst school does', async () => {
    const { organisation, lead } = await given()
    await t.as(systemActor(organisation.organisationId, 'tests'), (tx) =>
      tx
        .insertInto('app.school')
        .values({ organisation_id: organisation.organisationId, id: newId(), name: 'Mill Lane' })
        .execute(),
    )
    await state(lead, word(organisation))
    const found = (await standings(organisation)).get('measure/passwords')
    expect(found).toMatchObject({ state: 'none', counts: { schools: 2, hold: 1 } })
    expect(found?.says).toContain('At 1 of 2 schools: nobody has checked it yet.')
  })
})

describe('a check', () => {
  test('is kept with who, when, as what and the values as set, and is in the ledger', async () => {
    const { organisation, lead } = await given()
    await state(lead, word(organisation))
    expect(
      await t.peek(
        'select holds, proof, as_set, checked_by, party, stands_in from app.measure_check where organisation_id = $1',
        [organisation.organisationId],
      ),
    ).toEqual([
      {
        holds: true,
        proof: 'report',
        as_set: { minimum: '6' },
        checked_by: lead.personId,
        party: 'online_safety_lead',
        stands_in: false,
      },
    ])
    expect(
      await t.peek("select clauses from app.ledger_entry where organisation_id = $1 and code = 'measure.holds'", [
        organisation.organisationId,
      ]),
    ).toEqual([{ clauses: ['L-241'] }])
  })

  test('is stated only by whom the policy asks, never by whoever holds the measure', async () => {
    const { organisation, lead, dsl, network, teacher, governor } = await given()
    for (const somebody of [dsl, network, teacher, governor])
      await expect(state(somebody, word(organisation))).rejects.toMatchObject({ code: 'measure.not_mine' })
    const filter = word(organisation, { measure: 'filter', proof: 'statement', asSet: {} })
    await state(dsl, filter)
    await state(lead, filter)
    const both = await givenPerson(t, organisation, { kind: 'staff', posts: ['dsl', 'network_manager'] })
    await expect(state(both, filter)).rejects.toMatchObject({ code: 'measure.not_mine' })
    await expect(state(dsl, word(organisation, { measure: 'file_names' }))).rejects.toMatchObject({
      code: 'measure.proof',
    })
  })

  test('is stated by whoever stands in, while whom the policy asks is away, and says so', async () => {
    const { organisation, lead } = await given()
    const { parties } = packNamed('special-all-through')
    const post = parties.online_safety_lead
    const standIn = post?.kind === 'post' ? post.instead?.away : undefined
    const other = await givenPerson(t, organisation, {
      kind: 'staff',
      posts: [standIn?.replace('party/', '') ?? 'none'],
    })
    await expect(state(other, word(organisation))).rejects.toMatchObject({ code: 'measure.not_mine' })
    const today = Temporal.PlainDate.from('2026-10-19')
    await t.as(lead, (tx) => noteAbsence(tx, lead, { personId: lead.personId, fromOn: today, untilOn: today }))
    await state(other, word(organisation))
    expect(
      await t.peek('select stands_in, party from app.measure_check where checked_by = $1', [other.personId]),
    ).toEqual([{ stands_in: true, party: 'online_safety_lead' }])
  })

  test('wants what was seen, a school, a proof that the policy takes and values that it knows', async () => {
    const { organisation, lead } = await given()
    for (const [more, code] of [
      [{ said: ' ' }, 'measure.said'],
      [{ schoolIds: [] }, 'measure.school'],
      [{ proof: 'statement' }, 'measure.proof'],
      [{ asSet: { nothing: '1' } }, 'measure.value'],
      [{ measure: 'nowhere' }, 'measure.missing'],
    ] as const)
      await expect(state(lead, word(organisation, more))).rejects.toMatchObject({ code })
    const elsewhere = await given()
    await expect(state(lead, word(elsewhere.organisation))).rejects.toMatchObject({ code: 'measure.not_mine' })
  })

  test('is never written in another’s name, and never changed or taken back', async () => {
    const { organisation, lead, teacher } = await given()
    await state(lead, word(organisation))
    const forge = (checked_by: string) =>
      t.as(teacher, async (tx) => {
        const policy = await policyInForce(tx)
        return tx
          .insertInto('app.measure_check')
          .values({
            organisation_id: organisation.organisationId,
            id: newId(),
            policy_version_id: policy.id,
            school_id: organisation.schoolId,
            measure: 'passwords',
            holds: true,
            proof: 'report',
            said: 'x',
            checked_by,
            party: 'online_safety_lead',
            checked_at: '2026-10-19T08:00:00Z',
          })
          .execute()
      })
    await expect(forge(lead.personId)).rejects.toThrow(/row-level security/)
    await expect(forge(teacher.personId)).rejects.toThrow(/row-level security/)
    const change = t.as(lead, (tx) =>
      tx
        .updateTable('app.measure_check')
        .set({ holds: false })
        .where('organisation_id', '=', organisation.organisationId)
        .execute(),
    )
    await expect(change).rejects.toThrow(/permission denied/)
    const remove = t.as(lead, (tx) =>
      tx.deleteFrom('app.measure_check').where('organisation_id', '=', organisation.organisationId).execute(),
    )
    await expect(remove).rejects.toThrow(/permission denied/)
  })

  test('is read by staff and governors, not by pupils and parents', async () => {
    const { organisation, lead, teacher, governor } = await given()
    await state(lead, word(organisation))
    const seen = (actor: PersonActor) =>
      t.as(actor, (tx) =>
        tx
          .selectFrom('app.measure_check')
          .select('id')
          .where('organisation_id', '=', organisation.organisationId)
          .execute(),
      )
    for (const kind of ['pupil', 'parent', 'visitor'] as const)
      expect(await seen(await givenPerson(t, organisation, { kind }))).toEqual([])
    for (const actor of [teacher, governor, lead]) expect(await seen(actor)).toHaveLength(1)
    expect(await seen((await given()).lead)).toEqual([])
  })
})

describe('the duty to check', () => {
  const app = useApp(t)
  const rounds = (organisation: GivenOrganisation, duty: string) =>
    t.peek<{ id: string; state: string; party: string; title: string; due_at: Date }>(
      'select id, state, party, title, due_at from app.duty where organisation_id = $1 and duty = $2 order by due_at',
      [organisation.organisationId, duty],
    )
  const plan = (organisation: GivenOrganisation) => {
    const system = systemActor(organisation.organisationId, 'tests')
    return t.as(system, (tx) => planDuties(tx, system))
  }

  test('is planned for whoever checks, stands on their page, and is settled by the check', async () => {
    const { organisation, lead } = await given()
    await plan(organisation)
    const [first] = await rounds(organisation, 'measure/passwords')
    expect(first).toMatchObject({ state: 'open', party: 'online_safety_lead', title: 'Check: Length of passwords' })
    expect(first?.due_at.toISOString()).toBe('2026-12-18T17:00:00.000Z')
    expect(await rounds(organisation, 'measure/file_names')).toEqual([])
    expect((await app.get('/duties', lead)).text).toContain('Check: Length of passwords')
    const page = await app.get(`/duties/${first?.id}`, lead)
    expect(page.body).toContain('href="/measures/passwords"')
    expect(page.text).not.toContain('Mark as done')
    const sent = await app.post(`/duties/${first?.id}`, { states: 'yes', note: 'Seen' }, lead)
    expect(sent.text).toContain('Say on the page of the measure how it stands')
    await state(lead, word(organisation, { holds: false }))
    expect((await rounds(organisation, 'measure/passwords'))[0]).toMatchObject({ state: 'done' })
    await plan(organisation)
    expect((await rounds(organisation, 'measure/passwords')).filter((one) => one.state === 'done')).toHaveLength(1)
  })

  test('is done for the newest round that has begun; rounds that passed unchecked are missed', async () => {
    const { organisation, dsl } = await given()
    await plan(organisation)
    const before = await rounds(organisation, 'measure/filter')
    expect(before.length).toBeGreaterThan(2)
    t.clock.set(
      Temporal.Instant.from(before[2]?.due_at.toISOString() ?? '')
        .subtract({ hours: 1 })
        .toString(),
    )
    await state(dsl, word(organisation, { measure: 'filter', proof: 'statement', asSet: {} }))
    const after = await rounds(organisation, 'measure/filter')
    expect(after.slice(0, 4).map((one) => one.state)).toEqual(['missed', 'missed', 'done', 'open'])
  })
})

describe('the pages', () => {
  const app = useApp(t)

  test('list every measure with its holder, its value and how it stands, as a file and on paper too', async () => {
    const { organisation, lead, governor } = await given()
    await state(lead, word(organisation))
    for (const path of ['/measures', '/measures/print', '/measures.csv']) {
      const { text, status } = await app.get(path, governor)
      expect(status).toBe(200)
      for (const says of ['Length of passwords', 'The web filter', 'Minimum: 6', 'Never']) expect(text).toContain(says)
    }
    expect((await app.get('/measures?view=kept', governor)).text).not.toContain('The web filter')
    expect((await app.get('/measures?words=filter', governor)).text).not.toContain('Length of passwords')
    expect((await app.get('/measures?sort=-title', governor)).text).toMatch(/The web filter.*Length of passwords/s)
  })

  test('take a check from whoever may, and show it with its clause and everything stated before', async () => {
    const { lead, teacher } = await given()
    const page = await app.get('/measures/passwords', lead)
    expect(page.text).toContain('Nobody has checked it yet')
    expect(page.text).toContain('The policy sets: 6.')
    const empty = await app.post('/measures/passwords', {}, lead)
    expect(empty.status).toBe(400)
    for (const says of ['Say whether it holds', 'Say how you know', 'Say in a few words what you saw'])
      expect(empty.text).toContain(says)
    const form = { holds: 'no', proof: 'screenshot', said: 'The settings allow four.', 'set-minimum': '4' }
    expect((await app.post('/measures/passwords', form, lead)).status).toBe(303)
    const after = await app.get('/measures/passwords', teacher)
    for (const says of ['It does not hold', 'The settings allow four.', 'Minimum: 4', 'Sam Pritchard', 'L-241'])
      expect(after.text).toContain(says)
    expect(after.body).not.toContain('name="said"')
    expect((await app.post('/measures/passwords', form, teacher)).status).toBe(403)
    expect((await app.get('/measures/nowhere', lead)).status).toBe(404)
  })
})
