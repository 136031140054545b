import { Refused } from '#core/errors.ts'
import { tables } from './columns.ts'

const MIB = 1024 * 1024

/** How much is read at most. 20,000 people with ten classes each are about 25 MiB. */
export interface RosterLimits {
  readonly fileBytes: number
  readonly totalBytes: number
  readonly entries: number
}

export const ROSTER_LIMITS: RosterLimits = { fileBytes: 64 * MIB, totalBytes: 160 * MIB, entries: 200 }

const { roles } = tables['1.2']
const read = [...Object.values(tables['1.2']), roles].map((table) => table.file)
const CANONICAL = new Map([...new Set(read), 'manifest.csv'].map((file) => [file.toLowerCase(), file]))

/** The file's name as we know it; null for a file of the set that Kept does not open. */
export const wanted = (name: string): string | null => CANONICAL.get(name.toLowerCase()) ?? null

/** The refusal for a file that is larger than any school's. */
export const tooLarge = (what: string, bytes: number): Refused =>
  new Refused(
    'roster.too.large',
    `${what} is larger than ${Math.floor(bytes / MIB)} MiB, which is more than any roster.`,
  )
