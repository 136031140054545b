import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** A point that was sent to the holder of a post, with what was shown and what they said. */
export interface Confirmation {
  readonly id: string
  readonly draftId: string
  readonly place: string
  readonly post: string
  readonly title: string
  readonly sentence: string
  readonly says: string
  readonly clauses: readonly { readonly id: string; readonly says: string }[]
  /** Whether something stands there to which one can say yes. */
  readonly hasValue: boolean
  readonly mark: string
  readonly askedBy: string
  readonly askedAt: Temporal.Instant
  readonly state: 'waiting' | 'yes' | 'no' | 'taken back'
  readonly words: string
  readonly answeredBy: string | null
  readonly answeredAt: Temporal.Instant | null
}

const clausesType = z.array(z.object({ id: z.string(), says: z.string() }))
const MOST = 1_000

/** What was sent of a draft, newest first; for those who keep the policy all of it. */
export async function confirmationsOf(tx: Tx, draftId: string): Promise<Confirmation[]> {
  const rows = await select(tx).where('draft_id', '=', draftId).orderBy('id', 'desc').limit(MOST).execute()
  return rows.map(confirmationOf)
}

/**
 * What waits for an answer of whoever acts, and what they have answered, in the order in which it was sent. Those who keep the
 * policy see more elsewhere; here everybody sees what is theirs.
 */
export async function myConfirmations(tx: Tx): Promise<Confirmation[]> {
  const rows = await select(tx)
    .where((where) =>
      where.or([
        where('answered_by', '=', sql<string>`app.current_person()`),
        where.and([
          where('answered_at', 'is', null),
          where('withdrawn_at', 'is', null),
          where('post', '=', sql<string>`any (app.current_posts())`),
          where(sql<boolean>`app.draft_asks(draft_id)`, '=', true),
        ]),
      ]),
    )
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows.map(confirmationOf)
}

const select = (tx: Tx) =>
  tx
    .selectFrom('app.policy_confirmation')
    .select([
      'id',
      'draft_id',
      'place',
      'post',
      'title',
      'sentence',
      'says',
      'clauses',
      'has_value',
      'mark',
      'asked_by',
      'asked_at',
      'answer',
      'words',
      'answered_by',
      'answered_at',
      'withdrawn_at',
    ])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

const confirmationOf = (row: Row): Confirmation => ({
  id: row.id,
  draftId: row.draft_id,
  place: row.place,
  post: row.post,
  title: row.title,
  sentence: row.sentence,
  says: row.says,
  clauses: clausesType.parse(row.clauses),
  hasValue: row.has_value,
  mark: row.mark,
  askedBy: row.asked_by,
  askedAt: Temporal.Instant.from(row.asked_at),
  state:
    row.answer === 'yes' || row.answer === 'no' ? row.answer : row.withdrawn_at === null ? 'waiting' : 'taken back',
  words: row.words ?? '',
  answeredBy: row.answered_by,
  answeredAt: row.answered_at === null ? null : Temporal.Instant.from(row.answered_at),
})
