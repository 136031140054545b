import { describe, expect, test } from 'vitest'
import { systemActor } from '#core/actor.ts'
import { verifyChain } from '#platform/ledger/verify.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { changed, filesOf, set12, type Texts } from '../import/given-files.ts'
import { countsOf, isEmptyPlan } from '../import/plan-import.ts'
import { currentPeople } from '../queries/current-people.ts'
import { importRoster } from './import-roster.ts'

describe('importRoster', () => {
  const t = useDatabase()
  const begin = async () => {
    const organisation = await givenOrganisation(t)
    const system = systemActor(organisation.organisationId, 'people import')
    const run = (texts: Texts, options: { dryRun?: boolean; skipFaultyRows?: boolean } = {}) =>
      t.as(system, (tx) =>
        importRoster(tx, system, filesOf(texts), { dryRun: false, skipFaultyRows: false, ...options }),
      )
    const all = () => t.as(system, (tx) => currentPeople(tx, system))
    const entries = () =>
      t.peek<{ code: string }>('select code from app.ledger_entry where organisation_id = $1', [
        organisation.organisationId,
      ])
    return { organisation, system, run, all, entries }
  }
  const without = (texts: Texts, id: string): Texts =>
    Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [
        name,
        text
          .split('\r\n')
          .filter((line) => !line.split(',').includes(id))
          .join('\r\n'),
      ]),
    )

  test('brings people, families and classes in, with one entry in the ledger', async () => {
    const { organisation, run, all, entries, system } = await begin()
    await run(set12())
    const { schools, people, families, classes, classMembers } = await all()
    expect(schools).toEqual([{ id: organisation.schoolId, sourcedId: 'o1', name: 'Larkbeck School' }])
    const named = Object.fromEntries(people.map((person) => [person.givenName, person.memberships[0]?.kind]))
    expect(named).toEqual({ Tobi: 'pupil', Yẹtúndé: 'parent', Sam: 'staff' })
    expect([families.length, classes[0]?.name, classMembers.length]).toEqual([1, '7A', 2])
    expect(await entries()).toEqual([{ code: 'people.imported' }])
    expect(await t.as(system, (tx) => verifyChain(tx, 'main'))).toMatchObject({ entries: 1, bad: null })
  })
  test('done twice changes nothing and writes no second entry', async () => {
    const { run, all, entries } = await begin()
    await run(set12())
    const before = await all()
    expect(isEmptyPlan(await run(set12()))).toBe(true)
    expect(await all()).toEqual(before)
    expect(await entries()).toHaveLength(1)
  })
  test('twice at the same time waits, and finds nothing left to do', async () => {
    const { run, all, entries } = await begin()
    const plans = await Promise.all([run(set12()), run(set12()), run(set12())])
    expect(plans.filter(isEmptyPlan)).toHaveLength(2)
    expect((await all()).people).toHaveLength(3)
    expect(await entries()).toHaveLength(1)
  })
  test('as a dry run says what it would do and does none of it', async () => {
    const { run, all, entries } = await begin()
    const plan = await run(set12(), { dryRun: true })
    expect(Object.fromEntries(countsOf(plan).map(({ what, count }) => [what, count]))).toMatchObject({
      joiners: 3,
      classes: 1,
    })
    expect((await all()).people).toEqual([])
    expect(await entries()).toEqual([])
  })
  test('with a row at fault changes nothing, unless those rows are to be skipped', async () => {
    const { run, all } = await begin()
    const faulty = changed(set12(), 'users.csv', 'sam,,Sam', ',,Sam')
    expect((await run(faulty)).blocked).toBe('rows')
    expect((await all()).people).toEqual([])
    expect((await run(faulty, { skipFaultyRows: true })).blocked).toBeNull()
    expect((await all()).people).toHaveLength(2)
  })
  test('never ends a person whose row was skipped', async () => {
    const { run, all } = await begin()
    await run(set12())
    const before = await all()
    await run(changed(set12(), 'users.csv', 'sam,,Sam', ',,Sam'), { skipFaultyRows: true })
    expect(await all()).toEqual(before)
  })
  test('ends a leaver with all that they held, deletes nothing, and takes them back', async () => {
    const { organisation, run, all } = await begin()
    await run(set12())
    const sam = (await all()).people.find(({ sourcedId }) => sourcedId === 't1')
    await run(without(set12(), 't1'))
    const gone = (await all()).people.find(({ sourcedId }) => sourcedId === 't1')
    expect(gone).toMatchObject({ ended: true, memberships: [] })
    const rows = await t.peek('select until_on from app.class_member where organisation_id = $1 and person_id = $2', [
      organisation.organisationId,
      sam?.id,
    ])
    expect(rows).toMatchObject([{ until_on: expect.anything() }])
    await run(set12())
    const back = (await all()).people.find(({ sourcedId }) => sourcedId === 't1')
    expect(back).toMatchObject({ id: sam?.id, ended: false, memberships: [{ kind: 'staff' }] })
    expect(isEmptyPlan(await run(set12()))).toBe(true)
  })
  test('moves a year up, renames, parts and joins families, on later days and on the same day', async () => {
    const { run, all } = await begin()
    await run(set12())
    let texts = changed(changed(set12(), 'users.csv', ',f1,07', ',,08'), 'classes.csv', '7A', '8A')
    await run(texts)
    const moved = await all()
    expect(moved.people.find(({ sourcedId }) => sourcedId === 'p1')?.memberships[0]?.yearGroup).toBe(8)
    expect([moved.classes[0]?.name, moved.families]).toEqual(['8A', []])
    texts = changed(texts, 'users.csv', ',,08', ',f1,08')
    await run(texts)
    expect((await all()).families).toHaveLength(1)
    expect(isEmptyPlan(await run(texts))).toBe(true)
  })
  test('takes a person entered by hand for the same person when address and family name agree', async () => {
    const { organisation, run, all } = await begin()
    const sam = await givenPerson(t, organisation, { kind: 'staff', name: 'Samuel Pritchard', posts: ['dsl'] })
    await t.peek('update app.person set email = $1 where id = $2', ['sam.pritchard@larkbeck.example', sam.personId])
    await run(set12())
    const found = (await all()).people.filter(({ familyName }) => familyName === 'Pritchard')
    expect(found).toMatchObject([{ id: sam.personId, sourcedId: 't1', givenName: 'Sam', posts: ['dsl'] }])
  })
  test('by a member of staff is theirs in the ledger, and touches no other organisation', async () => {
    const [here, there] = [await begin(), await begin()]
    const ann = await givenPerson(t, here.organisation, { kind: 'staff', name: 'Ann Example' })
    await there.run(set12())
    const other = await there.all()
    await t.as(ann, (tx) => importRoster(tx, ann, filesOf(set12()), { dryRun: false, skipFaultyRows: false }))
    const [entry] = await t.peek('select actor_person_id from app.ledger_entry where organisation_id = $1', [
      ann.organisationId,
    ])
    expect(entry).toEqual({ actor_person_id: ann.personId })
    expect(await there.all()).toEqual(other)
  })
})
