import type { Complaint } from '#areas/complaints/index.ts'
import { complaintPaths } from '#areas/complaints/index.ts'
import type { Beside, DutyLine } from './lines.ts'
import { sayWhen, whenOf } from './say.ts'

/** A complaint about how a case was handled, as a line for whoever hears it. */
export function complaintDutyLine(one: Complaint, { now, zone }: Pick<Beside, 'now' | 'zone'>): DutyLine {
  const when = whenOf(one.dueAt, now, zone)
  return {
    when,
    state: when === 'late' ? 'late' : 'due',
    what: `Answer the complaint about ${one.reference}`,
    href: complaintPaths.one.to(one.id),
    says: sayWhen(one.dueAt, now, zone),
    why: 'You hear it because you are not in the case',
    clause: null,
    dueAt: one.dueAt,
  }
}
