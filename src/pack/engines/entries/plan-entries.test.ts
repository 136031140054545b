import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EntryContent, planEntries, type Seeded } from './plan-entries.ts'

const says = (title: string, fields: EntryContent['fields'] = {}): EntryContent => ({ title, fields })
const seeded = (id: string, said: EntryContent, now = said, out = false): Seeded => ({ id, said, now, out })

describe('the entries that a policy brings along', () => {
  test('are added, follow the policy while the school has left them alone, and go with it', () => {
    const before = [seeded('a', says('A')), seeded('b', says('B')), seeded('c', says('C'))]
    const wanted = new Map([
      ['a', says('A')],
      ['b', says('B', { phone: '1' })],
      ['d', says('D')],
    ])
    expect(planEntries(before, wanted)).toEqual([
      { does: 'change', id: 'b', to: says('B', { phone: '1' }) },
      { does: 'add', id: 'd', to: says('D') },
      { does: 'take_out', id: 'c' },
    ])
  })

  test('stay as the school has them, once it has changed them or taken them out', () => {
    const own = seeded('a', says('A'), says('A', { phone: '0000' }))
    const out = seeded('b', says('B'), says('B'), true)
    expect(
      planEntries(
        [own, out],
        new Map([
          ['a', says('A2')],
          ['b', says('B2')],
        ]),
      ),
    ).toEqual([])
    expect(planEntries([own, out], new Map())).toEqual([])
  })

  test('are the same in whatever order their fields stand, and with an empty one', () => {
    const before = seeded('a', says('A', { x: '1', y: [] }), says('A', { x: '1' }))
    expect(planEntries([before], new Map([['a', says('A', { y: [], x: '1' })]]))).toEqual([])
  })

  test('are settled after one turn: a second one finds nothing to do', () => {
    const content = fc.record({
      title: fc.constantFrom('A', 'B'),
      fields: fc.dictionary(fc.constantFrom('x', 'y'), fc.constantFrom('1', '2')),
    })
    const some = fc.dictionary(fc.constantFrom('a', 'b', 'c'), content)
    fc.assert(
      fc.property(some, some, (old, now) => {
        const before = Object.entries(old).map(([id, said]) => seeded(id, said))
        const wanted = new Map(Object.entries(now))
        const after = new Map(before.map((one) => [one.id, one]))
        for (const change of planEntries(before, wanted)) {
          const was = after.get(change.id)
          if (change.does !== 'take_out') after.set(change.id, seeded(change.id, change.to))
          else if (was !== undefined) after.set(change.id, { ...was, out: true })
        }
        expect(planEntries([...after.values()], wanted)).toEqual([])
      }),
    )
  })
})
