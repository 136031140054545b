import { describe, expect, test } from 'vitest'
import { base } from '../check/given.ts'
import { readPack } from '../report.ts'
import { applyEdit } from './apply.ts'
import { editsBetween } from './between.ts'
import { checkContent } from './check-content.ts'
import type { Edit } from './edit.ts'
import { valueAt } from './place.ts'

const { pack } = readPack([{ path: 'base.yaml', text: base }])
if (pack === null) throw new Error('the small pack has a fault')

const after = (edit: Edit, place: string) => {
  const applied = applyEdit(pack, edit)
  return applied.ok ? valueAt(applied.content, place.split('/')) : applied.faults
}
const values = (edit: Edit) => {
  const found = after(edit, 'lists/phase/values')
  return Array.isArray(found) ? found.map((value) => value.id) : found
}
const nursery = { id: 'nursery', says: 'Nursery' }

describe('edits', () => {
  test('put a value at a place and leave the rest, and the old content, as they were', () => {
    const before = structuredClone(pack)
    const applied = applyEdit(pack, { do: 'set', place: 'clauses/L-001/says', to: 'Sign first' })
    expect(applied).toMatchObject({ ok: true, content: { clauses: [{ id: 'L-001', says: 'Sign first' }] } })
    expect(pack).toEqual(before)
  })

  test.each<[string, Edit, unknown]>([
    [
      'add an entry first',
      { do: 'insert', list: 'lists/phase/values', after: null, entry: nursery },
      ['nursery', 'primary', 'secondary'],
    ],
    [
      'add an entry after another',
      { do: 'insert', list: 'lists/phase/values', after: 'primary', entry: nursery },
      ['primary', 'nursery', 'secondary'],
    ],
    [
      'move an entry down',
      { do: 'move', place: 'lists/phase/values/primary', after: 'secondary' },
      ['secondary', 'primary'],
    ],
    ['move an entry up', { do: 'move', place: 'lists/phase/values/secondary', after: null }, ['secondary', 'primary']],
    ['remove an entry', { do: 'remove', place: 'lists/phase/values/primary' }, ['secondary']],
    [
      'are made together',
      {
        do: 'all',
        edits: [
          { do: 'remove', place: 'lists/phase/values/primary' },
          { do: 'insert', list: 'lists/phase/values', after: 'secondary', entry: nursery },
        ],
      },
      ['secondary', 'nursery'],
    ],
  ])('%s', (_, edit, expected) => {
    expect(values(edit)).toEqual(expected)
  })

  test.each<[string, Edit, string, string]>([
    ['an unknown key', { do: 'set', place: 'clauses/L-001/colour', to: 'red' }, 'clauses/L-001/colour', 'unknown_key'],
    [
      'a wrong value',
      { do: 'set', place: 'clauses/L-001/strength', to: 'perhaps' },
      'clauses/L-001/strength',
      'bad_value',
    ],
    [
      'an empty text',
      { do: 'set', place: 'lists/phase/values/primary/says', to: '' },
      'lists/phase/values/primary/says',
      'empty_text',
    ],
    ['a bad id', { do: 'set', place: 'grants/My-Grant', to: { says: 'G' } }, 'grants/My-Grant', 'bad_id'],
    ['what must be there taken away', { do: 'remove', place: 'duties' }, '', ''],
    [
      'the last value taken away',
      { do: 'set', place: 'lists/phase/values', to: [] },
      'lists/phase/values',
      'empty_list',
    ],
    ['a place that is not there', { do: 'remove', place: 'clauses/L-009' }, 'clauses/L-009', 'no_place'],
    [
      'an id that is taken',
      { do: 'insert', list: 'clauses', after: null, entry: { id: 'L-001' } },
      'clauses/L-001',
      'taken',
    ],
  ])('with %s are refused at the place', (_, edit, place, rule) => {
    const applied = applyEdit(pack, edit)
    // A whole map may be taken away: it is empty then.
    if (rule === '') expect(applied.ok).toBe(true)
    else expect(applied).toMatchObject({ ok: false, faults: [{ place, rule }] })
  })

  test('between two values change only what differs, key by key', () => {
    const clause = pack.clauses[0]
    expect(editsBetween(clause, { ...clause, says: 'Sign here', note: 'N' }, ['clauses', 'L-001'])).toEqual([
      { do: 'set', place: 'clauses/L-001/says', to: 'Sign here' },
      { do: 'set', place: 'clauses/L-001/note', to: 'N' },
    ])
  })
})

describe('renaming', () => {
  test('is followed by what refers to it, in references and in expressions', () => {
    const guarded = applyEdit(pack, {
      do: 'set',
      place: 'guards/g',
      to: { says: 'G', stops: 'grant/internet', unless: "signed(person, 'assent/rules')", held_by: 'kept' },
    })
    if (!guarded.ok) throw new Error('refused')
    const applied = applyEdit(guarded.content, { do: 'rename', place: 'assents/rules', to: 'agreement' })
    if (!applied.ok) throw new Error('refused')
    expect(applied.content.clauses[0]?.kept_by).toEqual(['assent/agreement'])
    expect(applied.content.guards.g?.unless).toBe("signed(person, 'assent/agreement')")
    expect(checkContent(applied.content)).toEqual(checkContent(pack))
  })

  test('renames clauses and sections, and refuses ids that are taken', () => {
    const applied = applyEdit(pack, {
      do: 'all',
      edits: [
        { do: 'rename', place: 'sections/one', to: 'first' },
        { do: 'rename', place: 'clauses/L-001', to: '1.1' },
      ],
    })
    expect(applied).toMatchObject({
      ok: true,
      content: { sections: [{ id: 'first' }], clauses: [{ id: '1.1', section: 'first' }] },
    })
    expect(applyEdit(pack, { do: 'rename', place: 'parties/head', to: 'dsl' })).toMatchObject({
      ok: false,
      faults: [{ rule: 'taken' }],
    })
  })
})
