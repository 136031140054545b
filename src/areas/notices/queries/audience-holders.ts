import { audienceContext, personFacts } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { SCHOOL_ZONE } from '#core/clock.ts'
import { membersOf } from '#pack/engines/audience/in-party.ts'
import type { Holders } from '#pack/engines/audience/stand-ins.ts'
import { partiesTold } from '#pack/engines/notify/recipients.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'

/**
 * Who belongs to the audiences that the rules for an event tell, at a school, or at all where no school is given. Of whom the
 * facts do not say it is not told: nobody is written to by mistake. Run as the system.
 */
export async function audienceHolders(
  tx: Tx,
  { pack }: PolicyInForce,
  event: string,
  schoolId: string | null,
): Promise<Holders> {
  const rules = Object.values(pack.notify).filter((rule) => rule.on === event)
  const told = rules.flatMap((rule) => [...partiesTold(rule.to, [])])
  const audiences = [...new Set(told)].filter((name) => pack.parties[name.slice('party/'.length)]?.kind === 'audience')
  if (audiences.length === 0) return {}
  const people = [...(await personFacts(tx)).values()].filter((one) => schoolId === null || one.schoolId === schoolId)
  const today = nowIn(tx).toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate()
  const context = audienceContext(pack)
  return Object.fromEntries(
    audiences.map((name) => [name, membersOf(pack, name, people, today, context).members.map((one) => one.id)]),
  )
}
