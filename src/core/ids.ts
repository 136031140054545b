import { randomBytes } from 'node:crypto'
import type { Clock } from './clock.ts'
import { systemClock } from './clock.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A new UUIDv7 (RFC 9562): sorts by the time of its making, so that indexes stay dense. */
export function newId(clock: Clock = systemClock): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(clock.now().epochMilliseconds, 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Whether a text is a UUID in its canonical lower-case form. */
export const isUuid = (text: unknown): text is string => typeof text === 'string' && UUID.test(text)
