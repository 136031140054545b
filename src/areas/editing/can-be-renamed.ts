import { kindOfHolder } from '#pack/edit/holders.ts'
import type { Place } from '#pack/edit/place.ts'

const TEXT: ReadonlySet<string> = new Set(['clauses', 'sections'])

/** Whether a part has an id of its own by which others name it. */
export const canBeRenamed = ([holder = '', ...more]: Place): boolean =>
  more.length === 1 && (TEXT.has(holder) || kindOfHolder(holder) !== undefined)
