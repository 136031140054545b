import { describe, expect, test } from 'vitest'
import { readPack } from '#tests/packs/read-pack.ts'
import { worriesFor } from './worries.ts'

const NAMES = ['special-all-through', 'village-primary', 'independent-school', 'specialist-group', 'primary-federation']
const packs = new Map(NAMES.map((name) => [name, readPack(name)]))

const of = (name: string) => {
  const pack = packs.get(name)
  if (pack === undefined) throw new Error(name)
  return { pack }
}
const offered = (pack: string, teller: Parameters<typeof worriesFor>[1]) =>
  worriesFor(of(pack), teller).map(({ id }) => id)

describe('the worries that a pack offers', () => {
  test.each(NAMES)('%s: the youngest choose by drawings, among few', (pack) => {
    const worries = worriesFor(of(pack), 'young')
    expect(worries.length).toBeLessThanOrEqual(4)
    expect(worries.map(({ picture }) => picture)).not.toContain(null)
    expect(worries.at(-1)?.id).toBe('other')
  })
  test('what a pack adds reaches pupils who are old enough', () => {
    expect(offered('independent-school', 'middle')).toContain('chain_letter')
    expect(offered('independent-school', 'young')).not.toContain('chain_letter')
    expect(offered('specialist-group', 'older')).toEqual(expect.arrayContaining(['extremism', 'filter', 'fault']))
    expect(offered('village-primary', 'middle')).toContain('scam')
  })
  test('what is for technical staff is offered to nobody else', () => {
    expect(offered('primary-federation', 'staff')).toContain('monitoring')
    for (const teller of ['young', 'middle', 'older', 'parent', 'someone'] as const)
      expect(offered('primary-federation', teller)).not.toContain('monitoring')
    expect(offered('special-all-through', 'someone')).not.toContain('virus')
  })
  test('somebody else is offered what is for governors or for everybody', () => {
    expect(offered('special-all-through', 'someone')).toEqual(
      expect.arrayContaining(['unkind', 'complaint', 'security', 'threat', 'other']),
    )
  })
})
