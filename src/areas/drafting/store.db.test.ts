import { beforeAll, describe, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound, Refused } from '#core/errors.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type GivenOrganisation, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { beginDraft, listDrafts, listRevisions, readDraft, readRevision, reviseDraft, setStage } from './index.ts'

const t = useDatabase()
const pack = packNamed('special-all-through')
const titled = (title: string) => ({ ...pack, pack: { ...pack.pack, title } })

let school: GivenOrganisation
let head: PersonActor
let teacher: PersonActor
let pupil: PersonActor
beforeAll(async () => {
  school = await givenOrganisation(t)
  await givenPolicy(t, school)
  head = await givenPerson(t, school, { kind: 'staff', posts: ['head'] })
  teacher = await givenPerson(t, school, { kind: 'staff' })
  pupil = await givenPerson(t, school, { kind: 'pupil', yearGroup: 8 })
})

const begin = () =>
  t.as(head, (tx) =>
    beginDraft(tx, head, { title: 'Autumn', beganFrom: 'version/1', content: pack, says: 'Begun from version 1' }),
  )
const revise = (draft: string, title: string, actor = head) =>
  t.as(actor, (tx) => reviseDraft(tx, actor, draft, () => ({ content: titled(title), says: `Called ${title}` })))

describe('a draft', () => {
  test('keeps every revision with its author, and knows what was in force when it was begun', async () => {
    const id = await begin()
    expect(await revise(id, 'Second')).toBe(2)
    expect(await revise(id, 'Second')).toBe(2)
    const draft = await t.as(head, (tx) => readDraft(tx, id))
    expect(draft).toMatchObject({ stage: 'editing', revision: 2, pack: { pack: { title: 'Second' } } })
    expect(draft.baseVersionId).not.toBeNull()
    const made = await t.as(head, (tx) => listRevisions(tx, id))
    expect(made.map(({ number, says, madeBy }) => [number, says, madeBy])).toEqual([
      [2, 'Called Second', head.personId],
      [1, 'Begun from version 1', head.personId],
    ])
    expect((await t.as(head, (tx) => readRevision(tx, id, 1))).pack).toEqual(pack)
  })

  test('is read and changed by those who keep the policy alone, and by nobody of another school', async () => {
    const id = await begin()
    const elsewhere = await givenOrganisation(t)
    await givenPolicy(t, elsewhere)
    const other = await givenPerson(t, elsewhere, { kind: 'staff', posts: ['head', 'administrator'] })
    for (const actor of [teacher, pupil, other]) {
      await expect(t.as(actor, (tx) => readDraft(tx, id))).rejects.toThrow(NotFound)
      expect((await t.as(actor, (tx) => listDrafts(tx))).map((draft) => draft.id)).not.toContain(id)
    }
    await expect(revise(id, 'Mine', teacher)).rejects.toThrow(Forbidden)
    await expect(revise(id, 'Mine', other)).rejects.toThrow(NotFound)
    await expect(
      t.as(teacher, (tx) => beginDraft(tx, teacher, { title: 'x', beganFrom: 'blank', content: pack, says: 'x' })),
    ).rejects.toThrow(Forbidden)
    const touched = await t.as(teacher, (tx) =>
      tx
        .updateTable('app.policy_draft')
        .set({ title: 'Mine' })
        .where('organisation_id', '=', teacher.organisationId)
        .executeTakeFirst(),
    )
    expect(touched.numUpdatedRows).toBe(0n)
  })

  test('is read in consultation by those who are asked, as it was offered and as it becomes', async () => {
    const id = await begin()
    await t.as(head, (tx) =>
      setStage(tx, head, id, { to: 'consulting', offeredRevision: 1, consultAudiences: ['pupil'] }),
    )
    expect((await t.as(pupil, (tx) => readDraft(tx, id))).revision).toBe(1)
    await expect(t.as(teacher, (tx) => readDraft(tx, id))).rejects.toThrow(NotFound)
    await revise(id, 'After a comment')
    expect((await t.as(pupil, (tx) => readDraft(tx, id))).revision).toBe(2)
    await t.as(head, (tx) => setStage(tx, head, id, { to: 'editing' }))
    await revise(id, 'Not for pupils yet')
    await expect(t.as(pupil, (tx) => readDraft(tx, id))).rejects.toThrow(NotFound)
  })

  test('goes back to editing when it is changed after it was offered for approval, and ends when it is set aside', async () => {
    const id = await begin()
    await t.as(head, (tx) => setStage(tx, head, id, { to: 'approving', offeredRevision: 1 }))
    expect((await t.as(teacher, (tx) => readDraft(tx, id))).stage).toBe('approving')
    await revise(id, 'Changed meanwhile')
    expect((await t.as(head, (tx) => readDraft(tx, id))).stage).toBe('editing')
    await expect(t.as(head, (tx) => setStage(tx, head, id, { to: 'published' }))).rejects.toThrow(Refused)
    await t.as(head, (tx) => setStage(tx, head, id, { to: 'set_aside', whyEnded: 'Begun twice' }))
    await expect(revise(id, 'Too late')).rejects.toThrow(Refused)
  })

  test('loses no change when two people change it at once', async () => {
    const id = await begin()
    const add = (word: string) =>
      t.as(head, (tx) =>
        reviseDraft(tx, head, id, ({ pack: now }) => ({
          content: { ...now, pack: { ...now.pack, title: `${String(now.pack.title)} ${word}` } },
          says: `Added ${word}`,
        })),
      )
    expect((await Promise.all([add('one'), add('two'), add('three')])).toSorted()).toEqual([2, 3, 4])
    const { pack: now } = await t.as(head, (tx) => readDraft(tx, id))
    for (const word of ['one', 'two', 'three']) expect(now.pack.title).toContain(word)
  })
})
