import type { Chase } from '#areas/records/index.ts'
import { addressesOf } from '#areas/records/index.ts'
import type { Beside, DutyLine } from './lines.ts'
import { sayWhen, whenOf } from './say.ts'

/** Somebody outside a case who has not answered and is asked again, as a line. */
export function chaseDutyLine(chase: Chase, { now, zone }: Pick<Beside, 'now' | 'zone'>): DutyLine {
  const dueAt = chase.on.add({ days: 1 }).toZonedDateTime({ timeZone: zone }).toInstant().subtract({ seconds: 1 })
  const when = whenOf(dueAt, now, zone)
  return {
    when,
    state: when === 'late' ? 'late' : 'due',
    what: `Ask again in ${chase.reference}: ${chase.who}`,
    href: addressesOf(chase.kind).contact.to(chase.recordId, chase.contactId),
    says: sayWhen(dueAt, now, zone),
    why: `Case: ${chase.title}`,
    clause: null,
    dueAt,
  }
}
