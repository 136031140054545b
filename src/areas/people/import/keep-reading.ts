import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import type { RosterReading } from './types.ts'

const [squeeze, unsqueeze] = [promisify(deflateRaw), promisify(inflateRaw)]

/** A reading as bytes, to wait for its approval. It holds the typed roster and never the files. */
export const packReading = (reading: RosterReading): Promise<Buffer> =>
  squeeze(
    Buffer.from(JSON.stringify(reading, (_, value: unknown) => (value instanceof Set ? { set: [...value] } : value))),
  )

/** The reading that was packed. */
export async function unpackReading(bytes: Buffer): Promise<RosterReading> {
  const text = (await unsqueeze(bytes)).toString('utf8')
  return JSON.parse(text, (_, value: unknown) => (isPackedSet(value) ? new Set(value.set) : value))
}

const isPackedSet = (value: unknown): value is { set: string[] } =>
  typeof value === 'object' && value !== null && 'set' in value && Array.isArray(value.set)
