import { expect, test } from 'vitest'
import { FormReader } from '#core/form.ts'
import type { Field } from '#pack/types/field.ts'
import { packNamed } from '#tests/support/packs.ts'
import { readPeople, rowsOf } from './people-fields.ts'

const field = (type: 'person' | 'people', part: string): Field => ({
  id: 'team',
  asks: 'Who?',
  type,
  required: true,
  many: false,
  sensitive: false,
  clauses: [],
  parts: [part],
})

test('a step asks for as many people as the team of the case needs', () => {
  const pack = packNamed('primary-federation')
  expect(rowsOf(pack, field('people', 'investigator'))).toBe(2)
  expect(rowsOf(pack, field('person', 'investigator'))).toBe(1)
  expect(rowsOf(pack, field('people', 'witness'))).toBe(1)
})

test('each row names somebody whom the school knows, and only the first has to', () => {
  const known = [
    { id: 'ann', words: 'Ann Bell, staff' },
    { id: 'bob', words: 'Bob Cole, staff, Oak School' },
    { id: 'bob', words: 'Bob Cole, staff, The Elms' },
  ]
  const read = (body: Record<string, string>) => {
    const reader = new FormReader(body)
    const people = readPeople(reader, [field('people', 'investigator')], known).map((one) => one.personId)
    return [people, Object.keys(reader.done(null).errors)]
  }
  expect(read({ 'team-name': 'Ann Bell, staff', 'team-name-2': 'Bob' })).toEqual([['ann', 'bob'], []])
  expect(read({ 'team-name': 'Ann' })).toEqual([['ann'], []])
  expect(read({ 'team-name-2': 'Nobody' })).toEqual([[], ['team-name', 'team-name-2']])
})
