import { sql } from 'kysely'
import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'

/** A record that was opened in an emergency, as the page shows it. */
export interface GlassLine {
  readonly id: string
  readonly recordId: string
  readonly kind: string
  readonly reference: string
  readonly personId: string
  readonly name: string
  readonly party: string
  readonly reason: string
  readonly openedAt: Temporal.Instant
  readonly until: Temporal.Instant
  readonly dueAt: Temporal.Instant
  /** The person who asks has to look at it. */
  readonly mine: boolean
  readonly reviewed: {
    readonly by: string
    readonly at: Temporal.Instant
    readonly found: string
    readonly says: string
  } | null
}

const MOST = 200

/**
 * Openings in an emergency: one's own, those one has to look at, and those of the records one handles; newest first. Row
 * policies say which; names are read as the system, for whoever looks at it need not know the case.
 */
export async function listGlass(tx: Tx, actor: PersonActor, id?: string): Promise<readonly GlassLine[]> {
  const seen = await tx
    .selectFrom('app.record_glass')
    .select(['id', 'record_id', 'person_id', 'party', 'reason', 'opened_at', 'until_at', 'ended_at', 'alerted'])
    .select(['review_due_at', 'reviewed_at', 'found', 'review_says'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute()
  if (seen.length === 0) return []
  const known = await asSystem(tx, () =>
    readNames(
      tx,
      seen.map((row) => row.id),
    ),
  )
  return seen.map((row) => {
    const names = known.get(row.id)
    return {
      id: row.id,
      recordId: row.record_id,
      kind: names?.kind ?? '',
      reference: names?.reference ?? '',
      personId: row.person_id,
      name: names?.name ?? '',
      party: row.party,
      reason: row.reason,
      openedAt: Temporal.Instant.from(row.opened_at),
      until: Temporal.Instant.from(row.ended_at ?? row.until_at),
      dueAt: Temporal.Instant.from(row.review_due_at),
      mine: row.reviewed_at === null && row.alerted.includes(actor.personId),
      reviewed:
        row.reviewed_at === null
          ? null
          : {
              by: names?.reviewer ?? '',
              at: Temporal.Instant.from(row.reviewed_at),
              found: row.found ?? '',
              says: row.review_says ?? '',
            },
    }
  })
}

/** Those that the person who acts has to look at. */
export async function glassToReview(tx: Tx, actor: PersonActor): Promise<readonly GlassLine[]> {
  const waiting = await tx
    .selectFrom('app.record_glass')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('reviewed_at', 'is', null)
    .where(sql<boolean>`${actor.personId}::uuid = any (alerted)`)
    .limit(1)
    .executeTakeFirst()
  return waiting === undefined ? [] : (await listGlass(tx, actor)).filter((line) => line.mine)
}

async function readNames(tx: Tx, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('app.record_glass as g')
    .innerJoin('app.record as r', (join) =>
      join.onRef('r.organisation_id', '=', 'g.organisation_id').onRef('r.id', '=', 'g.record_id'),
    )
    .innerJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'g.organisation_id').onRef('p.id', '=', 'g.person_id'),
    )
    .leftJoin('app.person as v', (join) =>
      join.onRef('v.organisation_id', '=', 'g.organisation_id').onRef('v.id', '=', 'g.reviewed_by'),
    )
    .select(['g.id', 'r.kind', 'r.reference'])
    .select(sql<string>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('name'))
    .select(sql<string | null>`trim(coalesce(v.preferred_name, v.given_name) || ' ' || v.family_name)`.as('reviewer'))
    .where('g.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('g.id', 'in', [...ids])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
