import { describe, expect, test } from 'vitest'
import { pack as packType } from '../../types/pack.ts'
import { figuresOf } from './figures.ts'
import { namesIn } from './names.ts'

const pack = packType.parse({
  pack: { name: 'oak', policy: 'L', title: 'T', language: 'en' },
  lists: { how: { says: 'H', values: ['slight', 'grave'].map((id) => ({ id, says: `${id} matter` })) } },
  records: {
    incident: {
      says: 'I',
      start: 'look',
      steps: { look: { do: 'Look', next: 'end', fields: [{ id: 'how_grave', asks: 'How grave?', type: 'list/how' }] } },
    },
  },
  reports: {
    term: {
      says: 'R',
      anonymous: true,
      to: 'party/head',
      parts: [{ id: 'graveness', says: 'Incidents', counts: 'record/incident', split: ['how_grave', 'state'] }],
    },
  },
})
const part = pack.reports.term?.parts[0]
if (part === undefined || !('counts' in part)) throw new Error('no figures')
const many = (count: number, thing: object) => Array.from({ length: count }, () => ({ ...thing }))

describe('figuresOf', () => {
  test('counts by what a step of the chart asks, in the order of its list', () => {
    const things = [
      ...many(6, { how_grave: 'grave', state: 'closed' }),
      ...many(7, { how_grave: 'slight', state: 'closed' }),
    ]
    expect(figuresOf(pack, part, things, true)).toMatchObject({
      total: 13,
      splits: [
        {
          title: 'How grave?',
          rows: [
            { says: 'slight matter', count: 7 },
            { says: 'grave matter', count: 6 },
          ],
        },
        { title: 'State', rows: [{ says: 'Closed', count: 13 }] },
      ],
    })
  })

  test('leaves out small numbers, and the total that would give them away', () => {
    const things = [...many(9, { how_grave: 'slight' }), ...many(2, { how_grave: 'grave' }), ...many(6, {})]
    const found = figuresOf(pack, part, things, true)
    expect(found.splits[0]?.rows.map((row) => row.count)).not.toContain(2)
    expect(figuresOf(pack, part, things.slice(0, 3), true).total).toBeNull()
    expect(figuresOf(pack, part, things, false).splits[0]?.rows.map((row) => row.count)).toEqual([9, 2, 6])
  })
})

test('names are found: whole ones anywhere, single ones where they are no first word', () => {
  const people = [
    { given: 'Ada', family: 'Young' },
    { given: 'Bo', family: '' },
  ]
  expect(namesIn('We spoke with ada  young about it.', people)).toEqual({ whole: ['Ada Young'], perhaps: [] })
  expect(namesIn('Young pupils asked. We told Young so, and Bo.', people)).toEqual({
    whole: [],
    perhaps: ['Young', 'Bo'],
  })
  expect(namesIn('Younger and bolder. Adaptable.', people)).toEqual({ whole: [], perhaps: [] })
})
