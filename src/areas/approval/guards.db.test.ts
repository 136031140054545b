import { beforeAll, expect, test } from 'vitest'
import { beginDraft, draftPaths, readDraft } from '#areas/drafting/index.ts'
import { publishPolicy } from '#areas/policy/index.ts'
import { openRecord, takeStep } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { pack as packType } from '#pack/types/pack.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { reworded, twoChairs } from '#tests/support/two-chairs.ts'
import { giveApproval } from './commands/give-approval.ts'
import { offerDraft } from './commands/offer-draft.ts'
import { planPublication } from './commands/plan-publication.ts'

const t = useDatabase()
const app = useApp(t)

const base = twoChairs()
const pack = packType.parse({
  ...base,
  records: {
    ...base.records,
    staff_talk: {
      says: 'Discussion',
      opened_by: 'party/head',
      handled_by: 'party/head',
      sight: [{ who: 'party/head', sees: 'all' }],
      start: 'staff',
      steps: { staff: { do: 'Discuss it', next: 'end' } },
    },
  },
  guards: {
    ...base.guards,
    discussed: {
      says: 'The staff have discussed it',
      stops: 'document/policy',
      unless: "has_record('record/staff_talk#staff') && agreed('decision/policy_approved')",
      held_by: 'kept',
    },
  },
})
function fail(): never {
  throw new Error('there is nobody')
}

let head: PersonActor
let governor: PersonActor
let chairs: PersonActor[]
let schoolId: string
beforeAll(async () => {
  const school = await givenOrganisation(t)
  schoolId = school.schoolId
  const system = systemActor(school.organisationId, 'tests')
  await t.as(system, (tx) => publishPolicy(tx, system, { pack, inForceOn: Temporal.PlainDate.from('2026-09-04') }))
  const person = (kind: 'staff' | 'governor', ...posts: string[]) => givenPerson(t, school, { kind, posts })
  head = await person('staff', 'head')
  governor = await person('governor')
  chairs = [await person('governor', 'vice_chair_of_governors'), await person('governor', 'chair_of_governors')]
})

const says = (actor: PersonActor, draftId: string, voice: string) => {
  t.clock.advance({ seconds: 1 })
  const word = { draftId, decision: 'policy_approved', voice, answer: 'yes' as const, reason: '', revision: 1 }
  const decidedOn = Temporal.PlainDate.from('2026-11-20')
  return t.as(actor, (tx) =>
    giveApproval(tx, actor, { ...word, decidedOn, minute: voice === 'governing_body' ? '2026/14' : '' }),
  )
}

test('a version waits for the record that the policy in force asks for, and says so on the draft', async () => {
  const today = t.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate()
  const id = await t.as(head, (tx) =>
    beginDraft(tx, head, { title: 'Next', beganFrom: 'version/1', content: reworded(pack, 'Next'), says: 'Begun' }),
  )
  await t.as(head, async (tx) => offerDraft(tx, head, id, (await readDraft(tx, id)).revision))
  await says(governor, id, 'governing_body')
  for (const [index, voice] of ['vice_chair_of_governors', 'chair_of_governors'].entries())
    await says(chairs[index] ?? fail(), id, voice)
  const publish = () =>
    t.as(head, (tx) =>
      planPublication(tx, head, { draftId: id, material: true, changeNote: 'As asked', inForceOn: today }),
    )
  await expect(publish()).rejects.toMatchObject({ code: 'policy.publish.guard' })
  const list = await app.get(draftPaths.show.to(id), head)
  expect(list.text).toContain('Not yet: The staff have discussed it')
  const page = await app.get(draftPaths.publish.to(id), head)
  expect(page.text).toContain('What the policy asks before a new version')
  expect(page.text).not.toContain('Publish from this day')

  const { id: recordId } = await t.as(head, (tx) =>
    openRecord(tx, head, {
      kind: 'staff_talk',
      schoolId,
      title: 'D',
      category: null,
      occurredAt: null,
      fields: {},
      people: [],
    }),
  )
  await expect(publish()).rejects.toMatchObject({ code: 'policy.publish.guard' })
  const step =
    (await t.peek<{ key: string }>('select key from app.record_step where record_id = $1', [recordId]))[0]?.key ?? ''
  const taken = await t.as(head, (tx) => takeStep(tx, head, { recordId, step, does: { done: true }, fields: {} }))
  expect(taken).toMatchObject({ ok: true })
  expect((await app.get(draftPaths.publish.to(id), head)).text).toContain('Publish from this day')
  expect(await publish()).toBe(2)
})
