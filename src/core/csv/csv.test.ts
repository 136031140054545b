import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CsvColumn, cell, csvText, harmless } from './csv.ts'

const columns: CsvColumn<readonly [string, number]>[] = [
  { title: 'Name', value: ([name]) => name },
  { title: 'Days late', value: ([, days]) => days },
]

test('a table has its mark, its headings and one line a row', () => {
  expect(
    csvText(columns, [
      ['Zoë, Ltd', 3],
      ['O"Neill', -1],
    ]),
  ).toBe('\ufeffName,Days late\r\n"Zoë, Ltd",3\r\n"O""Neill",-1\r\n')
})

test('what is said after a table stands in a line of its own', () => {
  expect(csvText(columns, [['Zoë', 3]], 'Not all.')).toMatch(/3\r\nNot all.,\r\n$/)
})

describe('no cell is run as a formula', () => {
  test.each([
    '=1+1',
    '+44 20',
    '-2+3',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '\nx',
    ' =1+1',
    '\u00a0=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠x',
    '\u2212cmd',
    '\ufeff=1',
    '=HYPERLINK("http://x.example")',
    '-',
    '\0=1',
  ])('%j', (text) => expect(harmless(text)).toBe(`'${text.replaceAll('\0', '')}`))

  test.each(['Kofi', '-3', '-3.5', '0', '3-4', "O'Neill", 'a=b', '', '(=x)'])('%j stays as it is', (text) =>
    expect(harmless(text)).toBe(text),
  )

  test('also in a heading', () => {
    expect(csvText([{ title: '=x', value: () => '' }], [])).toBe("\ufeff'=x\r\n")
  })
})

test('a semicolon does not start a new cell where it parts cells', () => expect(cell('a;=1+1')).toBe('"a;=1+1"'))

test('nothing is written as nothing', () => {
  expect([cell(null), cell(undefined), cell(''), cell(0), cell(false)]).toEqual(['', '', '', '0', 'false'])
})

test('any table is read back by another reader of CSV', () => {
  const text = fc.string({ unit: 'grapheme' }).map((value) => value.toWellFormed().replaceAll('\0', ''))
  const hostile = fc.stringMatching(/^["',;\r\n\t =+@-]{0,6}[a-z]{0,3}["\r\n]{0,2}$/)
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(text, hostile), fc.oneof(text, hostile)), { minLength: 1 }), (rows) => {
      const two: CsvColumn<[string, string]>[] = [
        { title: 'a', value: (row) => row[0] },
        { title: 'b', value: (row) => row[1] },
      ]
      const back: unknown = parse(csvText(two, rows), { bom: true, record_delimiter: '\r\n' })
      expect(back).toEqual([['a', 'b'], ...rows.map((row) => row.map(harmless))])
    }),
  )
})
