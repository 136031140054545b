import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base } from '../check/given.ts'
import { textsOf } from '../check/view.ts'
import { valueAt as atPath } from '../load/issues.ts'
import { readPack } from '../report.ts'
import { placeOfPath, placeText, readPlace, valueAt } from './place.ts'

const { pack } = readPack([{ path: 'base.yaml', text: base }])

describe('places', () => {
  test('every text of a pack has a place of its own, found again from its text', () => {
    const paths = [...textsOf(pack)].map(({ path }) => path)
    const places = paths.map((path) => placeText(placeOfPath(pack, path)))
    expect(new Set(places).size).toBe(paths.length)
    for (const [index, path] of paths.entries())
      expect(valueAt(pack, readPlace(places[index] ?? '') ?? [])).toBe(atPath(pack, path))
  })

  test.each([
    ['clauses/L-001/says', 'Sign'],
    ['records/incident/fields/what/asks', 'What happened?'],
    ['records/incident/rows/items/fields/serial/type', 'text'],
    ['assents/rules/asked_on/0', 'person.joined'],
    ['lists/phase/values/primary/says', 'Primary'],
    ['clauses/0/says', undefined],
    ['clauses/L-009', undefined],
    ['parties/constructor', undefined],
    ['parties/toString', undefined],
  ])('%s is %j', (text, value) => {
    expect(valueAt(pack, text.split('/'))).toBe(value)
  })

  test('reads no text that is no place, and never throws', () => {
    for (const text of ['/', 'a//b', 'a/../b', 'a b', 'x/__proto__/y', 'constructor', 'a/%2e'])
      expect(readPlace(text)).toBeNull()
    fc.assert(
      fc.property(fc.string(), (text) => {
        const place = readPlace(text)
        if (place !== null) valueAt(pack, place)
        return place === null || placeText(place) === text
      }),
    )
  })
})
