import type { Holders } from '#pack/engines/audience/stand-ins.ts'
import type { Notify } from '#pack/types/notify.ts'
import type { Tx } from '#platform/database/tx.ts'
import { holdersAtSite } from './holders.ts'
import { recordValues } from './record-values.ts'
import type { SubjectFacts } from './subject-facts.ts'

/** Who holds which post at the site that a record names, for a rule that tells by it; nobody for any other. Run as the system. */
export async function holdersThere(
  tx: Tx,
  rule: Notify | undefined,
  { subject, schoolId }: Pick<SubjectFacts, 'subject' | 'schoolId'>,
): Promise<Holders> {
  if (rule?.at === undefined || subject.kind !== 'record') return {}
  const site = (await recordValues(tx, subject.id)).values[rule.at]
  return typeof site === 'string' ? holdersAtSite(tx, schoolId, site) : {}
}
