import type { Owed } from '#areas/records/index.ts'
import { addressesOf } from '#areas/records/index.ts'
import type { Beside, DutyLine } from './lines.ts'
import { sayWhen, whenOf } from './say.ts'

/** Somebody who is still to be told of a case whose steps are all taken, as a line. */
export function owedDutyLine(owed: Owed, { now, zone }: Pick<Beside, 'now' | 'zone'>): DutyLine {
  const when = whenOf(owed.dueAt, now, zone)
  return {
    when,
    state: when === 'late' ? 'late' : 'due',
    what: `Before ${owed.reference} can be closed: ${owed.who}, told or not and why`,
    href: addressesOf(owed.kind).told.to(owed.recordId, owed.telling),
    says: sayWhen(owed.dueAt, now, zone),
    why: `Case: ${owed.title}`,
    clause: null,
    dueAt: owed.dueAt,
  }
}
