import { beforeAll, describe, expect, test } from 'vitest'
import { beginDraft, settleSuggestion } from '#areas/drafting/index.ts'
import { doDuty, tellLate } from '#areas/duties/index.ts'
import { moveRecord, openRecord, readCase, takeStep } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { givenSchool } from '#tests/support/school.ts'
import { paths } from '../paths.ts'

const t = useDatabase()
const app = useApp(t)
let schoolId: string
let lead: PersonActor
let head: PersonActor
let network: PersonActor
let teacher: PersonActor
let pupil: PersonActor

beforeAll(async () => {
  const school = await givenSchool(t, ['lead', 'head', 'teacher', 'pupil'], 'primary-federation')
  ;({ schoolId, lead, head, teacher, pupil } = school)
  network = await givenPerson(t, school, { kind: 'staff', name: 'Ben Adeyemi', posts: ['technical_support'] })
})

/** A case at the step at which the policy asks what is learned. */
async function learning(): Promise<string> {
  const input = { kind: 'incident', schoolId, title: 'Group chat', category: null, occurredAt: null, fields: {} }
  const people = [{ part: 'pupil', personId: pupil.personId, described: null }]
  const { id } = await t.as(lead, (tx) => openRecord(tx, lead, { ...input, people }))
  await t.as(lead, (tx) => moveRecord(tx, lead, { recordId: id, to: 'flow/outcome', reason: 'To what follows' }))
  const system = systemActor(lead.organisationId, 'tests')
  for (const [stepId, answer] of [
    ['serious', 'no'],
    ['response', 'nobody'],
    ['aware', ''],
  ] as const) {
    const step = (await t.as(lead, (tx) => readCase(tx, id))).open.find((one) => one.stepId === stepId)
    const does = answer === '' ? { done: true as const } : { answers: [answer] }
    const fields = Object.fromEntries((step?.fields ?? []).map((field) => [field.id, 'Written']))
    const taken = await t.as(system, (tx) =>
      takeStep(tx, system, { recordId: id, step: step?.key ?? '', does, fields }),
    )
    if (!taken.ok) throw new Error(`${stepId}: ${taken.says}`)
  }
  return id
}

const DAY = { 'due-day': '11', 'due-month': '12', 'due-year': '2026' }
const stepOf = async (id: string) =>
  (await t.as(lead, (tx) => readCase(tx, id))).open.find((one) => one.stepId === 'lesson')?.key ?? ''

describe('what follows from a case for the school', () => {
  test('is a duty of whoever has it, who need not see the case, and a change of the policy for those who draft it', async () => {
    const id = await learning()
    const step = await stepOf(id)
    const add = (fields: Record<string, string>, by = lead) => app.post(paths.followUp.to(id), { step, ...fields }, by)
    expect(await add({ kind: 'duty', says: 'Talk to Leila Haddad', post: 'technical_support', ...DAY })).toMatchObject({
      status: 409,
      text: expect.stringContaining('take out Leila Haddad'),
    })
    expect(await add({ kind: 'duty', says: 'Block chat sites', post: 'technical_support', ...DAY })).toMatchObject({
      status: 303,
    })
    const change = { kind: 'policy_change', says: 'Name chat sites', clause: 'W-009', why: 'They are not named' }
    expect(await add(change)).toMatchObject({ status: 303 })
    expect((await app.get(paths.show.to(id), lead)).text).toMatch(/Block chat sites.*Name chat sites/s)
    expect(await add(change, teacher)).toMatchObject({ status: 404 })

    const [duty] = await t.peek<{ id: string }>("select id from app.duty where title = 'Block chat sites'")
    expect((await app.get('/duties', network)).text).toContain('Block chat sites')
    expect(await app.get(paths.show.to(id), network)).toMatchObject({ status: 404 })
    const system = systemActor(lead.organisationId, 'tests')
    const now = t.clock.now()
    t.clock.set('2026-12-14T09:00:00Z')
    for (const _ of [1, 2]) await t.as(system, (tx) => tellLate(tx, system))
    const late = await t.peek<{ reader_id: string }>('select reader_id from app.notice where subject_id = $1', [
      duty?.id ?? '',
    ])
    expect(new Set(late.map((one) => one.reader_id))).toEqual(new Set([network.personId, lead.personId]))
    expect(late.length).toBe(2)
    t.clock.set(now.toString())
    const done = (note: string) =>
      t.as(network, (tx) => doDuty(tx, network, { dutyId: duty?.id ?? '', note, outcome: 'done' }))
    await expect(done('')).rejects.toMatchObject({ code: 'duty.note' })
    await done('They are blocked')
    expect((await app.get(paths.show.to(id), lead)).text).toContain('done')
  })

  test('is settled once by those who draft the policy: turned down with a reason, or taken into a draft', async () => {
    const id = await learning()
    const step = await stepOf(id)
    const change = { step, kind: 'policy_change', clause: '', why: 'Because' }
    for (const says of ['First idea', 'Second idea']) await app.post(paths.followUp.to(id), { ...change, says }, lead)
    const idOf = async (says: string) =>
      (await t.peek<{ id: string }>('select id from app.policy_suggestion where says = $1', [says]))[0]?.id ?? ''
    const [first, second] = [await idOf('First idea'), await idOf('Second idea')]
    expect(await app.get('/policy/suggestions', teacher)).toMatchObject({ status: 403 })
    expect(await t.as(teacher, (tx) => tx.selectFrom('app.policy_suggestion').select('id').execute())).toEqual([])
    const keeper = (await keeps(lead)) ? lead : head
    expect((await app.get('/policy/suggestions', keeper)).text).toContain('First idea')
    expect(await app.post(`/policy/suggestions/${first}`, { into: 'none' }, keeper)).toMatchObject({ status: 400 })
    expect(
      await app.post(`/policy/suggestions/${first}`, { into: 'none', reason: 'It stands there' }, keeper),
    ).toMatchObject({ status: 303 })
    const again = t.as(keeper, (tx) => settleSuggestion(tx, keeper, { id: first, reason: 'Once more' }))
    await expect(again).rejects.toMatchObject({ code: 'policy.suggestion.settled' })
    const byHand = t.as(teacher, (tx) =>
      tx
        .updateTable('app.policy_suggestion')
        .set({ state: 'turned_down', reason: 'x', settled_by: teacher.personId, settled_at: '2026-11-23T10:00:00Z' })
        .where('id', '=', second)
        .executeTakeFirst(),
    )
    expect(Number((await byHand).numUpdatedRows)).toBe(0)
    expect((await app.get(paths.show.to(id), lead)).text).toContain('turned down: It stands there')
    const content = packNamed('primary-federation')
    const begun = { title: 'Next', beganFrom: 'pack/primary-federation', content, says: 'Begun' }
    const draftId = await t.as(keeper, (tx) => beginDraft(tx, keeper, begun))
    expect(await app.post(`/policy/suggestions/${second}`, { into: draftId }, keeper)).toMatchObject({ status: 303 })
    expect((await app.get(`/policy/drafts/${draftId}`, keeper)).text).toContain('Second idea')
  })
})

const keeps = (actor: PersonActor) =>
  t.as(
    actor,
    async (tx) =>
      (await tx.selectNoFrom((eb) => eb.fn<boolean>('app.keeps_policy').as('is')).executeTakeFirstOrThrow()).is,
  )
