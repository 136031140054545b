import { sayDue } from '#core/calendar/say-date.ts'
import type { State } from '#ui/square/square.tsx'

/** As much of an asking as its mark needs. */
export interface AskingState {
  readonly state: string
  readonly dueAt: Temporal.Instant | null
  readonly talk: boolean
  readonly lapsed: boolean
}

/** The mark of an asking, and its words. */
export function markOf(row: AskingState, now: Temporal.Instant, zone: string): { state: State; says: string } {
  if (row.state === 'signed') return row.lapsed ? { state: 'late', says: 'Run out' } : { state: 'kept', says: 'Signed' }
  if (row.state === 'withdrawn') return { state: 'published', says: 'Taken back' }
  if (row.state === 'refused' || row.talk) return { state: 'published', says: 'Wants to talk' }
  if (row.state === 'ended' || row.state === 'superseded')
    return { state: 'none', says: row.state === 'ended' ? 'Ended' : 'Asked anew' }
  const late = row.dueAt !== null && Temporal.Instant.compare(row.dueAt, now) < 0
  const start = row.state === 'partly' ? 'One has signed' : ''
  if (row.dueAt === null) return { state: 'due', says: start || 'Not signed' }
  const due = sayDue(row.dueAt, now, zone)
  return {
    state: late ? 'late' : 'due',
    says: start === '' ? due[0]?.toUpperCase() + due.slice(1) : `${start}, ${due}`,
  }
}

/** A query string of what is set, without what is the usual. */
export function queryOf(values: Readonly<Record<string, string | null | undefined>>): string {
  const set = Object.entries(values).filter(
    (entry): entry is [string, string] => entry[1] != null && entry[1] !== '' && entry[1] !== 'all',
  )
  return set.length === 0 ? '' : `?${new URLSearchParams(set).toString()}`
}
