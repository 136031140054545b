import { expect, test, vi } from 'vitest'
import { sessionsOf } from './sessions.ts'

test('whoever is no longer staff is told from their session within half a minute, however often they use it', async () => {
  const person = { organisationId: 'o', personId: 'p', sessionId: 's', userId: 'u', method: 'password' }
  let kind = 'staff'
  let asked = 0
  const inTx = async () => {
    asked += 1
    return [{ kind }]
  }
  const sessionOf = sessionsOf({ sessionOf: async () => person } as never, { inTx } as never)
  const clock = vi.spyOn(performance, 'now')
  const audienceAt = async (milliseconds: number) => {
    clock.mockReturnValue(milliseconds)
    return (await sessionOf('cookie'))?.actor.audience
  }
  expect(await audienceAt(0)).toBe('staff')
  kind = 'parent'
  for (const at of [10_000, 20_000, 29_000]) expect(await audienceAt(at)).toBe('staff')
  expect(asked).toBe(1)
  expect(await audienceAt(31_000)).toBe('parent')
  clock.mockRestore()
})
