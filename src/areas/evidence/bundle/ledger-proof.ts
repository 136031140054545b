import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { HashedEntry } from '#platform/ledger/entry-hash.ts'

/** A ledger entry with everything that its hash covers, so that anybody can compute it again without Kept. */
export interface ProvenEntry extends HashedEntry {
  readonly hash: string
  /** What the entry says, with its salt; null when there is none, or when it is withheld or erased: the hash stands all the same. */
  readonly details: { readonly salt: string; readonly text: string } | null
}

/** The ledger's entries about a record, changes and looks, as far as whoever acts may read them. */
export async function ledgerProof(tx: Tx, recordId: string): Promise<ProvenEntry[]> {
  const rows = await tx
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
    .where('e.record_id', '=', recordId)
    .orderBy('e.chain')
    .orderBy('e.seq')
    .execute()
  return rows.map(({ salt, details, micros, hash, details_hash, previous_hash, seq, ...fields }) => ({
    ...fields,
    seq: Number(seq),
    at: micros,
    details_hash: details_hash?.toString('hex') ?? null,
    previous_hash: previous_hash.toString('hex'),
    hash: hash.toString('hex'),
    details: salt === null || details === null ? null : { salt: salt.toString('hex'), text: details },
  }))
}
