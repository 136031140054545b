import { expect, test } from 'vitest'
import { SetClock } from './clock.ts'
import { isUuid, newId } from './ids.ts'

test('ids sort by the order of their making, while the clock stands still too', () => {
  const clock = new SetClock('2026-11-24T09:00:00Z')
  const ids = Array.from({ length: 20_000 }, () => newId(clock))
  clock.advance({ milliseconds: 1 })
  ids.push(newId(clock))
  expect(ids.every(isUuid)).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.toSorted()).toEqual(ids)
})

test('an id is a UUIDv7: its first 48 bits are the time', () => {
  const id = newId(new SetClock('2026-11-24T09:00:00Z'))
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(
    Temporal.Instant.from('2026-11-24T09:00:00Z').epochMilliseconds,
  )
})

test('two clocks that show the same time do not make the same id', () => {
  const [one, other] = [new SetClock('2026-11-24T09:00:00Z'), new SetClock('2026-11-24T09:00:00Z')]
  expect(newId(one)).not.toBe(newId(other))
})
