import { describe, expect, test } from 'vitest'
import { controlCases } from './cases/controls.ts'
import { dutyCases } from './cases/duties.ts'
import { nameCases } from './cases/names.ts'
import { publishCases } from './cases/publish.ts'
import { stepCases } from './cases/steps.ts'
import { askedCases, enoughCases, surveyCases } from './cases/surveys.ts'
import { faultsWith, marked } from './given.ts'
import { ruleIds } from './rules.ts'

describe('checkPack', () => {
  test('finds nothing wrong with a sound pack', () => {
    expect(faultsWith('', { publish: true })).toEqual([])
  })

  test.each([...nameCases, ...stepCases, ...controlCases, ...dutyCases, ...surveyCases, ...enoughCases, ...askedCases])(
    '%s: %s, at its exact place',
    (rule, _, text) => {
      const { text: plain, place } = marked(text)
      expect(faultsWith(plain)).toContain(`${place} ${rule}`)
    },
  )

  test.each(publishCases)('%s: %s, at its exact place, and only when publishing', (rule, _, text) => {
    const { text: plain, place } = marked(text)
    expect(faultsWith(plain)).toEqual([])
    expect(faultsWith(plain, { publish: true })).toEqual([`${place} ${rule}`])
  })

  test('a body without contacts is reported where it is defined', () => {
    const text = 'notify:\n  n: { says: N, on: record/incident#opened, to: party/provider }'
    expect(faultsWith(text)).toEqual(['base.yaml:14:3 unreachable_body'])
  })

  test('every rule has a test', () => {
    const tested = new Set(
      [...nameCases, ...stepCases, ...controlCases, ...dutyCases, ...publishCases].map(([rule]) => rule),
    )
    expect(ruleIds.filter((rule) => !tested.has(rule))).toEqual(['unreachable_body'])
  })
})
