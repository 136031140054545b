import type { PolicyInForce } from '#areas/policy/index.ts'
import { helpContacts } from '#areas/records/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { PosterHelp } from '../posters/poster.ts'
import { audiencesOf, type Reader } from '../readers.ts'

/**
 * Whom the registers of contacts of a school name for this reader, with a number to ring; a contact that names nobody helps
 * everybody. For the smallest the numbers of the policy are enough.
 */
export async function schoolHelps(
  tx: Tx,
  policy: PolicyInForce,
  schoolId: string | null,
  reader: Reader,
): Promise<PosterHelp[]> {
  if (reader === 'young') return []
  const audiences = audiencesOf(policy.pack, reader)
  const isFor = (party: string): boolean => audiences.get(party) === 'yes'
  return (await helpContacts(tx, policy, schoolId))
    .filter(({ phone, helps }) => phone !== '' && (helps.length === 0 || helps.some(isFor)))
    .map(({ name, phone }) => ({ who: name, contact: phone }))
}
