import { describe, expect, test } from 'vitest'
import { changed, filesOf, set11, set12, type Texts } from './given-files.ts'
import { readRoster } from './read-roster.ts'

const read = (texts: Texts) => readRoster(filesOf(texts))
const faultsOf = async (texts: Texts) =>
  (await read(texts)).faults.map(
    ({ file, row, column, says, weight }) => `${weight} ${file} ${row} ${column ?? ''}: ${says}`,
  )

describe('a healthy set', () => {
  test('of version 1.2 has no fault and gives every person with their roles', async () => {
    const { roster, faults } = await read(set12())
    expect(faults).toEqual([])
    expect(roster?.people.map(({ sourcedId, posts }) => [sourcedId, posts[0]?.kind])).toEqual([
      ['p1', 'pupil'],
      ['f1', 'parent'],
      ['t1', 'staff'],
    ])
    expect(roster?.people[0]?.fields).toMatchObject({ givenName: 'Tobi', yearGroup: 7, birthDate: '2015-02-03' })
    expect(roster?.people[2]?.fields?.email).toBe('sam.pritchard@larkbeck.example')
  })
  test('of version 1.1 gives the same people', async () => {
    const [older, newer] = [await read(set11()), await read(set12())]
    expect(older.faults).toEqual([])
    expect(older.roster?.people.map(({ sourcedId }) => sourcedId)).toEqual(
      newer.roster?.people.map(({ sourcedId }) => sourcedId),
    )
    expect(older.roster?.people[1]?.posts[0]).toMatchObject({ kind: 'parent', role: 'guardian' })
  })
  test('never gives out a password', async () => {
    expect(JSON.stringify(await read(set12()))).not.toContain('hunter2')
  })
  test('takes a homeroom class for a tutor group', async () => {
    const { roster } = await read(set12())
    expect(roster?.classes[0]).toMatchObject({ title: '7A', tutorGroup: true })
    expect(roster?.enrollments).toHaveLength(2)
  })
})

describe('rows', () => {
  const cases: [string, string, string, string, string][] = [
    [
      'an unknown role',
      'roles.csv',
      't1,primary,teacher',
      't1,primary,wizard',
      'row roles.csv 4 role: “wizard” is not known here.',
    ],
    [
      'an unknown organisation',
      'roles.csv',
      'teacher,,,o1',
      'teacher,,,o7',
      'row roles.csv 4 orgSourcedId: There is no organisation with the id “o7”.',
    ],
    [
      'a role of nobody',
      'roles.csv',
      'r3,,,t1',
      'r3,,,t9',
      'row roles.csv 4 userSourcedId: There is no person with the id “t9”.',
    ],
    [
      'a person without a role',
      'roles.csv',
      'r3,,,t1,primary,teacher,,,o1,\r\n',
      '',
      'row users.csv 4 sourcedId: No row in roles.csv says what this person is.',
    ],
    ['a missing value', 'users.csv', 'true,sam', 'true,', 'row users.csv 4 username: “username” is empty.'],
    [
      'a second row with the same id',
      'users.csv',
      't1,,,true',
      'f1,,,true',
      'row users.csv 4 sourcedId: “f1” is already the id of row 3.',
    ],
    [
      'a parent who is not in the file',
      'users.csv',
      ',f1,07',
      ',f8,07',
      'row users.csv 2 agentSourcedIds: There is no person with the id “f8”.',
    ],
    [
      'a mail address that is none',
      'users.csv',
      'yetunde@post.example',
      'yetunde at post',
      'row users.csv 3 email: “yetunde at post” is not one mail address.',
    ],
    [
      'a date as Excel shows it',
      'demographics.csv',
      '2015-02-03',
      '03/02/2015',
      'row demographics.csv 2 birthDate: “03/02/2015” is written as Excel shows a date',
    ],
    [
      'a day that does not exist',
      'demographics.csv',
      '2015-02-03',
      '2015-02-30',
      'row demographics.csv 2 birthDate: “2015-02-30” is not a date.',
    ],
    [
      'a person without any name',
      'users.csv',
      'Sam,Pritchard',
      '-,-',
      'row users.csv 4 givenName: Both names are dashes.',
    ],
    [
      'a status nobody knows',
      'users.csv',
      't1,,,',
      't1,gone,,',
      'row users.csv 4 status: The status “gone” is not known.',
    ],
    [
      'enabledUser that is neither',
      'users.csv',
      't1,,,true',
      't1,,,maybe',
      'row users.csv 4 enabledUser: “maybe” must be true or false.',
    ],
    [
      'a class at no school',
      'classes.csv',
      'homeroom,,o1',
      'homeroom,,o5',
      'row classes.csv 2 schoolSourcedId: There is no school with the id “o5”.',
    ],
    [
      'a class of no known type',
      'classes.csv',
      'homeroom',
      'house',
      'row classes.csv 2 classType: “house” is not known here. It can be homeroom or scheduled.',
    ],
    [
      'an enrolment in no class',
      'enrollments.csv',
      'e1,,,c1',
      'e1,,,c9',
      'row enrollments.csv 2 classSourcedId: There is no class with the id “c9”.',
    ],
    [
      'an enrolment of nobody',
      'enrollments.csv',
      'o1,p1',
      'o1,p9',
      'row enrollments.csv 2 userSourcedId: There is no person with the id “p9”.',
    ],
    [
      'a pupil number whose check letter is wrong',
      'users.csv',
      'Tobi,Adeyemi,,,',
      'Tobi,Adeyemi,,A000000000001,',
      'note users.csv 2 identifier: The check letter',
    ],
    [
      'a year group nobody knows',
      'users.csv',
      'f1,07',
      'f1,Hogwarts',
      'note users.csv 2 grades: “Hogwarts” is no year group known here',
    ],
  ]
  test.each(cases)('%s is told with file, row and column', async (_, file, from, to, expected) => {
    const faults = await faultsOf(changed(set12(), file, from, to))
    expect(faults.find((fault) => fault.startsWith(expected))).toBeDefined()
  })
  test('at fault are left out, and what hangs on them is no second fault', async () => {
    const { roster, faults } = await read(changed(set12(), 'users.csv', 'yetunde@post.example', 'no address'))
    expect(faults).toHaveLength(1)
    expect(roster?.people.map(({ sourcedId }) => sourcedId)).toEqual(['p1', 't1'])
    expect(roster?.unread.people).toEqual(new Set(['f1']))
  })
  test('without an id make the whole roster unsure who is meant', async () => {
    const { roster } = await read(changed(set12(), 'users.csv', 't1,,,', ',,,'))
    expect(roster?.unread.somebody).toBe(true)
  })
  test('that a lost quotation mark may have swallowed make the roster unsure too, and a note of two lines does not', async () => {
    const rows = (a: string, b: string) =>
      read({
        ...set12(),
        'users.csv': `${set12()['users.csv']?.split('\r\n')[0]}\r\np1,,,true,x,,${a},-,,,,,,,,,,\r\nt1,,,true,x,,${b},-,,,,,,,,,,\r\n`,
      })
    const swallowed = await rows('"A', '"B"')
    expect(swallowed.roster?.unread).toMatchObject({ somebody: true, someEnrollment: true })
    expect(swallowed.faults.map(({ says }) => says).join()).toContain('A quotation mark may be missing')
    expect((await rows('"A\r\nB"', '"C"')).roster?.unread.somebody).toBe(false)
  })
})

describe('the manifest', () => {
  test('of another version stops the set', async () => {
    const { roster, faults } = await read(changed(set12(), 'manifest.csv', 'version,1.2', 'version,2.0'))
    expect(roster).toBeNull()
    expect(faults[0]).toMatchObject({ file: 'manifest.csv', weight: 'file' })
  })
  test('that promises a file which is not there stops the set', async () => {
    const { 'enrollments.csv': _, ...texts } = set12()
    expect(await faultsOf(texts)).toEqual([
      'file manifest.csv null : The manifest promises enrollments.csv (bulk), and it is not in the set.',
    ])
  })
  test('that calls a file absent leaves it unread, and says so', async () => {
    const { roster, faults } = await read(changed(set12(), 'manifest.csv', 'demographics,bulk', 'demographics,absent'))
    expect(faults).toMatchObject([{ file: 'demographics.csv', weight: 'note' }])
    expect(roster?.people[0]?.fields?.birthDate).toBeUndefined()
  })
  test('may be missing: the version is seen from the files', async () => {
    for (const [texts, version] of [
      [set11(), '1.1'],
      [set12(), '1.2'],
    ] as const) {
      const { 'manifest.csv': _, ...rest } = texts
      const { roster, faults } = await read(rest)
      expect(roster?.version).toBe(version)
      expect(faults).toMatchObject([{ file: 'manifest.csv', weight: 'note' }])
    }
  })
  test('a complete list of nobody is refused', async () => {
    const texts = set12()
    texts['users.csv'] = texts['users.csv']?.split('\r\n')[0] ?? ''
    const { roster, faults } = await read(texts)
    expect(roster).toBeNull()
    expect(faults.map(({ says }) => says).join()).toContain('The file lists nobody')
  })
  test('files of a set that Kept does not use may be anything', async () => {
    expect(
      await faultsOf({
        ...changed(set12(), 'manifest.csv', 'results,absent', 'results,bulk'),
        'results.csv': '\u0000"',
      }),
    ).toEqual([])
  })
})

describe('a delta', () => {
  const delta = (): Texts => {
    const texts = changed(set12(), 'manifest.csv', 'users,bulk', 'users,delta')
    const all = ['roles', 'orgs', 'classes', 'enrollments', 'demographics']
    return all.reduce((set, name) => changed(set, 'manifest.csv', `${name},bulk`, `${name},delta`), texts)
  }
  test('may refer to what the organisation has already', async () => {
    const texts = {
      'manifest.csv':
        delta()['manifest.csv']?.replace(/file\.(orgs|roles|classes|users|demographics),delta\r\n/g, '') ?? '',
      'enrollments.csv': delta()['enrollments.csv'] ?? '',
    }
    const known = { people: new Set(['p1', 't1']), classes: new Set(['c1']), schools: new Set(['o1']) }
    expect((await readRoster(filesOf(texts), known)).faults).toEqual([])
    expect((await readRoster(filesOf(texts))).faults).toHaveLength(4)
  })
  test('tells who is to go', async () => {
    const { roster } = await read(changed(delta(), 'users.csv', 't1,,,', 't1,tobedeleted,2026-09-01T00:00:00.000Z,'))
    expect(roster?.people.find(({ sourcedId }) => sourcedId === 't1')?.ended).toBe(true)
    expect(roster?.covers.people).toBe('delta')
  })
})
