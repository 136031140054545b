import { describe, expect, test } from 'vitest'
import { openRecord } from '#areas/records/index.ts'
import { anonymousActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import {
  closeConcern,
  joinConcern,
  listConcerns,
  nameStaff,
  partConcern,
  settleConcernByCase,
  takeConcern,
  tellConcern,
} from './index.ts'

describe('two concerns about the same', () => {
  const t = useDatabase()
  const app = useApp(t)

  async function given() {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    const staff = (name: string, ...posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
    const nobody = anonymousActor(organisation.organisationId)
    const tell = (body: string) =>
      t.as(nobody, (tx) =>
        tellConcern(tx, nobody, app.keys.derive('concern-receipts'), {
          schoolId: organisation.schoolId,
          reporterKind: 'anonymous',
          body,
          aboutKind: 'unkind',
          inDanger: false,
          wantsAnswer: true,
        }),
      )
    return {
      organisation,
      lead: await staff('Priya Raman', 'online_safety_lead'),
      dsl: await staff('Nia Okafor', 'dsl'),
      teacher: await staff('Sam Pritchard'),
      first: await tell('They laugh at Kofi in the group'),
      second: await tell('Somebody made a group against Kofi'),
    }
  }
  const stateOf = async (id: string) =>
    (
      await t.peek<{ state: string; joined_to: string | null }>(
        'select state, joined_to from app.concern where id = $1',
        [id],
      )
    )[0]

  test('are taken, answered and closed together; each reporter reads their own conversation with their own code', async () => {
    const { organisation, lead, first, second } = await given()
    const open = () =>
      t.as(lead, (tx) => listConcerns(tx, lead, { view: 'open', worry: null, words: '', page: 1, size: 9 }))
    expect(await open()).toHaveLength(2)
    await app.post(`/concerns/${second.id}/join`, { main: first.id, reason: 'Same group, same day' }, lead)
    expect((await open()).map((row) => row.id)).toEqual([first.id])
    await t.as(lead, (tx) => takeConcern(tx, lead, first.id))
    expect(await stateOf(second.id)).toEqual({ state: 'taken', joined_to: first.id })
    const page = await app.get(`/concerns/${first.id}`, lead)
    expect(page.text).toContain('Somebody made a group against Kofi')
    await app.post(`/concerns/${second.id}/reply`, { reply: 'Thank you, who is in it?' }, lead)

    const close = (answer: string) =>
      t.as(lead, (tx) => closeConcern(tx, lead, { concernId: first.id, reason: 'The group is gone', answer }))
    await expect(close('')).rejects.toMatchObject({ code: 'concern.close.unanswered' })
    await close('It is gone, and it was talked over')
    expect((await stateOf(second.id))?.state).toBe('closed')
    const back = `/at/${organisation.slug}/tell/back`
    const read = async (receipt: string) => (await app.browser().submit(back, back, { receipt })).text
    const [one, two] = [await read(first.receipt), await read(second.receipt)]
    expect([one, two].every((text) => text.includes('It is gone, and it was talked over'))).toBe(true)
    expect(one).not.toContain('who is in it')
    expect(one).not.toContain('made a group against')
    expect(two).toContain('Thank you, who is in it?')
    expect(two).not.toContain('They laugh at Kofi')
  })

  test('are parted with nothing lost, open again when they were settled, and the history of both stays', async () => {
    const { lead, first, second } = await given()
    await t.as(lead, (tx) => joinConcern(tx, lead, { concernId: second.id, mainId: first.id, reason: 'Same' }))
    await t.as(lead, (tx) => closeConcern(tx, lead, { concernId: first.id, reason: 'Settled', answer: 'Done' }))
    await app.post(`/concerns/${second.id}/part`, { reason: 'Another Kofi' }, lead)
    expect(await stateOf(second.id)).toEqual({ state: 'taken', joined_to: null })
    expect((await stateOf(first.id))?.state).toBe('closed')
    const joins = await t.peek('select reason, parted_reason from app.concern_join where concern_id = $1', [second.id])
    expect(joins).toEqual([{ reason: 'Same', parted_reason: 'Another Kofi' }])
    await expect(
      t.as(lead, (tx) => partConcern(tx, lead, { concernId: second.id, reason: 'again' })),
    ).rejects.toMatchObject({ code: 'concern.part.single' })
  })

  test('go on together when one of them was settled by itself before, and it stays as it was settled', async () => {
    const { lead, organisation, first, second } = await given()
    const alone = { concernId: second.id, reason: 'Talked it over', answer: 'It was talked over' }
    await t.as(lead, (tx) => joinConcern(tx, lead, { concernId: second.id, mainId: first.id, reason: 'Same' }))
    await t.as(lead, (tx) => closeConcern(tx, lead, alone))
    await t.as(lead, (tx) => takeConcern(tx, lead, first.id))
    const page = await app.get(`/concerns/${first.id}`, lead)
    expect(page.text).toContain('(closed)')
    await t.as(lead, (tx) =>
      closeConcern(tx, lead, { concernId: first.id, reason: 'The group is gone', answer: 'Done' }),
    )
    const reasons = await t.peek(
      'select closing_reason from app.concern where organisation_id = $1 order by told_at, id',
      [organisation.organisationId],
    )
    expect(reasons).toEqual([{ closing_reason: 'The group is gone' }, { closing_reason: 'Talked it over' }])

    const other = await given()
    const { lead: led } = other
    const openCase = () =>
      t.as(led, (tx) =>
        openRecord(tx, led, {
          ...{ kind: 'incident', schoolId: other.organisation.schoolId, title: 'Group', category: null },
          ...{ occurredAt: null, fields: {}, people: [] },
        }),
      )
    const settle = async (concernId: string) => {
      const { id: recordId } = await openCase()
      await t.as(led, (tx) => settleConcernByCase(tx, led, { concernId, recordId }))
      return recordId
    }
    const join = { concernId: other.second.id, mainId: other.first.id, reason: 'Same' }
    await t.as(led, (tx) => joinConcern(tx, led, join))
    const cases = [await settle(other.second.id), await settle(other.first.id)]
    const tied = await t.peek('select record_id from app.concern where id = any ($1) order by told_at desc, id desc', [
      [other.first.id, other.second.id],
    ])
    expect(tied).toEqual(cases.map((record_id) => ({ record_id })))
  })

  test('share their walls, and are not joined by who sees only one, nor across circles, nor in a ring', async () => {
    const { dsl, teacher, first, second } = await given()
    await t.as(dsl, (tx) => nameStaff(tx, dsl, { concernId: first.id, personIds: [teacher.personId] }))
    const join = (who: typeof dsl, concernId: string, mainId: string) =>
      t.as(who, (tx) => joinConcern(tx, who, { concernId, mainId, reason: 'Same' }))
    await expect(join(teacher, second.id, first.id)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(join(dsl, first.id, first.id)).rejects.toMatchObject({ code: 'concern.join.itself' })
    await join(dsl, second.id, first.id)
    await expect(join(dsl, first.id, second.id)).rejects.toMatchObject({ code: 'concern.join.joined' })
    const walls = await t.peek('select person_id from app.concern_wall where concern_id = $1', [second.id])
    expect(walls).toEqual([{ person_id: teacher.personId }])
    // One that is about the head belongs to others: whoever sees only one of them cannot join them, nor can who sees both.
    const other = await given()
    await t.as(other.dsl, (tx) =>
      nameStaff(tx, other.dsl, { concernId: other.first.id, personIds: [other.lead.personId] }),
    )
    await expect(join(other.lead, other.second.id, other.first.id)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(join(other.dsl, other.second.id, other.first.id)).rejects.toMatchObject({
      code: 'concern.join.circle',
    })
  })
})
