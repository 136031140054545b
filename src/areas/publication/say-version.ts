import { sayFullDate } from '#core/calendar/say-date.ts'
import type { PublishedVersion } from './queries/versions.ts'

/** `Approved by the governing body on 3 March 2026, minute 12.` Null where it was not recorded. */
export function sayApproval({ approvedBy, approvedOn, minute }: PublishedVersion): string | null {
  if (approvedBy === null && approvedOn === null) return null
  const by = approvedBy === null ? '' : ` by ${approvedBy}`
  const on = approvedOn === null ? '' : ` on ${sayFullDate(approvedOn)}`
  return `Approved${by}${on}${minute === null || minute === '' ? '' : `, minute ${minute}`}.`
}
