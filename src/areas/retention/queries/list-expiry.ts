import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** A record whose time is nearly over. */
export interface ExpiryLine {
  readonly id: string
  readonly kind: string
  readonly reference: string
  readonly title: string
  readonly rule: string
  readonly on: Temporal.PlainDate
  /** Its evidence is held: it is not erased, whatever its day. */
  readonly held: boolean
  readonly postponed: { readonly by: string; readonly reason: string } | null
}

/** What was erased, without a word of it. */
export interface Tombstone {
  readonly id: string
  readonly kind: string
  readonly reference: string
  readonly rule: string
  readonly openedOn: Temporal.PlainDate
  readonly closedOn: Temporal.PlainDate
  readonly erasedAt: Temporal.Instant
}

const MOST = 500

/** What will be erased, the next first; or one of them. Row policies keep it to those who handle the record. */
export async function listExpiry(tx: Tx, id?: string): Promise<readonly ExpiryLine[]> {
  const rows = await tx
    .selectFrom('app.record_expiry as x')
    .innerJoin('app.record as r', (join) =>
      join.onRef('r.organisation_id', '=', 'x.organisation_id').onRef('r.id', '=', 'x.record_id'),
    )
    .innerJoin('app.record_detail as d', (join) =>
      join.onRef('d.organisation_id', '=', 'x.organisation_id').onRef('d.record_id', '=', 'x.record_id'),
    )
    .leftJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'x.organisation_id').onRef('p.id', '=', 'x.postponed_by'),
    )
    .select(['r.id', 'r.kind', 'r.reference', 'd.title', 'x.rule', 'x.postpone_reason'])
    .select(sql<string>`coalesce(x.postponed_until, x.expires_on)::text`.as('on'))
    .select(sql<string | null>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('by'))
    .select(
      sql<boolean>`exists (select 1 from app.lasting_effect l where l.organisation_id = x.organisation_id
        and l.record_id = x.record_id and l.does = 'hold' and l.ended_at is null)`.as('held'),
    )
    .where('x.organisation_id', '=', contextOf(tx).actor.organisationId)
    .$if(id !== undefined, (query) => query.where('x.record_id', '=', id ?? ''))
    .orderBy(sql`coalesce(x.postponed_until, x.expires_on)`)
    .orderBy('r.reference')
    .orderBy('r.id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    reference: row.reference,
    title: row.title,
    rule: row.rule,
    on: Temporal.PlainDate.from(row.on),
    held: row.held,
    postponed: row.postpone_reason === null ? null : { by: row.by ?? '', reason: row.postpone_reason },
  }))
}

/** What was erased, the newest first. */
export async function listTombstones(tx: Tx): Promise<readonly Tombstone[]> {
  const rows = await tx
    .selectFrom('app.tombstone')
    .select(['record_id', 'kind', 'reference', 'rule', 'opened_on', 'closed_on', 'erased_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .orderBy('erased_at', 'desc')
    .orderBy('record_id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.record_id,
    kind: row.kind,
    reference: row.reference,
    rule: row.rule,
    openedOn: Temporal.PlainDate.from(row.opened_on),
    closedOn: Temporal.PlainDate.from(row.closed_on),
    erasedAt: Temporal.Instant.from(row.erased_at),
  }))
}
