import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { Conversation } from '../conversation.ts'
import { caseIsOver } from './case-is-over.ts'

const STATES = ['new', 'taken', 'incident', 'closed'] as const

/** The conversation of a concern. Asked as whoever holds the receipt: it writes no look and names nobody. */
export async function readConversation(tx: Tx, concernId: string): Promise<Conversation> {
  const organisationId = contextOf(tx).actor.organisationId
  const row = await tx
    .selectFrom('app.concern')
    .select(['id', 'state', 'body', 'told_at', 'read_at', 'closed_at', 'record_id', 'wants_answer'])
    .where('organisation_id', '=', organisationId)
    .where('id', '=', concernId)
    .executeTakeFirstOrThrow(() => new NotFound('concern.missing'))
  return {
    id: row.id,
    state: await stateOf(tx, row),
    read: row.read_at !== null,
    body: row.body,
    toldAt: Temporal.Instant.from(row.told_at),
    messages: await readMessages(tx, concernId),
  }
}

interface Standing {
  readonly state: string
  readonly record_id: string | null
  readonly closed_at: string | null
  readonly wants_answer: boolean
}

async function stateOf(tx: Tx, row: Standing): Promise<Conversation['state']> {
  if (row.closed_at !== null) return 'closed'
  if (await caseIsOver(tx, row.record_id)) return row.wants_answer ? 'over' : 'closed'
  return STATES.find((state) => state === row.state) ?? 'new'
}

/** The messages of a concern, oldest first. Which handler wrote one is not said. */
async function readMessages(tx: Tx, concernId: string): Promise<Conversation['messages']> {
  const rows = await tx
    .selectFrom('app.concern_message')
    .select(['direction', 'author_id', 'body', 'written_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('concern_id', '=', concernId)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    from: row.direction === 'from_reporter' ? 'reporter' : row.author_id === null ? 'software' : 'school',
    body: row.body,
    at: Temporal.Instant.from(row.written_at),
  }))
}
