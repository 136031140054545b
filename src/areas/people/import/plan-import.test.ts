import { describe, expect, test } from 'vitest'
import { changed, filesOf, set11, set12, type Texts } from './given-files.ts'
import { carriedOut, nobody } from './given-organisation.ts'
import { isEmptyPlan, planImport } from './plan-import.ts'
import type { CurrentPeople, ImportOptions } from './plan-types.ts'
import { readRoster } from './read-roster.ts'

const today = '2026-09-02'
const knownIn = (current: CurrentPeople) => {
  const ids = (things: readonly { sourcedId: string | null }[]) =>
    new Set(things.flatMap(({ sourcedId }) => sourcedId ?? []))
  return { people: ids(current.people), classes: ids(current.classes), schools: ids(current.schools) }
}
const plan = async (texts: Texts, current: CurrentPeople = nobody, options: Partial<ImportOptions> = {}) =>
  planImport(await readRoster(filesOf(texts), knownIn(current)), current, { today, ...options })
const imported = async (texts: Texts = set12()) => carriedOut(await plan(texts), nobody)
const without = (texts: Texts, person: string): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      text
        .split('\r\n')
        .filter((line) => !line.split(',').includes(person))
        .join('\r\n'),
    ]),
  )

describe('a first import', () => {
  test('plans everybody, their school, families, classes and places in them', async () => {
    const first = await plan(set12())
    expect(first.blocked).toBeNull()
    expect(first.schools.add).toEqual([{ sourcedId: 'o1', name: 'Larkbeck School' }])
    expect(first.joiners).toHaveLength(3)
    expect(first.joiners[0]).toMatchObject({
      givenName: 'Tobi',
      bornOn: '2015-02-03',
      memberships: [{ kind: 'pupil', yearGroup: 7 }],
    })
    expect(first.families.add).toEqual([{ adult: 'f1', child: 'p1', relationship: 'parent', maySign: true }])
    expect(first.classes.add).toEqual([
      { sourcedId: 'c1', name: '7A', school: { sourcedId: 'o1' }, tutorGroup: true, schoolYear: 2026 },
    ])
    expect(first.classMembers.add).toHaveLength(2)
  })
  test('done twice plans nothing, in both versions', async () => {
    for (const texts of [set12(), set11()]) expect(isEmptyPlan(await plan(texts, await imported(texts)))).toBe(true)
  })
  test('finds the school that was entered by hand, by its name', async () => {
    const first = await plan(set12(), { ...nobody, schools: [{ id: 's', sourcedId: null, name: 'larkbeck  school' }] })
    expect(first.schools).toMatchObject({ add: [], change: [{ id: 's', to: 'Larkbeck School' }] })
    expect(first.joiners[0]?.memberships[0]?.school).toEqual({ id: 's' })
  })
  test('takes a person entered by hand with the same address and family name for the same person', async () => {
    const sam = {
      id: 'sam',
      sourcedId: null,
      givenName: 'Samuel',
      familyName: 'Pritchard',
      knownAs: null,
      bornOn: null,
      ended: false,
      memberships: [],
      posts: [],
      email: 'SAM.pritchard@larkbeck.example',
    }
    const first = await plan(set12(), { ...nobody, people: [sam] })
    expect(first.joiners).toHaveLength(2)
    expect(first.changes[0]?.fields).toEqual([
      { field: 'sourcedId', from: null, to: 't1' },
      { field: 'givenName', from: 'Samuel', to: 'Sam' },
      { field: 'email', from: 'SAM.pritchard@larkbeck.example', to: 'sam.pritchard@larkbeck.example' },
    ])
    expect(isEmptyPlan(await plan(set12(), carriedOut(first, { ...nobody, people: [sam] })))).toBe(true)
  })
  test('lets a relative belong to the family, but not sign', async () => {
    const first = await plan(changed(set12(), 'roles.csv', 'primary,parent', 'primary,relative'))
    expect(first.families.add[0]).toMatchObject({ relationship: 'relative', maySign: false })
  })
  test('finds a family that the parent’s row names', async () => {
    const texts = changed(
      changed(set12(), 'users.csv', ',f1,07', ',,07'),
      'users.csv',
      'yetunde@post.example,,,',
      'yetunde@post.example,,,p1',
    )
    expect((await plan(texts)).families.add).toMatchObject([{ adult: 'f1', child: 'p1' }])
  })
  test('brings whoever serves the trust to each of its schools, and knows governors', async () => {
    let texts = changed(
      set12(),
      'orgs.csv',
      'school,,\r\n',
      'school,,\r\no2,,,Mill Lane School,school,,d1\r\nd1,,,Trust,district,,\r\n',
    )
    texts = changed(texts, 'roles.csv', 't1,primary,teacher,,,o1', 't1,primary,ext:governor,,,d1')
    const memberships = (await plan(texts)).joiners[2]?.memberships
    expect(memberships).toMatchObject([
      { kind: 'governor', school: { sourcedId: 'o1' } },
      { kind: 'governor', school: { sourcedId: 'o2' } },
    ])
  })
})

describe('a later import', () => {
  test('tells changes field by field', async () => {
    let texts = changed(set12(), 'users.csv', 'Yẹtúndé,Adeyemi', 'Yẹtúndé,Ògúnbíyì')
    texts = changed(texts, 'users.csv', 'f1,07', 'f1,08')
    const next = await plan(texts, await imported())
    expect(next.changes).toMatchObject([
      { name: 'Tobi Adeyemi', fields: [], memberships: { change: [{ from: 7, to: 8 }] } },
      { name: 'Yẹtúndé Adeyemi', fields: [{ field: 'familyName', from: 'Adeyemi', to: 'Ògúnbíyì' }] },
    ])
  })
  test('ends whoever is missing from a complete list, with their class and family', async () => {
    const next = await plan(without(changed(set12(), 'users.csv', ',f1,07', ',,07'), 'f1'), await imported())
    expect(next.leavers).toMatchObject([{ name: 'Yẹtúndé Adeyemi', kinds: ['parent'] }])
    expect(next.families.end).toHaveLength(1)
    const teacher = await plan(without(set12(), 't1'), await imported())
    expect(teacher.classMembers.end).toHaveLength(1)
  })
  test('never ends somebody who was entered by hand, or at a school that the set does not speak for', async () => {
    const current = await imported()
    const hand = {
      id: 'h',
      sourcedId: null,
      givenName: 'Wangdi',
      familyName: '',
      knownAs: null,
      email: null,
      bornOn: null,
      ended: false,
      posts: [],
      memberships: [{ id: 'm', school: 'id-o1', kind: 'governor' as const, yearGroup: null }],
    }
    const away = {
      ...hand,
      id: 'a',
      sourcedId: 'a1',
      memberships: [{ id: 'm2', school: 'elsewhere', kind: 'staff' as const, yearGroup: null }],
    }
    expect(isEmptyPlan(await plan(set12(), { ...current, people: [...current.people, hand, away] }))).toBe(true)
  })
  test('leaves alone what the set has no column or file for', async () => {
    const { 'demographics.csv': _, ...texts } = changed(set12(), 'manifest.csv', 'file.demographics,bulk\r\n', '')
    texts['users.csv'] = texts['users.csv']?.replace(',email,', ',mailbox,') ?? ''
    expect(isEmptyPlan(await plan(texts, await imported()))).toBe(true)
  })
  test('puts nobody into a class that has ended or whose school has', async () => {
    const ended = changed(set12(), 'classes.csv', 'c1,,,', 'c1,tobedeleted,,')
    expect((await plan(ended)).classMembers.add).toEqual([])
    const closed = changed(set12(), 'orgs.csv', 'o1,,,', 'o1,tobedeleted,,')
    expect(isEmptyPlan(await plan(closed))).toBe(true)
    const over = await plan(ended, await imported())
    expect([over.classes.end.length, over.classMembers.end.length]).toEqual([1, 2])
  })
  test('leaves a year group alone that it does not know', async () => {
    expect(isEmptyPlan(await plan(changed(set12(), 'users.csv', 'f1,07', 'f1,Upper Shell'), await imported()))).toBe(
      true,
    )
  })
  test('brings back a person who had left', async () => {
    const gone = carriedOut(await plan(without(set12(), 't1'), await imported()), await imported())
    const next = await plan(set12(), gone)
    expect(next.joiners).toEqual([])
    expect(next.changes).toMatchObject([
      { name: 'Sam Pritchard', returns: true, memberships: { add: [{ kind: 'staff' }] } },
    ])
    expect(isEmptyPlan(await plan(set12(), carriedOut(next, gone)))).toBe(true)
  })
  test('ends a person whose only role is over, and waits for one that begins later', async () => {
    const over = changed(set12(), 'roles.csv', 't1,primary,teacher,,', 't1,primary,teacher,2020-09-01,2026-08-31')
    expect((await plan(over, await imported())).leavers).toMatchObject([{ name: 'Sam Pritchard' }])
    const later = await plan(changed(set12(), 'roles.csv', 't1,primary,teacher,', 't1,primary,teacher,2027-01-05'))
    expect(later.joiners).toHaveLength(2)
    expect(later.classMembers.add).toHaveLength(1)
    expect(later.warnings).toEqual(['1 person begins on a later day. Import again on that day or after it.'])
  })
  test('says which posts a leaver holds, and when an id seems to be used again', async () => {
    const current = await imported()
    const people = current.people.map((person) => (person.sourcedId === 't1' ? { ...person, posts: ['dsl'] } : person))
    expect((await plan(without(set12(), 't1'), { ...current, people })).warnings).toEqual([
      'Sam Pritchard leaves and holds: dsl.',
    ])
    const other = await plan(changed(set12(), 'users.csv', 'Sam,Pritchard', 'Hodan,Warsame'), current)
    expect(other.warnings[0]).toContain('Was an id used again?')
  })
  test('of a delta ends only whom it names', async () => {
    const names = ['orgs', 'users', 'roles', 'classes', 'enrollments', 'demographics']
    const delta = names.reduce(
      (texts, name) => changed(texts, 'manifest.csv', `${name},bulk`, `${name},delta`),
      set12(),
    )
    const current = await imported()
    expect(isEmptyPlan(await plan(without(delta, 't1'), current))).toBe(true)
    const next = await plan(changed(delta, 'users.csv', 't1,,,', 't1,tobedeleted,,'), current)
    expect(next.leavers).toMatchObject([{ name: 'Sam Pritchard' }])
    const ends = await plan(changed(delta, 'enrollments.csv', 'e2,,,', 'e2,tobedeleted,,'), current)
    expect(ends.classMembers.end).toHaveLength(1)
  })
})

describe('a set with rows at fault', () => {
  const faulty = () => changed(set12(), 'users.csv', 'sam,,Sam', ',,Sam')
  test('is blocked, and still says what it would do', async () => {
    const next = await plan(faulty())
    expect(next.blocked).toBe('rows')
    expect(next.joiners).toHaveLength(2)
  })
  test('may be applied without those rows when the user says so', async () => {
    expect((await plan(faulty(), nobody, { skipFaultyRows: true })).blocked).toBeNull()
  })
  test('never turns a skipped person into a leaver, nor touches their class', async () => {
    const next = await plan(faulty(), await imported(), { skipFaultyRows: true })
    expect(isEmptyPlan(next)).toBe(true)
  })
  test.each([
    ['roles.csv', 't1,primary,teacher', 't1,primary,wizard'],
    ['classes.csv', 'homeroom', 'house'],
    ['enrollments.csv', 't1,teacher', 't1,wizard'],
    ['enrollments.csv', 'c1,o1,t1', ',o1,t1'],
    ['users.csv', 't1,,,', ',,,'],
    ['users.csv', 'yetunde@post.example', 'no address'],
    ['orgs.csv', 'school,,', 'castle,,'],
  ])('ends nothing when a row of %s is skipped (%s)', async (file, from, to) => {
    const next = await plan(changed(set12(), file, from, to), await imported(), { skipFaultyRows: true })
    expect([next.leavers, next.classes.end, next.classMembers.end, next.families.end, next.joiners]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ])
  })
  test('is blocked whatever the user says when the set as a whole cannot be used', async () => {
    const next = await plan(changed(set12(), 'users.csv', 'givenName', 'forename'), nobody, { skipFaultyRows: true })
    expect(next.blocked).toBe('set')
    expect(isEmptyPlan(next)).toBe(true)
  })
})
