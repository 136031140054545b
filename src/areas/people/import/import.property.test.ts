import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filesOf, set12, type Texts } from './given-files.ts'
import { carriedOut, nobody } from './given-organisation.ts'
import { isEmptyPlan, planImport } from './plan-import.ts'
import type { CurrentPeople } from './plan-types.ts'
import { readRoster } from './read-roster.ts'
import { upnAgrees } from './upn.ts'

const today = '2026-09-02'

interface Somebody {
  readonly role: 'student' | 'parent' | 'teacher' | 'relative'
  readonly name: string
  readonly agents: readonly number[]
  readonly group: number
  readonly there: boolean
}

const somebody: fc.Arbitrary<Somebody> = fc.record({
  role: fc.constantFrom('student', 'parent', 'teacher', 'relative'),
  name: fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }).filter((name) => /\p{L}/u.test(name)),
  agents: fc.array(fc.nat(5), { maxLength: 2 }),
  group: fc.nat(2),
  there: fc.boolean(),
})

const pupil = (name: string): Somebody => ({ role: 'student', name, agents: [], group: 0, there: true })
// Empties half of a quoted name: the quotation mark that is left opens a text which swallows the row below. It was found by chance.
const LOST_QUOTE = { file: 'users.csv', row: 1, cell: 6, with: '' } as const

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
const header = (texts: Texts, file: string): string => texts[file]?.split('\r\n')[0] ?? ''

/** A sound set about the people who are there, by their place in the list. */
function textsOf(people: readonly Somebody[]): Texts {
  const texts = set12()
  const here = people.flatMap((person, index) => (person.there ? [{ ...person, index }] : []))
  const agents = ({ agents: named }: Somebody) =>
    named.filter((index) => people[index]?.there).map((index) => `u${index}`)
  const file = (name: string, rows: readonly string[]) => [header(texts, name), ...rows, ''].join('\r\n')
  const students = here.filter(({ role }) => role === 'student')
  return {
    ...texts,
    'users.csv': file(
      'users.csv',
      here.map((one) => `u${one.index},,,true,x,,${quoted(one.name)},-,,,,,,${quoted(agents(one).join(','))},,,,`),
    ),
    'roles.csv': file(
      'roles.csv',
      here.map(({ index, role }) => `r${index},,,u${index},primary,${role},,,o1,`),
    ),
    'classes.csv': file(
      'classes.csv',
      [0, 1, 2].map((group) => `c${group},,,Class ${group},,,,homeroom,,o1,,,,`),
    ),
    'enrollments.csv': file(
      'enrollments.csv',
      students.map(({ index, group }) => `e${index},,,c${group},o1,u${index},student,,,`),
    ),
    'demographics.csv': file(
      'demographics.csv',
      students.map(({ index }) => `u${index},,,2015-01-01,`),
    ),
  }
}

const take = async (texts: Texts, current: CurrentPeople, skipFaultyRows = false) =>
  planImport(await readRoster(filesOf(texts)), current, { today, skipFaultyRows })

describe('any roster', () => {
  test('imported twice plans nothing the second time, whatever came before', async () => {
    const history = fc.array(fc.array(somebody, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(history, async (rosters) => {
        let current = nobody
        for (const roster of rosters.filter((people) => people.some(({ there }) => there))) {
          const plan = await take(textsOf(roster), current)
          expect(plan.faults).toEqual([])
          current = carriedOut(plan, current)
          expect(isEmptyPlan(await take(textsOf(roster), current))).toBe(true)
          const active = current.people.filter(({ ended }) => !ended).map(({ sourcedId }) => sourcedId)
          expect(active.toSorted()).toEqual(roster.flatMap(({ there }, index) => (there ? [`u${index}`] : [])))
        }
      }),
      { numRuns: 60 },
    )
  })
  test('with any row spoilt ends nobody who is still in the file', async () => {
    const spoil = fc.record({
      file: fc.constantFrom('users.csv', 'roles.csv', 'enrollments.csv', 'classes.csv', 'orgs.csv'),
      row: fc.nat(8),
      cell: fc.nat(9),
      with: fc.constantFrom('', 'x', '"a,b"', '9/9/99'),
    })
    const everybody = fc.array(
      somebody.map((person) => ({ ...person, there: true })),
      { minLength: 6, maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(everybody, spoil, async (people, { file, row, cell, with: text }) => {
        const texts = textsOf(people)
        const current = carriedOut(await take(texts, nobody), nobody)
        const lines = texts[file]?.split('\r\n') ?? []
        const at = 1 + (row % (lines.length - 2))
        const cells = (lines[at] ?? '').split(',')
        // A new id in a sound row is another person, and the old one has truly gone.
        const column = file === 'users.csv' && cell === 0 && text !== '' ? 3 : cell
        lines[at] = cells.map((old, index) => (index === column ? text : old)).join(',')
        const plan = await take({ ...texts, [file]: lines.join('\r\n') }, current, true)
        // Whatever was left out, nothing in a plan hangs in the air.
        const afresh = await take({ ...texts, [file]: lines.join('\r\n') }, nobody, true)
        carriedOut(afresh, nobody)
        carriedOut(plan, current)
        if (file === 'users.csv' || file === 'orgs.csv' || plan.faults.length > 0) expect(plan.leavers).toEqual([])
      }),
      { numRuns: 300, examples: [[['A', '一,', 'Ⰰ', 'A', 'A', 'B'].map(pupil), LOST_QUOTE]] },
    )
  })
  test('of arbitrary bytes is refused in words and never breaks the reader', async () => {
    const name = fc.constantFrom('manifest.csv', 'orgs.csv', 'users.csv', 'roles.csv', 'classes.csv', 'enrollments.csv')
    await fc.assert(
      fc.asyncProperty(name, fc.uint8Array({ maxLength: 300 }), async (file, bytes) => {
        const { faults } = await readRoster(new Map([...filesOf(set12()), [file, bytes]]))
        for (const fault of faults) expect(fault.says.length).toBeGreaterThan(10)
      }),
      { numRuns: 100 },
    )
  })
})

describe('the check letter of a pupil number', () => {
  test('catches any single wrong digit that it can', () => {
    const digits = fc.array(fc.nat(9), { minLength: 12, maxLength: 12 }).map((list) => list.join(''))
    fc.assert(
      fc.property(digits, (number) => {
        const right = [...'ABCDEFGHJKLMNPQRTUVWXYZ'].filter((letter) => upnAgrees(`${letter}${number}`))
        expect(right).toHaveLength(1)
      }),
    )
  })
})
