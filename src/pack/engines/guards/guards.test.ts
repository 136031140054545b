import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { schoolCalendar } from '#core/calendar/school-calendar.ts'
import { pack as packSchema } from '../../types/pack.ts'
import { type GuardFacts, guardStands, guardsOn, passes } from './guard-stands.ts'

const guard = (more: object) => ({ says: 'G', stops: 'grant/internet', unless: 'x', held_by: 'kept', ...more })
const pack = packSchema.parse({
  pack: { name: 'a', policy: 'X', title: 'A', language: 'en' },
  grants: { internet: { says: 'Internet' } },
  guards: {
    kept: guard({}),
    grace: guard({ grace: { for: '10 school days', from: 'asked' } }),
    off: guard({ active: false }),
    held: guard({ held_by: 'party/network', stops: 'grant/network' }),
  },
})
const calendar = schoolCalendar()
const now = Temporal.Instant.from('2026-11-23T09:00:00Z')
const stands = (id: string, facts: GuardFacts, at = now) => guardStands(pack, `guard/${id}`, facts, at, calendar)

describe('a guard', () => {
  test.each([
    ['kept', { unless: 'yes' }, true, 'met'],
    ['kept', { unless: 'no' }, false, 'not_met'],
    ['kept', { unless: 'unknown' }, false, 'unknown'],
    ['kept', { unless: 'no', binds: 'no' }, true, 'not_bound'],
    ['kept', { unless: 'no', binds: 'unknown' }, false, 'not_met'],
    ['off', { unless: 'no' }, true, 'not_active'],
    ['grace', { unless: 'no', graceFrom: '2026-11-20T09:00:00Z' }, true, 'grace'],
    ['grace', { unless: 'no', graceFrom: '2026-11-02T09:00:00Z' }, false, 'not_met'],
    ['grace', { unless: 'no', graceFrom: null }, false, 'not_met'],
    ['kept', { unless: 'yes', setBy: { to: 'closed', until: '2026-11-30T09:00:00Z' } }, false, 'set_closed'],
    ['kept', { unless: 'yes', setBy: { to: 'closed', until: '2026-11-20T09:00:00Z' } }, true, 'met'],
    ['kept', { unless: 'no', setBy: { to: 'open', until: null } }, true, 'set_open'],
    ['nothing', { unless: 'yes' }, false, 'unknown'],
  ] as const)('%s with %j is open: %s, because %s', (id, facts, open, why) =>
    expect(stands(id, facts)).toMatchObject({ open, why }),
  )

  test('that a person holds is at most attested', () => {
    expect(stands('held', { unless: 'yes' }).proof).toBe('attested')
    expect(stands('kept', { unless: 'yes' }).proof).toBe('enforced')
  })

  test('lets pass only together with the others that stop the same thing', () => {
    expect(guardsOn(pack, 'grant/internet')).toEqual(['guard/kept', 'guard/grace', 'guard/off'])
    expect(passes([stands('kept', { unless: 'yes' }), stands('off', { unless: 'no' })])).toBe(true)
    expect(passes([stands('kept', { unless: 'yes' }), stands('kept', { unless: 'unknown' })])).toBe(false)
    expect(passes([], 'off')).toBe(false)
  })

  const anyTime = fc.option(fc.integer({ min: -60, max: 60 }).map((days) => now.add({ hours: 24 * days }).toString()))
  const verdict = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const)

  test('never opens on an unknown: only met, grace, an effect, not bound or not active open it', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('kept', 'grace', 'held'),
        verdict,
        verdict,
        anyTime,
        (id, unless, binds, graceFrom) => {
          const standing = stands(id, { unless, binds, graceFrom })
          const mayOpen = unless === 'yes' || binds === 'no' || (id === 'grace' && graceFrom !== null)
          if (standing.open) expect(mayOpen).toBe(true)
          if (unless === 'yes') expect(standing.open).toBe(true)
        },
      ),
    ))
})
