import type { NoteLine } from '#areas/records/index.ts'

/** Something a reader was told of a case that they do not see. */
export interface Note {
  readonly id: string
  readonly recordId: string
  readonly pupil: string | null
  readonly says: string
  readonly lines: readonly NoteLine[]
  readonly writtenAt: Temporal.Instant
}
