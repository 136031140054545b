import type { Saying } from '../say.ts'
import type { FoundEntry, Item, RecordHead } from './item.ts'

/** All evidence of a record with what its pages need to say it. */
export interface Evidence {
  readonly record: RecordHead
  readonly items: readonly Item[]
  /** What was decided in the case about its images. */
  readonly decisions: readonly FoundEntry[]
  readonly saying: Saying
}
