import { describe, expect, test } from 'vitest'
import type { Pack } from '#pack/types/pack.ts'
import { packNamed } from '#tests/support/packs.ts'
import { faultsOfNewPassword, passwordRules, sayPasswordRules } from './password-rules.ts'

const asking = (settings: Readonly<Record<string, Pack['settings'][string]['value']>>): Pick<Pack, 'settings'> => ({
  settings: Object.fromEntries(
    Object.entries(settings).map(([id, value]) => [id, { says: id, type: 'integer' as const, value, clauses: [] }]),
  ),
})

describe('the rules of passwords', () => {
  test('are Kept’s own before there is a policy', () => {
    expect(passwordRules(null)).toEqual({ minimum: 12, mix: 0, policyMinimum: null })
    expect(sayPasswordRules(passwordRules(null))).toBe(
      'At least 12 characters. Three words that nobody would guess are good.',
    )
  })

  test('stay Kept’s own under the first pack, whose policy asks for six, and the page says both', () => {
    const rules = passwordRules(packNamed('special-all-through'))
    expect(rules).toEqual({ minimum: 12, mix: 0, policyMinimum: 6 })
    expect(sayPasswordRules(rules)).toContain('At least 12 characters. The policy asks for 6; Kept asks for more.')
    expect(faultsOfNewPassword('otter6', rules)).toContain('Use at least 12 characters')
  })

  test('are the policy’s where it is stricter', () => {
    const rules = passwordRules(asking({ password_length: 16, password_kinds: { value: 3, source: 'stated' } }))
    expect(rules).toEqual({ minimum: 16, mix: 3, policyMinimum: 16 })
    expect(sayPasswordRules(rules)).toBe(
      'At least 16 characters, as the policy asks. Mix at least 3 of small letters, capital letters, figures and other signs. Three words that nobody would guess are good.',
    )
    expect(faultsOfNewPassword('heron pylon jam', rules)).toContain('Use at least 16')
    expect(faultsOfNewPassword('heron pylon marmalade', rules)).toContain('Mix at least 3')
    expect(faultsOfNewPassword('Heron pylon marmalade 7', rules)).toBeNull()
  })

  test.each([
    [{ password_length: 5000, password_kinds: 9 }, 64, 4] as const,
    [{ password_length: 'long' }, 12, 0] as const,
  ])('lock nobody out with %j', (settings, minimum, mix) =>
    expect(passwordRules(asking(settings))).toMatchObject({ minimum, mix }),
  )
})
