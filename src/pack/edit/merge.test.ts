import { describe, expect, test } from 'vitest'
import { applyEdit } from './apply.ts'
import type { Edit } from './edit.ts'
import { mergeEdit } from './merge.ts'
import { smallPack } from './packs.fixture.ts'

const pack = smallPack()

const text: Edit = { do: 'set', place: 'clauses/L-001/says', to: 'Sign first' }
const strength: Edit = { do: 'set', place: 'clauses/L-001/strength', to: 'should' }
const value = (id: string, after: string | null): Edit => ({
  do: 'insert',
  list: 'lists/phase/values',
  after,
  entry: { id, says: id },
})
const without = (id: string): Edit => ({ do: 'remove', place: `lists/phase/values/${id}` })
const move = (id: string, after: string | null): Edit => ({ do: 'move', place: `lists/phase/values/${id}`, after })

/** What the second edit comes to when the first was made meanwhile. */
function merged(first: Edit, second: Edit) {
  const current = applyEdit(pack, first)
  if (!current.ok) throw new Error('the first edit is refused')
  return mergeEdit(pack, current.content, second)
}
const valuesAfter = (first: Edit, second: Edit) => {
  const result = merged(first, second)
  return result.is === 'merged' ? result.content.lists.phase?.values.map(({ id }) => id) : result.is
}

describe('an edit made on an older revision', () => {
  test('holds when something else was changed meanwhile, also in the same clause', () => {
    expect(merged(strength, text)).toMatchObject({
      is: 'merged',
      content: { clauses: [{ says: 'Sign first', strength: 'should' }] },
    })
  })

  test('is a conflict when the same was changed: yours, theirs and what it was', () => {
    const theirs: Edit = { do: 'set', place: 'clauses/L-001/says', to: 'Sign soon' }
    expect(merged(theirs, text)).toEqual({
      is: 'conflict',
      conflicts: [{ place: 'clauses/L-001/says', yours: 'Sign first', theirs: 'Sign soon', before: 'Sign' }],
    })
    expect(merged({ do: 'remove', place: 'clauses/L-001' }, text)).toMatchObject({
      is: 'conflict',
      conflicts: [{ yours: 'Sign first', theirs: undefined, before: 'Sign' }],
    })
    expect(merged(text, { do: 'remove', place: 'clauses/L-001' })).toMatchObject({ is: 'conflict' })
  })

  test('is no conflict when both made the same change', () => {
    expect(merged(text, text).is).toBe('merged')
    expect(valuesAfter(value('nursery', null), value('nursery', null))).toEqual(['nursery', 'primary', 'secondary'])
  })

  test.each<[string, Edit, Edit, unknown]>([
    [
      'both added entries stand',
      value('sixth', 'secondary'),
      value('nursery', 'secondary'),
      ['primary', 'secondary', 'nursery', 'sixth'],
    ],
    ['one is added after one that is gone', without('secondary'), value('sixth', 'secondary'), ['primary', 'sixth']],
    [
      'one is moved past one that came',
      value('sixth', 'secondary'),
      move('primary', 'secondary'),
      ['secondary', 'primary', 'sixth'],
    ],
    [
      'both added another thing by one id',
      value('nursery', null),
      { ...value('nursery', null), entry: { id: 'nursery', says: 'Other' } } as Edit,
      'conflict',
    ],
    ['both changed the order', move('secondary', null), move('primary', 'secondary'), 'conflict'],
    ['one moved what the other took away', without('primary'), move('primary', 'secondary'), 'conflict'],
  ])('%s', (_, first, second, expected) => {
    expect(valuesAfter(first, second)).toEqual(expected)
  })

  test('of several parts holds together or not at all', () => {
    const both: Edit = {
      do: 'all',
      edits: [
        { do: 'set', place: 'clauses/L-001/says', to: 'A' },
        { do: 'set', place: 'clauses/L-001/strength', to: 'may' },
      ],
    }
    expect(merged(strength, both)).toMatchObject({ is: 'conflict', conflicts: [{ place: 'clauses/L-001/strength' }] })
    const chain: Edit = {
      do: 'all',
      edits: [
        { do: 'insert', list: 'lists/phase/values', after: null, entry: { id: 'nursery', says: 'N' } },
        { do: 'set', place: 'lists/phase/values/nursery/says', to: 'Nursery' },
      ],
    }
    expect(merged(text, chain)).toMatchObject({
      is: 'merged',
      content: { lists: { phase: { values: [{ id: 'nursery', says: 'Nursery' }, {}, {}] } } },
    })
  })
})
