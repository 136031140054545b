import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentenceOf } from '../../sentences/sentence-of.ts'
import type { EarlierFrom } from '../../types/given.ts'
import { pack as packSchema } from '../../types/pack.ts'
import { table as tableSchema } from '../../types/table.ts'
import { proposalOf } from './applied.ts'
import { casesOf, stillToAsk } from './cases.ts'
import type { EarlierDecision } from './counted.ts'
import { lookUp } from './look-up.ts'
import { ownValue } from './own.ts'
import { recount } from './recount.ts'

const PLACES = ['class', 'yard', 'hall']
const PEOPLE = ['pupil', 'staff']
const list = (values: readonly string[]) => ({ says: 'L', values: values.map((id) => ({ id, says: id })) })
const pack = packSchema.parse({
  pack: { name: 'a', policy: 'X', title: 'A', language: 'en' },
  lists: { place: list(PLACES), who: list(PEOPLE) },
})

const inputs = [
  { id: 'who', says: 'Who', type: 'list/who', about: { pupil: 'party/pupils', staff: 'party/staff' } },
  { id: 'place', says: 'Where', type: 'list/place' },
]
const marks = [
  { id: 'ok', says: 'Allowed', means: 'yes' },
  { id: 'never', says: 'Never', means: 'no' },
]
const outcomes = [
  { id: 'log', says: 'Logged', strength: 'must' },
  { id: 'warn', says: 'Warned', strength: 'may' },
]
const tableOf = (hit: string, rows: readonly object[], more: object = {}) =>
  tableSchema.parse({ says: 'Phones', inputs, marks, outcomes, hit, rows, ...more })

const phones = tableOf('most specific', [
  { id: 'pupil', when: { who: 'pupil' }, mark: 'never', clauses: ['L-1'] },
  { id: 'yard', when: { who: 'pupil', place: ['yard', 'hall'] }, mark: 'ok', clauses: ['L-2'] },
  { id: 'staff_class', when: { who: 'staff', place: 'class' }, mark: 'never' },
])

describe('a table', () => {
  test('answers with the more specific row, and says which row and clause', () => {
    const answer = lookUp(phones, { who: 'pupil', place: 'yard' })
    expect([answer.marks.map((mark) => mark.id), answer.rows.map((row) => row.id)]).toEqual([['ok'], ['yard']])
    expect([answer.clauses, answer.from]).toEqual([['L-2'], 'row'])
  })

  test('never matches a condition on what is not known', () => {
    expect(lookUp(phones, { who: 'pupil' }).rows.map((row) => row.id)).toEqual(['pupil'])
    expect(lookUp(phones, { who: null, place: 'yard' }).from).toBe('not_stated')
  })

  test('says that it does not say, or what holds otherwise', () => {
    expect(lookUp(phones, { who: 'staff', place: 'yard' })).toMatchObject({ from: 'not_stated', marks: [], rows: [] })
    const other = lookUp({ ...phones, otherwise: 'ok', clauses: ['L-9'] }, { who: 'staff', place: 'yard' })
    expect([other.from, other.marks.map((mark) => mark.id), other.clauses]).toEqual(['otherwise', ['ok'], ['L-9']])
  })

  test('that takes all gives each outcome once, with its strength, in the order of the table', () => {
    const all = tableOf('all', [
      { id: 'a', when: { who: 'pupil' }, outcomes: ['warn', 'log'] },
      { id: 'b', when: {}, outcomes: ['log'] },
    ])
    const { outcomes: found, rows } = lookUp(all, { who: 'pupil' })
    expect(found.map(({ id, strength }) => [id, strength])).toEqual([
      ['log', 'must'],
      ['warn', 'may'],
    ])
    expect(rows.length).toBe(2)
  })

  test('is drawn whole, and asks only for what can still change the answer', () => {
    expect(casesOf(pack, phones).length).toBe(6)
    expect(casesOf(pack, phones, { who: 'pupil' }).map((one) => one.answer.marks[0]?.id)).toEqual(['never', 'ok', 'ok'])
    expect(stillToAsk(pack, phones, {})).toEqual(['who', 'place'])
    const gambling = tableOf('most specific', [{ id: 'g', when: { who: 'pupil' }, mark: 'never' }], { otherwise: 'ok' })
    expect(stillToAsk(pack, gambling, {})).toEqual(['who'])
    expect(stillToAsk(pack, gambling, { who: 'pupil' })).toEqual([])
  })

  test('says each row in plain English', () => {
    const whole = { ...pack, tables: { phones } }
    expect(sentenceOf(whole, 'table/phones#yard')).toBe('Who: pupil; Where: yard or hall – Allowed.')
    const all = tableOf('all', [{ id: 'b', when: {}, outcomes: ['warn', 'log'] }])
    expect(sentenceOf({ ...pack, tables: { all } }, 'table/all#b')).toBe(
      'In every case – must follow: logged; may follow: warned.',
    )
  })

  test('counts what was decided before about the same person, in the same part, and says so of its kind', () => {
    const columns = [
      { id: 'place', says: 'Where', type: 'list/place' },
      { id: 'times', says: 'How often', type: 'number' },
      { id: 'who', says: 'Who', type: 'list/who' },
    ]
    const rows = [{ id: 'twice', when: { place: 'hall', times: 2, who: 'pupil' }, outcomes: ['warn'] }]
    const table = tableOf('all', rows, { inputs: columns })
    const applies = (times: EarlierFrom) =>
      ({ ref: 'table/t', table, with: { place: 'place', times, who: { person: 'kind' } } }) as const
    const decided = (record: string, more: Partial<EarlierDecision> = {}) => ({
      ...{ record, person: 'robin', parts: ['pupil'], table: 'table/t' },
      given: { place: 'hall', times: 0, who: 'pupil' },
      ...more,
    })
    const earlier = [
      ...['a', 'b', 'c'].map((record) => decided(record)),
      decided('d', { given: { place: 'yard', times: 0, who: 'pupil' } }),
      decided('e', { person: 'kit' }),
      decided('f', { table: 'table/other' }),
      decided('g', { parts: ['victim'] }),
    ]
    const about = { person: 'robin', known: { earlier, kinds: { robin: 'pupil' } } }
    const asked = (times: EarlierFrom, more: object = {}) =>
      proposalOf(applies(times), { place: 'hall' }, {}, { ...about, ...more })
    const same = asked({ earlier: 'same', part: 'pupil', up_to: 2 })
    expect(same).toMatchObject({
      rows: ['twice'],
      given: { times: 2 },
      counted: { times: { records: ['a', 'b', 'c'] } },
    })
    expect(asked({ earlier: 'any' }).counted?.times?.number).toBe(5)
    expect(asked({ earlier: 'any' }, { person: null })).toMatchObject({ rows: [], given: { place: 'hall', who: null } })
    const less = { times: { number: 1, because: 'Two were another child' } }
    const instead = asked({ earlier: 'same', part: 'pupil' }, { instead: less })
    expect(instead).toMatchObject({
      rows: [],
      given: { times: 1 },
      counted: { times: { number: 3, instead: less.times } },
    })
    expect(recount(applies({ earlier: 'same', part: 'pupil' }), same, less)).toEqual(instead)
  })

  test('knows which value is about whoever asks', () => {
    const [who, place] = phones.inputs
    if (who === undefined || place === undefined) throw new Error('no columns')
    expect(ownValue(who, ['party/staff'])).toBe('staff')
    expect(ownValue(who, ['party/visitors'])).toBeNull()
    expect(ownValue(place, ['party/staff'])).toBeNull()
  })
})

const when = fc.record(
  { who: fc.subarray(PEOPLE, { minLength: 1 }), place: fc.subarray(PLACES, { minLength: 1 }) },
  { requiredKeys: [] },
)
const rows = fc
  .array(fc.record({ when, mark: fc.constantFrom('ok', 'never') }), { minLength: 1, maxLength: 6 })
  .map((found) => found.map((row, index) => ({ ...row, id: `r${index}` })))
const given = fc.record({
  who: fc.option(fc.constantFrom(...PEOPLE, 'stranger')),
  place: fc.option(fc.constantFrom(...PLACES, 'moon')),
})
const hit = fc.constantFrom('most specific', 'first')

describe('any table', () => {
  test('gives one answer at most, whatever is asked, and exactly one when it says what holds otherwise', () =>
    fc.assert(
      fc.property(hit, rows, given, (how, lines, asked) => {
        expect(lookUp(tableOf(how, lines), asked).marks.length).toBeLessThanOrEqual(1)
        const answer = lookUp(tableOf(how, lines, { otherwise: 'ok' }), asked)
        expect([answer.marks.length, answer.rows.length <= 1]).toEqual([1, true])
      }),
    ))

  test('is answered by no row that is less specific than another one that holds', () =>
    fc.assert(
      fc.property(rows, given, (lines, asked) => {
        const table = tableOf('most specific', lines)
        const holds = lookUp({ ...table, hit: 'all' }, asked).rows
        const [won] = lookUp(table, asked).rows
        const rank = (row: (typeof holds)[number]) => Object.keys(row.when).length
        expect(won === undefined).toBe(holds.length === 0)
        if (won !== undefined) expect(rank(won)).toBe(Math.max(...holds.map(rank)))
      }),
    ))

  test('that takes the most specific row answers the same in whatever order its rows stand', () =>
    fc.assert(
      fc.property(
        rows.chain((lines) => fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length }))),
        given,
        ([lines, shuffled], asked) => {
          expect(lookUp(tableOf('most specific', shuffled), asked)).toEqual(
            lookUp(tableOf('most specific', lines), asked),
          )
        },
      ),
    ))

  test('lets an unknown value hit only rows that do not ask for it', () =>
    fc.assert(
      fc.property(rows, given, (lines, asked) => {
        for (const row of lookUp(tableOf('all', lines), { ...asked, who: null }).rows)
          expect(Object.keys(row.when)).not.toContain('who')
      }),
    ))
})
