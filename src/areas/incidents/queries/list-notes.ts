import { sql } from 'kysely'
import type { NoteLine } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { isUuid } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Note } from '../note.ts'

const MOST = 200

/** One's own notes, newest first; or one of them. */
export async function listNotes(tx: Tx, actor: PersonActor, id?: string): Promise<Note[]> {
  if (id !== undefined && !isUuid(id)) return []
  const rows = await tx
    .selectFrom('app.record_notice as n')
    .leftJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'n.organisation_id').onRef('p.id', '=', 'n.pupil_id'),
    )
    .select(['n.id', 'n.record_id', 'n.says', 'n.lines', 'n.written_at'])
    .select(sql<string | null>`trim(coalesce(p.preferred_name, p.given_name) || ' ' || p.family_name)`.as('pupil'))
    .where('n.organisation_id', '=', actor.organisationId)
    .where('n.reader_id', '=', actor.personId)
    .$if(id !== undefined, (query) => query.where('n.id', '=', id ?? ''))
    .orderBy('n.written_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    recordId: row.record_id,
    pupil: row.pupil,
    says: row.says,
    lines: linesOf(row.lines),
    writtenAt: Temporal.Instant.from(row.written_at),
  }))
}

const linesOf = (lines: unknown): NoteLine[] =>
  Array.isArray(lines)
    ? lines.map((one: NoteLine) => ({ id: String(one.id), asks: String(one.asks), says: String(one.says) }))
    : []
