import { describe, expect, test } from 'vitest'
import { pack as packType } from '../../types/pack.ts'
import { missingTopics, topicsOf } from './covers.ts'
import { heldSubjects, isForClass } from './subjects.ts'

const proof = { covers: 'topic', in: 'record/lesson', class: 'form', of: 'list/topic', except: ['games'] } as const
const pack = packType.parse({
  pack: { name: 'oak', policy: 'L', title: 'T', language: 'en' },
  settings: { older: { says: 'O', type: 'integer', value: 9 } },
  facts: { 'class.oldest_year': { type: 'integer', from: 'people' } },
  lists: {
    topic: {
      says: 'T',
      values: ['images', 'games', 'help', 'old'].map((id) => ({ id, says: id, retired: id === 'old' })),
    },
  },
  records: {
    kit: {
      says: 'K',
      fields: [
        { id: 'holder', asks: 'W', type: 'person' },
        { id: 'away', asks: 'A', type: 'boolean' },
      ],
    },
    lesson: {
      says: 'L',
      fields: [
        { id: 'topic', asks: 'T', type: 'list/topic', many: true },
        { id: 'form', asks: 'F', type: 'class' },
      ],
    },
  },
  duties: Object.fromEntries(
    Object.entries({
      items: { for_each: { item_of: 'record/kit', held_by: 'holder' }, where: "item.away && item.state == 'held'" },
      holders: { for_each: { holder_of: 'record/kit', held_by: 'holder' } },
      older: { for_each: 'class', where: 'class.oldest_year >= settings.older', proof },
    }).map(([id, more]) => [id, { says: id, every: 'term', owner: 'person', proof: { attest: 'A' }, ...more }]),
  ),
})
const duty = (id: string) => {
  const found = pack.duties[id]
  if (found === undefined) throw new Error(id)
  return found
}
const item = (id: string, holder: string | null, more: object = {}) => ({
  id,
  reference: `K-${id}`,
  fields: { ...(holder === null ? {} : { holder }), away: true, state: 'held', ...more },
})

describe('heldSubjects', () => {
  const items = [
    item('1', 'ann'),
    item('2', 'ann'),
    item('3', 'ben', { away: false }),
    item('4', 'cas', { state: 'spare' }),
    item('5', null),
  ]

  test('each entry that fits is done by whoever holds it, and another holder begins anew', () => {
    expect(heldSubjects(pack, duty('items'), items)).toEqual([
      { id: '1.ann', person: 'ann', reference: 'K-1' },
      { id: '2.ann', person: 'ann', reference: 'K-2' },
    ])
    expect(heldSubjects(pack, duty('items'), [item('1', 'ben')])[0]?.id).toBe('1.ben')
  })

  test('what cannot be told is not left out', () => {
    expect(heldSubjects(pack, duty('items'), [item('6', 'dan', { away: undefined })])).toHaveLength(1)
  })

  test('a person with several entries does it once', () => {
    expect(heldSubjects(pack, duty('holders'), items).map((one) => one.id)).toEqual(['ann', 'ben', 'cas'])
  })
})

test('a class is left out only when it certainly does not fit', () => {
  const meant = (oldest_year?: number) =>
    isForClass(pack, duty('older'), { id: 'c', ...(oldest_year === undefined ? {} : { oldest_year }) })
  expect([meant(9), meant(8), meant()]).toEqual([true, false, true])
})

describe('missingTopics', () => {
  test('are those that no entry for this class has, retired and excepted ones aside', () => {
    expect(topicsOf(pack, { ...proof, except: ['games'] }).map((one) => one.id)).toEqual(['images', 'help'])
    const entries = [
      { form: '4B', topic: ['images', 'games'] },
      { form: '5A', topic: ['help'] },
    ]
    const missing = (name: string, all = entries) =>
      missingTopics(pack, { ...proof, except: ['games'] }, new Set(['id-4b', name]), all).map((one) => one.id)
    expect(missing('4B')).toEqual(['help'])
    expect(missing('4B', [...entries, { form: 'id-4b', topic: ['help'] }])).toEqual([])
    expect(missing('6C')).toEqual(['images', 'help'])
  })
})
