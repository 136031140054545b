import { describe, expect, test } from 'vitest'
import { changed, filesOf, set12, type Texts } from './given-files.ts'
import { readRoster } from './read-roster.ts'

const read = (texts: Texts) => readRoster(filesOf(texts))
const faultsOf = async (texts: Texts) =>
  (await read(texts)).faults.map(
    ({ file, row, column, says, weight }) => `${weight} ${file} ${row} ${column ?? ''}: ${says}`,
  )

describe('what spreadsheets do', () => {
  test('a byte order mark is passed over', async () => {
    const texts = set12()
    expect(await faultsOf({ ...texts, 'users.csv': `\ufeff${texts['users.csv']}` })).toEqual([])
  })
  test.each(['\n', '\r', 'mixed'])('line ends of another kind are taken as they come (%j)', async (end) => {
    const texts = set12()
    const lines = (texts['users.csv'] ?? '').split('\r\n')
    texts['users.csv'] = lines
      .map((line, index) => line + (end === 'mixed' ? (index % 2 === 0 ? '\r\n' : '\n') : end))
      .join('')
    const { roster, faults } = await read(texts)
    expect(faults).toEqual([])
    expect(roster?.people).toHaveLength(3)
  })
  test('Windows-1252 is recognised and said', async () => {
    const files = new Map(filesOf(set12()))
    files.set('users.csv', Buffer.from((set12()['users.csv'] ?? '').replace('Yẹtúndé', 'Zoë'), 'latin1'))
    const { roster, faults } = await readRoster(files)
    expect(roster?.people[1]?.fields?.givenName).toBe('Zoë')
    expect(faults).toMatchObject([
      { file: 'users.csv', row: null, weight: 'note', says: expect.stringContaining('Windows-1252') },
    ])
  })
  test('semicolons and UTF-16 are read, and said', async () => {
    const files = new Map(filesOf(set12()))
    files.set('orgs.csv', Buffer.from(`\ufeff${set12()['orgs.csv']?.replaceAll(',', ';')}`, 'utf16le'))
    const { roster, faults } = await readRoster(files)
    expect(roster?.schools[0]?.name).toBe('Larkbeck School')
    expect(faults.map(({ says }) => says.slice(0, 40))).toHaveLength(2)
  })
  test('empty rows, trailing empty cells and a title above the header do not move the row numbers', async () => {
    const texts = set12()
    texts['users.csv'] =
      `Pupils on roll,,,\r\n,,,\r\n${texts['users.csv']}\r\n,,,,\r\nx9,,,true,x,,,Nobody,,,,,,,,,,\r\n`
    const { faults } = await read(texts)
    expect(faults).toMatchObject([
      { weight: 'note', row: 1 },
      { weight: 'row', file: 'users.csv', row: 9, column: 'givenName' },
    ])
  })
  test('NULL and an apostrophe before a number are empty cells and plain numbers, but Null is a surname', async () => {
    const texts = changed(changed(set12(), 'users.csv', 'Sam,Pritchard', 'Sam,Null'), 'users.csv', 'f1,07', "f1,'07")
    const { roster, faults } = await read(texts)
    expect(faults).toEqual([])
    expect(roster?.people[2]?.fields?.familyName).toBe('Null')
    expect(roster?.people[0]?.fields?.yearGroup).toBe(7)
  })
  test('a dash stands for the name that a person has not', async () => {
    const { roster, faults } = await read(changed(set12(), 'users.csv', 'Sam,Pritchard', 'Thiha,-'))
    expect(faults).toEqual([])
    expect(roster?.people[2]?.fields).toMatchObject({ givenName: 'Thiha', familyName: '' })
  })
  test('a comma without quotation marks is found by the cells that it adds', async () => {
    const texts = changed(
      set12(),
      'users.csv',
      'Yẹtúndé,Adeyemi,,,yetunde@post.example,,,,,,,',
      'Yẹtúndé,Adeyemi, Mrs,,,yetunde@post.example,,,,,,x,,',
    )
    expect((await faultsOf(texts)).join('\n')).toContain('row users.csv 3')
  })
  test('an id that became a rounded number is a fault', async () => {
    expect(await faultsOf(changed(set12(), 'orgs.csv', 'o1,,,', '1.23E+11,,,'))).toEqual(
      expect.arrayContaining([
        expect.stringContaining('row orgs.csv 2 sourcedId: “1.23E+11” is an id that Excel has rounded'),
      ]),
    )
  })
  test('leading zeros that were lost are pointed out', async () => {
    let texts = changed(set12(), 'classes.csv', 'c1,,,7A', '0042,,,7A')
    texts = changed(
      changed(texts, 'enrollments.csv', 'c1,o1,p1', '42,o1,p1'),
      'enrollments.csv',
      'c1,o1,t1',
      '0042,o1,t1',
    )
    expect(await faultsOf(texts)).toEqual([
      'row enrollments.csv 2 classSourcedId: There is no class with the id “42”. There is “0042”: has Excel taken away the leading zeros?',
    ])
  })
})

describe('headers', () => {
  test('in another case or order are read by name, with a note for each', async () => {
    const texts = set12()
    texts['demographics.csv'] = 'SourcedId,birthDate,status,dateLastModified\r\np1,2015-02-03,,\r\n'
    const { roster, faults } = await read(texts)
    expect(roster?.people[0]?.fields?.birthDate).toBe('2015-02-03')
    expect(faults.map(({ weight, column }) => [weight, column])).toEqual([
      ['note', 'sourcedId'],
      ['note', 'birthDate'],
    ])
  })
  test('without a required column stop the set', async () => {
    const { roster, faults } = await read(changed(set12(), 'roles.csv', 'roleType', 'sort'))
    expect(roster).toBeNull()
    expect(faults).toEqual(
      expect.arrayContaining([expect.objectContaining({ weight: 'file', file: 'roles.csv', column: 'roleType' })]),
    )
  })
  test('that name a column twice stop the set', async () => {
    const { roster } = await read(changed(set12(), 'users.csv', 'middleName', 'givenName'))
    expect(roster).toBeNull()
  })
  test('that are not there at all stop the set', async () => {
    expect(await faultsOf({ ...set12(), 'orgs.csv': 'o1,,,Larkbeck School,school,,\r\n' })).toEqual(
      expect.arrayContaining([expect.stringContaining('file orgs.csv null : No header row was found')]),
    )
  })
  test('a quotation mark that is never closed is told with its row', async () => {
    const { roster, faults } = await read(changed(set12(), 'orgs.csv', 'Larkbeck School', '"Larkbeck School'))
    expect(roster).toBeNull()
    expect(faults).toEqual(
      expect.arrayContaining([expect.objectContaining({ file: 'orgs.csv', row: 2, weight: 'file' })]),
    )
  })
})
