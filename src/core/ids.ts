import { randomBytes, randomInt } from 'node:crypto'
import type { Clock } from './clock.ts'
import { systemClock } from './clock.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

// The count begins anywhere in the lower half of its 26 bits, so that two processes do not write the same ids.
const HALF = 2 ** 25

const last = new WeakMap<Clock, { readonly at: number; readonly count: number }>()

/**
 * A new UUIDv7 (RFC 9562, with a counter): ids sort by the time of their making, and those of one process and one clock by the
 * order of their making also within a millisecond, or while a clock stands still.
 */
export function newId(clock: Clock = systemClock): string {
  const at = clock.now().epochMilliseconds
  const before = last.get(clock)
  const count = before?.at === at ? before.count + 1 : randomInt(HALF)
  last.set(clock, { at, count })
  const bytes = randomBytes(16)
  bytes.writeUIntBE(at, 0, 6)
  bytes.writeUInt16BE(0x7000 | (count >> 14), 6)
  bytes.writeUInt16BE(0x8000 | (count & 0x3fff), 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Whether a text is a UUID in its canonical lower-case form. */
export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text)
