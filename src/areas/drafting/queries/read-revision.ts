import { NotFound } from '#core/errors.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { heldPack, packOf } from '../content.ts'

/** One change of a draft: who made it, when, and what it did in words. */
export interface Revision {
  readonly number: number
  readonly says: string
  /** The part that was changed (`clauses/L-041/says`), or empty. */
  readonly place: string
  readonly goesBackTo: number | null
  readonly madeBy: string | null
  readonly madeAt: Temporal.Instant
}

const COLUMNS = ['number', 'says', 'place', 'goes_back_to', 'made_by', 'made_at'] as const

/** The changes of a draft, newest first. */
export async function listRevisions(
  tx: Tx,
  draftId: string,
  options: { since?: number; most?: number } = {},
): Promise<Revision[]> {
  const rows = await tx
    .selectFrom('app.policy_revision')
    .select(COLUMNS)
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('draft_id', '=', draftId)
    .where('number', '>', options.since ?? 0)
    .orderBy('number', 'desc')
    .limit(options.most ?? 500)
    .execute()
  return rows.map(revisionOf)
}

/**
 * One revision with its whole pack.
 * @throws NotFound when there is none, or it was never offered to whoever looks.
 */
export async function readRevision(
  tx: Tx,
  draftId: string,
  number: number,
): Promise<Revision & { readonly pack: Pack; readonly hash: Buffer }> {
  const [row, content] = [
    await tx
      .selectFrom('app.policy_revision')
      .select(COLUMNS)
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('draft_id', '=', draftId)
      .where('number', '=', number)
      .executeTakeFirst(),
    await contentOf(tx, draftId, number),
  ]
  if (row === undefined || content === null) throw new NotFound('policy.revision.missing')
  return { ...revisionOf(row), pack: content.pack, hash: content.hash }
}

/** The pack of a revision, or null where it may not be read. A content that is held is not fetched again. */
export async function contentOf(
  tx: Tx,
  draftId: string,
  number: number,
): Promise<{ number: number; pack: Pack; hash: Buffer } | null> {
  const of = tx
    .selectFrom('app.policy_revision')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('draft_id', '=', draftId)
    .where('number', '=', number)
  const row = await of.select('content_hash').executeTakeFirst()
  if (row === undefined) return null
  const held = heldPack(row.content_hash)
  if (held !== undefined) return { number, pack: held, hash: row.content_hash }
  const { content } = await of.select('content').executeTakeFirstOrThrow()
  return { number, pack: packOf(row.content_hash, content), hash: row.content_hash }
}

interface Row {
  readonly number: number
  readonly says: string
  readonly place: string
  readonly goes_back_to: number | null
  readonly made_by: string | null
  readonly made_at: string
}

const revisionOf = (row: Row): Revision => ({
  number: row.number,
  says: row.says,
  place: row.place,
  goesBackTo: row.goes_back_to,
  madeBy: row.made_by,
  madeAt: Temporal.Instant.from(row.made_at),
})
