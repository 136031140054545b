import { describe, expect, test } from 'vitest'
import { packNamed } from '#tests/support/packs.ts'
import { renameId } from '../edit/rename.ts'
import { comparePacks } from './compare-packs.ts'
import { proposeMaterial } from './propose-material.ts'

const before = packNamed('village-primary')
const renamed = (holder: string, from: string, to: string) => renameId(before, [holder, from], to)

describe('a thing under another id', () => {
  test.each([
    ['duties', 'antivirus_all', 'antivirus_everywhere', 'duty antivirus_all is called antivirus_everywhere now'],
    ['parties', 'head', 'headteacher', 'party head is called headteacher now'],
    ['flows', 'account', 'account_flow', 'flow account is called account_flow now'],
    ['clauses', 'M-010', 'M-999', 'clause M-010 is called M-999 now'],
    ['sections', 'breaches', 'what_follows', 'section breaches is called what_follows now'],
  ])('is told as that in %s, and nothing else differs', (holder, from, to, says) => {
    const after = renamed(holder, from, to)
    const changes = comparePacks(before, after)
    expect({ ...changes, whole: changes.whole.map((one) => one.says) }).toEqual({
      clauses: [],
      things: [],
      whole: [says],
    })
    expect(proposeMaterial(before, after, changes).material).toBe(false)
  })

  test('is a change of substance where people signed under the old one', () => {
    const after = renamed('assents', 'staff_agreement', 'staff_rules')
    expect(proposeMaterial(before, after, comparePacks(before, after)).material).toBe(true)
  })

  test('is something new and something gone when it says anything else besides', () => {
    const after = renamed('duties', 'antivirus_all', 'antivirus_everywhere')
    const own = after.duties.antivirus_everywhere
    if (own === undefined) throw new Error('the duty has its new id')
    const changed = {
      ...after,
      duties: { ...after.duties, antivirus_everywhere: { ...own, says: 'Do something else' } },
    }
    const changes = comparePacks(before, changed).things.filter(({ kind }) => kind === 'duty')
    expect(changes.map(({ ref, change }) => [ref, change])).toEqual(
      expect.arrayContaining([
        ['duty/antivirus_all', 'removed'],
        ['duty/antivirus_everywhere', 'added'],
      ]),
    )
  })
})
