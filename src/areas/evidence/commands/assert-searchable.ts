import { policyVersion } from '#areas/policy/index.ts'
import { hasComeTo } from '#areas/records/index.ts'
import { Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { RecordAt } from '../queries/record-at.ts'

/**
 * Nobody looks into a device where indecent images of a child are suspected. Elsewhere a policy that has a record of its own
 * for searches (`opens_devices_from`) wants an entry of it, and that its ground is answered: the search goes by that.
 */
export async function assertSearchable(
  tx: Tx,
  record: RecordAt,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (record.never || record.filesLocked)
    throw new Refused(
      'evidence.search.never',
      'A device in this case is not opened or searched. Seal it, and call the police.',
    )
  const kinds = Object.entries(record.policy.pack.records).flatMap(([kind, { opens_devices_from: from }]) =>
    from === undefined ? [] : [kind],
  )
  if (kinds.length === 0) return
  const found = await entryOf(tx, kinds, typeof fields.reference === 'string' ? fields.reference : '')
  if (found === undefined || found.state === 'voided')
    throw new Refused(
      'evidence.search.ground',
      'This policy asks for the record of the search first, with its ground. Give its reference.',
    )
  // What an entry of an earlier policy has to come to is what that one says; where it says nothing, what this one does.
  const { pack } = await policyVersion(tx, found.policy_version_id, found.school_id)
  const from =
    pack.records[found.kind]?.opens_devices_from ?? record.policy.pack.records[found.kind]?.opens_devices_from
  if (from === undefined || !(await hasComeTo(tx, found, from)))
    throw new Refused(
      'evidence.search.unanswered',
      `${found.reference} does not say yet that this device may be searched. Answer there on what ground first.`,
    )
}

const entryOf = (tx: Tx, kinds: readonly string[], reference: string) =>
  tx
    .selectFrom('app.record')
    .select(['id', 'kind', 'reference', 'state', 'school_id', 'policy_version_id'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('kind', 'in', [...kinds])
    .where('reference', '=', reference.trim().toUpperCase())
    .executeTakeFirst()
