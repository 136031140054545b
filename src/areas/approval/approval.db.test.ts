import { beforeAll, describe, expect, test } from 'vitest'
import { issueAgreements } from '#areas/assents/index.ts'
import { beginDraft, readDraft, reviseDraft } from '#areas/drafting/index.ts'
import { policyInForce, policyVersion } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { Forbidden, NotFound } from '#core/errors.ts'
import type { Pack } from '#pack/types/pack.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type GivenOrganisation, givenFamily, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { inForce, reworded, twoChairs } from '#tests/support/two-chairs.ts'
import { giveApproval } from './commands/give-approval.ts'
import { noteMoment } from './commands/note-moment.ts'
import { noteNoChange, noteSooner } from './commands/note-review.ts'
import { offerDraft } from './commands/offer-draft.ts'
import { planPublication, withdrawPublication } from './commands/plan-publication.ts'
import { draftsDay } from './jobs/drafts-day.ts'
import { readConsequences } from './queries/consequences.ts'
import { readReview } from './queries/review.ts'
import { listVersions } from './queries/versions.ts'
import { reviewLine } from './review-line.ts'
import { approvalStandings } from './standings.ts'

const t = useDatabase()
const pack = twoChairs()

let school: GivenOrganisation
let head: PersonActor
let governor: PersonActor
let finance: PersonActor
let chair: PersonActor
let teacher: PersonActor
let parent: PersonActor
beforeAll(async () => {
  school = await givenOrganisation(t)
  await inForce(t, school, pack)
  const person = (kind: 'staff' | 'governor' | 'parent' | 'pupil', posts: string[] = [], yearGroup?: number) =>
    givenPerson(t, school, { kind, posts, ...(yearGroup === undefined ? {} : { yearGroup }) })
  head = await person('staff', ['head'])
  governor = await person('governor')
  finance = await person('governor', ['vice_chair_of_governors'])
  chair = await person('governor', ['chair_of_governors'])
  teacher = await person('staff')
  parent = await person('parent')
  await givenFamily(t, parent, await person('pupil', [], 5))
})

const system = () => systemActor(school.organisationId, 'tests')
const begin = (words: string) =>
  t.as(head, (tx) =>
    beginDraft(tx, head, {
      title: words,
      beganFrom: 'version/1',
      content: reworded(pack, words),
      says: 'Begun from version 1',
    }),
  )
const offer = (id: string) => t.as(head, async (tx) => offerDraft(tx, head, id, (await readDraft(tx, id)).revision))
const says = (
  actor: PersonActor,
  draftId: string,
  voice: string,
  more: Partial<Parameters<typeof giveApproval>[2]> = {},
) => {
  t.clock.advance({ seconds: 1 })
  return t.as(actor, (tx) =>
    giveApproval(tx, actor, {
      draftId,
      decision: 'policy_approved',
      voice,
      answer: 'yes',
      reason: '',
      decidedOn: Temporal.PlainDate.from('2026-11-20'),
      minute: voice === 'governing_body' ? '2026/14' : '',
      revision: 1,
      ...more,
    }),
  )
}
const approve = async (id: string, revision = 1) => {
  await says(governor, id, 'governing_body', { revision })
  await says(finance, id, 'vice_chair_of_governors', { revision })
  await says(chair, id, 'chair_of_governors', { revision })
}
const stage = async (id: string) => (await t.as(head, (tx) => readDraft(tx, id))).stage
const plan = (draftId: string, inForceOn: string, material = true) =>
  t.as(head, (tx) =>
    planPublication(tx, head, {
      draftId,
      material,
      changeNote: 'As asked',
      inForceOn: Temporal.PlainDate.from(inForceOn),
    }),
  )
const jobs = (task: string) =>
  t.peek<{ payload: { event?: string } }>(
    `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks k on k.id = j.task_id where k.identifier = $1`,
    [task],
  )

describe('approval', () => {
  test('is given by the body and then by each of the two chairs, and by nobody else', async () => {
    const id = await begin('Everybody is welcome.')
    await expect(says(governor, id, 'governing_body')).rejects.toThrow(NotFound)
    await offer(id)
    await expect(says(chair, id, 'chair_of_governors')).rejects.toMatchObject({ code: 'policy.approval.not_yet' })
    await expect(says(teacher, id, 'governing_body')).rejects.toThrow(Forbidden)
    await expect(says(parent, id, 'governing_body')).rejects.toThrow(NotFound)
    await expect(says(governor, id, 'governing_body', { minute: '' })).rejects.toMatchObject({
      code: 'policy.approval.minute',
    })
    await says(governor, id, 'governing_body')
    await expect(says(governor, id, 'vice_chair_of_governors')).rejects.toThrow(Forbidden)
    await says(finance, id, 'vice_chair_of_governors')
    expect(await stage(id)).toBe('approving')
    await says(chair, id, 'chair_of_governors')
    expect(await stage(id)).toBe('approved')
  })

  test('is refused by the database itself to whoever has no word', async () => {
    const id = await begin('Refused by the database.')
    await offer(id)
    const { hash } = await t.as(head, (tx) => readDraft(tx, id))
    const forged = (actor: PersonActor, more: object = {}) =>
      t.as(actor, (tx) =>
        tx
          .insertInto('app.policy_approval')
          .values({
            organisation_id: school.organisationId,
            id: crypto.randomUUID(),
            draft_id: id,
            revision: 1,
            content_hash: hash,
            decision: 'policy_approved',
            voice: 'governing_body',
            answer: 'yes',
            decided_on: '2026-11-20',
            given_by: actor.personId,
            given_at: '2026-11-23T10:00:00Z',
            ...more,
          })
          .execute(),
      )
    for (const actor of [teacher, parent, head]) await expect(forged(actor)).rejects.toThrow(/row-level security/)
    await expect(forged(governor, { given_by: chair.personId })).rejects.toThrow(/row-level security/)
    await expect(forged(governor, { content_hash: Buffer.alloc(32) })).rejects.toThrow(/row-level security/)
    await expect(
      t.as(head, (tx) =>
        tx
          .insertInto('app.policy_approver')
          .values({
            organisation_id: school.organisationId,
            draft_id: id,
            revision: 1,
            decision: 'policy_approved',
            voice: 'governing_body',
            post: 'head',
            position: 0,
            is_resolution: true,
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('that is refused goes back to editing with its reason, and a later edit needs approval again', async () => {
    const id = await begin('Said no to.')
    await offer(id)
    await says(governor, id, 'governing_body', { answer: 'no', reason: 'The limit is too short.' })
    const back = await t.as(head, (tx) => readDraft(tx, id))
    expect(back).toMatchObject({ stage: 'editing', whyEnded: 'Governing Body: The limit is too short.' })
    await t.as(head, (tx) =>
      reviseDraft(tx, head, id, () => ({ content: reworded(pack, 'Said yes to.'), says: 'The limit is longer' })),
    )
    await offer(id)
    await expect(says(governor, id, 'governing_body', { revision: 1 })).rejects.toMatchObject({
      code: 'policy.approval.changed',
    })
    await approve(id, 2)
    expect(await stage(id)).toBe('approved')
    await t.as(head, (tx) =>
      reviseDraft(tx, head, id, () => ({ content: reworded(pack, 'Again.'), says: 'Another word' })),
    )
    expect(await stage(id)).toBe('editing')
    await expect(plan(id, '2026-11-23')).rejects.toMatchObject({ code: 'policy.publish.not_approved' })
  })
})

describe('publishing', () => {
  test('waits for its day, can be taken back before it, and then says how it was decided', async () => {
    const id = await begin('From December on.')
    await offer(id)
    await approve(id)
    await expect(plan(id, '2026-11-22')).rejects.toMatchObject({ code: 'policy.publish.past' })
    expect(await plan(id, '2026-12-01')).toBeNull()
    await t.as(head, (tx) => withdrawPublication(tx, head, id))
    await plan(id, '2026-12-01')
    await t.as(system(), (tx) => draftsDay(tx, system()))
    expect(await stage(id)).toBe('approved')
    t.clock.set('2026-12-01T06:00:00Z')
    await t.as(system(), (tx) => draftsDay(tx, system()))
    await t.as(system(), (tx) => draftsDay(tx, system()))
    expect(await stage(id)).toBe('published')
    const [version, before] = await t.as(teacher, (tx) => listVersions(tx))
    expect(version).toMatchObject({ number: 2, material: true, note: 'As asked', minute: '2026/14', draftId: id })
    expect(version?.approvedBy).toBe('Governing Body, Vice chair of governors, Chair of governors')
    expect([version?.approvedOn, version?.reviewDueOn, before?.until].map(String)).toEqual([
      '2026-11-20',
      '2027-11-20',
      '2026-11-30',
    ])
    expect((await jobs('issue_agreements')).map((job) => job.payload.event)).toContain(
      'document/policy#material_change',
    )
  })

  test('a material change asks for signatures again, a correction leaves them', async () => {
    await t.as(system(), (tx) => issueAgreements(tx, system()))
    const live = async () =>
      (
        await t.peek<{ n: string }>(
          `select count(*) n from app.assent_request where organisation_id = $1 and state not in ('ended', 'superseded') and policy_version_id = (select id from app.policy_version where organisation_id = $1 order by number desc limit 1)`,
          [school.organisationId],
        )
      )[0]?.n
    expect(Number(await live())).toBeGreaterThan(0)
    const marked = (mark: string): Pack => {
      const assents = Object.fromEntries(
        Object.entries(pack.assents).map(([assent, one]) => [
          assent,
          {
            ...one,
            items: one.items.map((item) => ({
              ...item,
              says: `${typeof item.says === 'string' ? item.says : item.says.en}${mark}`,
            })),
          },
        ]),
      )
      return { ...pack, assents }
    }
    const publish = async (content: Pack, material: boolean) => {
      const id = await t.as(head, (tx) =>
        beginDraft(tx, head, { title: 'Next', beganFrom: 'version/2', content, says: 'Begun from version 2' }),
      )
      await offer(id)
      await approve(id)
      await plan(id, '2026-12-01', material)
    }
    await publish(marked('.'), false)
    await t.as(system(), (tx) => issueAgreements(tx, system()))
    expect(Number(await live())).toBe(0)
    const consequences = await t.as(head, async (tx) =>
      readConsequences(tx, await policyInForce(tx), marked('!'), null),
    )
    expect(consequences.asked.some((one) => one.again && one.people > 0)).toBe(true)
    expect(consequences.empty.length).toBeGreaterThan(0)
    await publish(marked('!'), true)
    await t.as(system(), (tx) => issueAgreements(tx, system(), { event: 'document/policy#material_change' }))
    expect(Number(await live())).toBeGreaterThan(0)
    const versions = await t.as(head, (tx) => listVersions(tx))
    expect(versions.map((one) => one.material)).toEqual([true, false, true, null])
    const [, correction] = versions
    expect((await t.as(head, (tx) => policyVersion(tx, correction?.id ?? ''))).number).toBe(3)
  })
})

test('a review is due by the interval of the pack, at once when something happens, and later when nothing needs to change', async () => {
  const due = () => t.as(head, async (tx) => String((await readReview(tx))?.dueOn))
  expect(await due()).toBe('2027-11-20')
  await expect(
    t.as(teacher, (tx) => noteSooner(tx, teacher, { event: 'technology.changed', reason: 'New tablets' })),
  ).rejects.toThrow(Forbidden)
  const square = () =>
    t.as(system(), async (tx) => {
      const refs = ['document/policy', 'document/behaviour', 'decision/policy_approved', 'decision/install']
      const found = await approvalStandings.standings(tx, await policyInForce(tx), refs)
      return Object.fromEntries([...found].map(([ref, one]) => [ref, `${one.state} ${one.proof}`]))
    })
  expect(await square()).toEqual({ 'document/policy': 'kept proved', 'decision/policy_approved': 'kept proved' })
  expect(await t.as(head, reviewLine)).toBeNull()
  await t.as(head, (tx) => noteSooner(tx, head, { event: 'technology.changed', reason: 'New tablets' }))
  expect((await square())['document/policy']).toBe('due null')
  expect([await t.as(head, reviewLine), await t.as(teacher, reviewLine)]).toEqual([
    expect.objectContaining({ why: 'New tablets' }),
    null,
  ])
  const moment = { event: 'technology.changed', at: Temporal.Instant.from('2026-12-01T05:00:00Z') }
  expect(await t.as(system(), (tx) => noteMoment(tx, system(), moment))).toBe(false)
  expect(await due()).toBe('2026-12-01')
  t.clock.advance({ hours: 1 })
  await t.as(head, (tx) => noteNoChange(tx, head, { reason: 'The rules for tablets hold.' }))
  expect(await due()).toBe('2027-12-01')
  const later = { event: 'technology.changed', at: t.clock.now().add({ minutes: 1 }) }
  t.clock.advance({ hours: 1 })
  expect(await t.as(system(), (tx) => noteMoment(tx, system(), later))).toBe(true)
  expect(await t.as(system(), (tx) => noteMoment(tx, system(), later))).toBe(false)
  await expect(t.as(parent, (tx) => readReview(tx))).resolves.toMatchObject({ notes: [] })
})
