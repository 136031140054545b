import { describe, expect, test } from 'vitest'
import { type CurrentPeople, isEmptyPlan, planImport, readRoster } from '#areas/people/index.ts'
import { bigRoster } from './big-roster.ts'
import { makeLarkbeck } from './larkbeck.ts'

const nobody: CurrentPeople = { schools: [], people: [], families: [], classes: [], classMembers: [] }
const sample = makeLarkbeck(7)
const text = (files: ReadonlyMap<string, Uint8Array>) =>
  [...files].map(([name, bytes]) => `${name}\n${new TextDecoder().decode(bytes)}`).join('\n')

describe('the invented school', () => {
  test('is the same for the same seed and another for another', () => {
    expect(text(makeLarkbeck(7).rosterFor(2025))).toBe(text(sample.rosterFor(2025)))
    expect(text(makeLarkbeck(8).rosterFor(2025))).not.toBe(text(sample.rosterFor(2025)))
  })
  test.each(sample.schoolYears)('is exported in %i without a fault', async (schoolYear) => {
    const reading = await readRoster(sample.rosterFor(schoolYear))
    expect(reading.faults).toEqual([])
    const plan = planImport(reading, nobody, { today: `${schoolYear}-09-02` })
    expect(plan.joiners).toHaveLength(sample.peopleIn(schoolYear).length)
  })
  test.each(sample.schoolYears)(
    'has about 330 pupils in every year group, 75 staff and 9 governors in %i',
    (schoolYear) => {
      const kinds = Map.groupBy(sample.peopleIn(schoolYear), ({ kind }) => kind)
      expect(Math.abs((kinds.get('pupil')?.length ?? 0) - 330)).toBeLessThan(25)
      expect(kinds.get('staff')).toHaveLength(75)
      expect(kinds.get('governor')).toHaveLength(9)
      expect(kinds.get('visitor')?.length).toBeGreaterThan(3)
    },
  )
  test('moves up a year each September: some join, some leave, and nobody else is another person', async () => {
    const [before, after] = await Promise.all([2024, 2025].map((year) => readRoster(sample.rosterFor(year))))
    const years = (reading: typeof before) =>
      new Map(reading?.roster?.people.map(({ sourcedId, fields }) => [sourcedId, fields?.yearGroup]))
    const [then, now] = [years(before), years(after)]
    expect([...now.keys()].filter((id) => !then.has(id)).length).toBeGreaterThan(20)
    expect([...then.keys()].filter((id) => !now.has(id)).length).toBeGreaterThan(20)
    for (const [id, year] of now) if (year != null && then.has(id)) expect(year).toBe((then.get(id) ?? 99) + 1)
  })
  test('has families of every kind, and a name for every kind of trouble', () => {
    const said = new Set(sample.families.map(({ relationship }) => relationship))
    for (const one of ['mother', 'father', 'father without parental responsibility', 'foster carer', 'stepfather'])
      expect(said).toContain(one)
    expect(sample.families.some(({ household }) => household === 2)).toBe(true)
    const names = sample.people.map(({ givenName, familyName }) => `${givenName} ${familyName}`)
    for (const trouble of [
      /\p{Script=Han}/u,
      /\p{Script=Arabic}/u,
      /\p{Script=Tamil}|\p{Script=Gurmukhi}/u,
      /’/,
      /-/,
      /\p{M}/u,
      /^\S+ $/,
      /.{30}/,
    ])
      expect(names.some((name) => trouble.test(name))).toBe(true)
  })
  test.each(sample.schoolYears)('has a teacher and a governor with a child at the school in %i', async (schoolYear) => {
    const { roster } = await readRoster(sample.rosterFor(schoolYear))
    const both = (roster?.people ?? []).filter(({ posts }) => new Set(posts.map(({ kind }) => kind)).size > 1)
    expect(both.map(({ posts }) => posts.map(({ kind }) => kind))).toEqual([
      ['staff', 'parent'],
      ['governor', 'parent'],
    ])
  })
  test('uses addresses of reserved domains alone, each once', () => {
    const mails = sample.people.flatMap(({ email }) => email ?? [])
    expect(mails.length).toBeGreaterThan(100)
    for (const mail of mails) expect(mail).toMatch(/@(larkbeck|post)\.example$/)
    expect(new Set(mails).size).toBe(mails.length)
  })
  test('gives every post to somebody who is there', () => {
    const there = new Set(sample.peopleIn(2026).map(({ sourcedId }) => sourcedId))
    const held = sample.posts.filter(({ untilOn }) => untilOn === null)
    expect(held.length).toBeGreaterThan(10)
    expect(held.filter(({ person }) => !there.has(person))).toEqual([])
  })
  test('has terms that begin and end on weekdays, in order', () => {
    expect(sample.terms.length).toBeGreaterThan(5)
    for (const { startsOn, endsOn, daysOff } of sample.terms) {
      for (const day of [startsOn, endsOn, ...daysOff.flatMap(({ start, end }) => [start, end])])
        expect([day, Temporal.PlainDate.from(day).dayOfWeek <= 5]).toEqual([day, true])
      expect(startsOn < endsOn).toBe(true)
    }
  })
})

describe('a made-up trust', () => {
  test('has as many users as asked for and no fault', async () => {
    const { roster, faults } = await readRoster(bigRoster({ users: 1000 }))
    expect(faults).toEqual([])
    expect(roster?.people).toHaveLength(1000)
    expect(isEmptyPlan(planImport({ roster, faults }, nobody, { today: '2026-09-02' }))).toBe(false)
  })
})
