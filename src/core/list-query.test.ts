import { expect, test } from 'vitest'
import { listQueryOf } from './list-query.ts'

const list = listQueryOf({
  views: ['open', 'all'],
  view: 'open',
  orders: ['age', 'name'],
  usual: { by: 'age', down: true },
})
const lines = [
  { name: 'Ann', age: 3, open: true },
  { name: 'Bo', age: 5, open: false },
  { name: 'Cy', age: 3, open: true },
]
const say = (address: object) =>
  list
    .linesFor(lines, list.schema.parse(address), {
      isIn: (view, line) => view === 'all' || line.open,
      textIn: (line) => line.name,
      compare: (by, a, b) => (by === 'age' ? a.age - b.age : a.name.localeCompare(b.name)),
      tie: (line) => line.name,
    })
    .map((line) => line.name)

test('an address that says nothing, or nonsense, asks for the usual', () => {
  expect(say({})).toEqual(['Ann', 'Cy'])
  expect(say({ view: 'secret', words: 3, sort: 'shoe size' })).toEqual(['Ann', 'Cy'])
  expect(list.schema.parse({ sort: '-shoe' })).toEqual({ ...list.usual, words: '' })
})

test('an address asks for a view, for words and for an order either way', () => {
  expect(say({ view: 'all' })).toEqual(['Bo', 'Ann', 'Cy'])
  expect(say({ view: 'all', sort: '-name' })).toEqual(['Cy', 'Bo', 'Ann'])
  expect(say({ view: 'all', words: ' B ' })).toEqual(['Bo'])
})
