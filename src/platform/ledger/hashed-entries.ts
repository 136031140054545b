import { sql } from 'kysely'
import type { Tx } from '../database/tx.ts'
import { contextOf } from '../database/tx.ts'
import type { HashedEntry } from './entry-hash.ts'

/** The entries of the organisation's ledger with everything that their hashes cover, their details beside them; add which. */
export const hashedEntries = (tx: Tx) =>
  tx
    .selectFrom('app.ledger_entry as e')
    .leftJoin('app.ledger_detail as d', (join) =>
      join
        .onRef('d.organisation_id', '=', 'e.organisation_id')
        .onRef('d.chain', '=', 'e.chain')
        .onRef('d.seq', '=', 'e.seq'),
    )
    .select(['e.organisation_id', 'e.chain', 'e.seq', 'e.code', 'e.actor_kind', 'e.actor_person_id', 'e.actor_name'])
    .select(['e.subject_kind', 'e.subject_id', 'e.record_id', 'e.person_id', 'e.policy_version_id', 'e.clauses'])
    .select(['e.details_hash', 'e.previous_hash', 'e.hash', 'd.salt', 'd.details'])
    .select(sql<string>`(extract(epoch from e.at) * 1000000)::bigint::text`.as('micros'))
    .where('e.organisation_id', '=', contextOf(tx).actor.organisationId)

export type HashedRow = Awaited<ReturnType<ReturnType<typeof hashedEntries>['execute']>>[number]

/** What the hash of an entry is made of, as it stands in the database now. */
export function hashedOf(row: HashedRow): HashedEntry {
  const { salt, details, micros, hash, details_hash, previous_hash, seq, ...fields } = row
  return {
    ...fields,
    seq: Number(seq),
    at: micros,
    details_hash: details_hash?.toString('hex') ?? null,
    previous_hash: previous_hash.toString('hex'),
  }
}
