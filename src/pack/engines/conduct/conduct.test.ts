import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack as packSchema } from '../../types/pack.ts'
import { acknowledged, breachOf, rulesBrokenBy, rulesFor, rulesIn } from './rules.ts'

const pack = packSchema.parse({
  pack: { name: 'a', policy: 'X', title: 'A', language: 'en' },
  conduct: {
    own_login: {
      says: 'Own login only',
      for: ['party/pupils'],
      acknowledged_in: ['assent/rules#own_login', 'assent/code'],
      breach: 'list/incident_kind#shared_login',
    },
    polite: { says: 'Be polite', for: ['party/all'], acknowledged_in: ['assent/rules'] },
  },
})
const refs = (rules: readonly { ref: string }[]) => rules.map((one) => one.ref)

describe('rules of conduct', () => {
  test('are found by assent, by item, by whom they bind and by what breaks them', () => {
    expect(refs(rulesIn(pack, 'assent/rules'))).toEqual(['conduct/own_login', 'conduct/polite'])
    expect(refs(rulesIn(pack, 'assent/rules#own_login'))).toEqual(['conduct/own_login'])
    expect(refs(rulesIn(pack, 'assent/other'))).toEqual([])
    expect(refs(rulesFor(pack, 'party/all'))).toEqual(['conduct/polite'])
    expect(refs(rulesBrokenBy(pack, 'list/incident_kind#shared_login'))).toEqual(['conduct/own_login'])
  })

  test('say where a breach is recorded', () => {
    const [own, polite] = Object.values(pack.conduct)
    expect(own && breachOf(own)).toEqual({ list: 'incident_kind', value: 'shared_login' })
    expect(polite && breachOf(polite)).toBeNull()
  })

  const anyone = fc.subarray(['a', 'b', 'c', 'd'])

  test('are acknowledged by whoever signed one of their assents, and by nobody else', () =>
    fc.assert(
      fc.property(anyone, anyone, anyone, (bound, rules, code) => {
        const [own] = Object.values(pack.conduct)
        if (own === undefined) throw new Error('no rule')
        const result = acknowledged(own, bound, { 'assent/rules': rules, 'assent/code': code, 'assent/x': bound })
        expect(result.signed + result.missing.length).toBe(result.bound)
        for (const person of result.missing) expect([...rules, ...code]).not.toContain(person)
      }),
    ))
})
