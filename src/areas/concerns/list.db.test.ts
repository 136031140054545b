import { beforeAll, describe, expect, test } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { giveConcerns } from './commands/give-concern.ts'
import { takeChosen } from './commands/take-chosen.ts'
import { takeConcern } from './commands/take-concern.ts'
import { tellConcern } from './commands/tell-concern.ts'
import { endTaken } from './jobs/end-taken.ts'
import type { ConcernFilter } from './queries/list-concerns.ts'
import { countConcerns, listConcerns } from './queries/list-concerns.ts'

const t = useDatabase('2026-11-16T08:00:00Z')
const app = useApp(t)
const filter: ConcernFilter = { view: 'all', worry: null, words: '', page: 1, size: 50 }

describe('the list of concerns', () => {
  let dsl: PersonActor
  let head: PersonActor
  let stranger: PersonActor
  let teacher: PersonActor
  const ids: Record<string, string> = {}

  beforeAll(async () => {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    const other = await givenOrganisation(t, 'Another School')
    await givenPolicy(t, other)
    dsl = await givenPerson(t, organisation, { kind: 'staff', name: 'Priya Raman', posts: ['dsl'] })
    head = await givenPerson(t, organisation, { kind: 'staff', name: 'Moira Tolland', posts: ['head'] })
    stranger = await givenPerson(t, other, { kind: 'staff', posts: ['dsl'] })
    teacher = await givenPerson(t, organisation, { kind: 'staff', name: 'Ines Farrow', posts: [] })
    const pupil = await givenPerson(t, organisation, { kind: 'pupil', yearGroup: 8 })
    const tell = async (words: string, inDanger: boolean, at: string) => {
      t.clock.set(at)
      const { id } = await t.as(pupil, (tx) =>
        tellConcern(tx, pupil, Buffer.alloc(32, 3), {
          schoolId: organisation.schoolId,
          reporterKind: 'pupil',
          body: words,
          aboutKind: 'contact',
          inDanger,
          wantsAnswer: true,
        }),
      )
      ids[words] = id
    }
    await tell('First', false, '2026-11-16T08:00:00Z')
    await tell('Second', true, '2026-11-16T08:01:00Z')
    await tell('Third', false, '2026-11-16T08:02:00Z')
    await tell('Fourth', false, '2026-11-16T08:03:00Z')
    await t.as(head, (tx) => takeConcern(tx, head, ids.First ?? ''))
  })

  const words = async (changes: Partial<ConcernFilter>) =>
    (await t.as(dsl, (tx) => listConcerns(tx, dsl, { ...filter, ...changes }))).map((row) => row.begins)

  test('puts danger and what nobody has taken first, and turns round', async () => {
    expect(await words({})).toEqual(['Second', 'Fourth', 'Third', 'First'])
    expect(await words({ sort: { by: 'standing', down: true } })).toEqual(['First', 'Third', 'Fourth', 'Second'])
    expect(await words({ sort: { by: 'told', down: true } })).toEqual(['Fourth', 'Third', 'Second', 'First'])
    expect(await words({ sort: { by: 'told', down: false } })).toEqual(['First', 'Second', 'Third', 'Fourth'])
  })

  test('lets whoever waits longest come first among those that nobody has taken', async () => {
    expect(await words({ view: 'new' })).toEqual(['Second', 'Third', 'Fourth'])
  })

  test('the chosen ones are taken, but none out of another’s hands', async () => {
    expect(await t.as(stranger, (tx) => takeChosen(tx, stranger, Object.values(ids)))).toBe(0)
    const chosen = [ids.First ?? '', ids.Third ?? '', ids.Fourth ?? '']
    const sent = await app.post('/concerns/chosen', { ids: chosen, do: 'take', back: '?view=new' }, dsl)
    expect([sent.status, sent.location]).toEqual([303, '/concerns?view=new'])
    expect(await words({ view: 'mine' })).toEqual(['Fourth', 'Third'])
    expect(await t.as(head, (tx) => countConcerns(tx, head, { ...filter, view: 'mine' }))).toBe(1)
    const none = await app.post('/concerns/chosen', { do: 'take' }, dsl)
    expect([none.status, none.location]).toEqual([303, '/concerns'])
  })

  test('one is given to somebody who looks after concerns, and not to anybody else or while there is danger', async () => {
    const give = (who: PersonActor, to: PersonActor, words: readonly string[]) =>
      t.as(who, (tx) => giveConcerns(tx, who, { ids: words.map((one) => ids[one] ?? ''), personId: to.personId }))
    // The first is the head's already, and in the second somebody may be in danger.
    expect(await give(dsl, head, ['First', 'Second', 'Third'])).toEqual({ given: 1, refused: 1 })
    expect(
      (await t.as(head, (tx) => listConcerns(tx, head, { ...filter, view: 'mine' }))).map((row) => row.begins),
    ).toEqual(['Third', 'First'])
    expect(await give(dsl, stranger, ['Third'])).toEqual({ given: 0, refused: 1 })
    expect(await give(dsl, teacher, ['Third'])).toEqual({ given: 0, refused: 1 })
    expect(await give(teacher, dsl, ['Third'])).toEqual({ given: 0, refused: 1 })
    expect((await app.get(`/concerns/${ids.Third}`, dsl)).text).toContain('Given to Moira Tolland by Priya Raman')
    expect((await app.get('/duties', head)).text).toContain('Concerns you hold')
    const notices = await t.peek('select says from app.notice where reader_id = $1 and code like $2', [
      head.personId,
      'concern.given/%',
    ])
    expect(notices).toEqual([{ says: 'Priya Raman asks you to look after a concern.' }])
    await expect(
      t.as(dsl, (tx) =>
        tx
          .insertInto('app.concern_assignment')
          .values({
            organisation_id: dsl.organisationId,
            id: newId(),
            concern_id: ids.Third ?? '',
            person_id: teacher.personId,
            given_by: dsl.personId,
            given_at: '2026-11-16T09:00:00Z',
          })
          .execute(),
      ),
    ).rejects.toThrow('row-level security')
  })

  test('paper and files have the chosen ones, and not what was told', async () => {
    const to = (await app.post('/concerns/chosen', { ids: [ids.Second ?? '', ids.First ?? ''], do: 'print' }, dsl))
      .location
    const paper = await app.get(to ?? '', dsl)
    expect(paper.text).toContain('2 concerns. Printed 16 November 2026')
    expect(paper.text).toContain('Moira Tolland')
    expect(paper.text).not.toMatch(/First|Second/)
    expect((await app.get(to ?? '', stranger)).text).toContain('0 concerns')
  })

  test('its heads say by which column it runs', async () => {
    const page = await app.get('/concerns?view=all&sort=-told', dsl)
    expect(page.body).toContain('aria-sort="descending"><a href="/concerns?view=all&amp;sort=told">Told</a>')
    expect(page.text).toContain('4 concerns, newest first.')
    expect((await app.get('/concerns?view=all&words=zebra', dsl)).text).toContain('Nothing found')
  })

  test('what somebody had comes back to the circle when their post ends, and the circle is told', async () => {
    const system = systemActor(dsl.organisationId, 'tests')
    expect(await t.as(system, endTaken)).toBe(0)
    await t.peek(`update app.post_holder set until_on = '2026-11-16' where person_id = $1`, [head.personId])
    expect([await t.as(system, endTaken), await t.as(system, endTaken)]).toEqual([2, 0])
    expect(await words({ view: 'new' })).toEqual(['Second', 'First', 'Third'])
    expect(await words({ view: 'mine' })).toEqual(['Fourth'])
    const notices = await t.peek('select reader_id as reader, says from app.notice where code like $1', [
      'concern.came_back/%',
    ])
    const says = 'Nobody looks after 2 concerns any more. Take them, or give them to somebody.'
    expect(notices).toEqual([{ reader: dsl.personId, says }])
  })
})
