import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** A concern whose time is nearly over. */
export interface ConcernExpiry {
  readonly id: string
  readonly toldAt: Temporal.Instant
  readonly begins: string
  readonly rule: string
  readonly on: Temporal.PlainDate
  readonly postponed: { readonly by: string; readonly reason: string } | null
}

/** An erased concern, without a word of it. */
export interface ConcernTombstone {
  readonly rule: string
  readonly toldOn: Temporal.PlainDate
  readonly settledOn: Temporal.PlainDate
  readonly erasedAt: Temporal.Instant
}

const MOST = 500

/** The concerns that will be erased, the next first; or one of them. Row policies keep it to those who may read the concern. */
export async function listConcernExpiry(tx: Tx, id?: string): Promise<readonly ConcernExpiry[]> {
  const rows = await tx
    .selectFrom('app.concern_expiry as x')
    .innerJoin('app.concern as c', (join) =>
      join.onRef('c.organisation_id', '=', 'x.organisation_id').onRef('c.id', '=', 'x.concern_id'),
    )
    .leftJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'x.organisation_id').onRef('p.id', '=', 'x.postponed_by'),
    )
    .select(['c.id', 'c.told_at', 'x.rule', 'x.postpone_reason'])
    .select(sql<string>`left(c.body, 60)`.as('begins'))
    .select(sql<string>`coalesce(x.postponed_until, x.expires_on)::text`.as('on'))
    .select(sql<string | null>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('by'))
    .where('x.organisation_id', '=', contextOf(tx).actor.organisationId)
    .$if(id !== undefined, (query) => query.where('x.concern_id', '=', id ?? ''))
    .orderBy(sql`coalesce(x.postponed_until, x.expires_on)`)
    .orderBy('c.told_at')
    .orderBy('c.id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    toldAt: Temporal.Instant.from(row.told_at),
    begins: row.begins,
    rule: row.rule,
    on: Temporal.PlainDate.from(row.on),
    postponed: row.postpone_reason === null ? null : { by: row.by ?? '', reason: row.postpone_reason },
  }))
}

/** The concerns that were erased, the newest first. */
export async function listConcernTombstones(tx: Tx): Promise<readonly ConcernTombstone[]> {
  const rows = await tx
    .selectFrom('app.concern_tombstone')
    .select(['rule', 'told_on', 'settled_on', 'erased_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .orderBy('erased_at', 'desc')
    .orderBy('concern_id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    rule: row.rule,
    toldOn: Temporal.PlainDate.from(row.told_on),
    settledOn: Temporal.PlainDate.from(row.settled_on),
    erasedAt: Temporal.Instant.from(row.erased_at),
  }))
}
