import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** The file of a pupil who moves, sent out or asked for. */
export interface PupilFile {
  readonly id: string
  readonly pupilId: string
  readonly pupil: string
  readonly way: 'out' | 'in'
  readonly schoolName: string
  readonly receiver: string | null
  readonly movedOn: Temporal.PlainDate
  readonly dueAt: Temporal.Instant
  readonly sent: { readonly by: string; readonly at: Temporal.Instant; readonly how: string } | null
  readonly asked: { readonly by: string; readonly at: Temporal.Instant } | null
  readonly received: { readonly by: string; readonly at: Temporal.Instant; readonly how: string } | null
  readonly noneReason: string | null
  readonly sha256: string | null
}

const MOST = 500

/** The files of pupils who moved, what is open first; or one of them. Row policies keep it to those who handle incidents. */
export async function listFiles(tx: Tx, id?: string): Promise<readonly PupilFile[]> {
  const name = (alias: string) =>
    sql<string>`trim(coalesce(${sql.ref(`${alias}.preferred_name`)}, ${sql.ref(`${alias}.given_name`)}) || ' ' || ${sql.ref(`${alias}.family_name`)})`
  const rows = await tx
    .selectFrom('app.pupil_file as f')
    .innerJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'f.organisation_id').onRef('p.id', '=', 'f.pupil_id'),
    )
    .leftJoin('app.person as s', (join) =>
      join.onRef('s.organisation_id', '=', 'f.organisation_id').onRef('s.id', '=', 'f.sent_by'),
    )
    .leftJoin('app.person as a', (join) =>
      join.onRef('a.organisation_id', '=', 'f.organisation_id').onRef('a.id', '=', 'f.asked_by'),
    )
    .select(['f.id', 'f.pupil_id', 'f.way', 'f.school_name', 'f.receiver', 'f.moved_on', 'f.due_at', 'f.sent_at'])
    .select([
      'f.sent_how',
      'f.asked_at',
      'f.received_at',
      'f.received_by',
      'f.receipt_how',
      'f.none_reason',
      'f.pdf_sha256',
    ])
    .select([name('p').as('pupil'), name('s').as('sender'), name('a').as('asker')])
    .where('f.organisation_id', '=', contextOf(tx).actor.organisationId)
    .$if(id !== undefined, (query) => query.where('f.id', '=', id ?? ''))
    .orderBy(sql`f.received_at is not null or f.none_reason is not null`)
    .orderBy('f.due_at')
    .orderBy('f.id')
    .limit(MOST)
    .execute()
  const instant = (text: string) => Temporal.Instant.from(text)
  return rows.map((row) => ({
    id: row.id,
    pupilId: row.pupil_id,
    pupil: row.pupil,
    way: row.way === 'in' ? 'in' : 'out',
    schoolName: row.school_name,
    receiver: row.receiver,
    movedOn: Temporal.PlainDate.from(row.moved_on),
    dueAt: instant(row.due_at),
    sent: row.sent_at === null ? null : { by: row.sender, at: instant(row.sent_at), how: row.sent_how ?? '' },
    asked: row.asked_at === null ? null : { by: row.asker, at: instant(row.asked_at) },
    received:
      row.received_at === null
        ? null
        : { by: row.received_by ?? '', at: instant(row.received_at), how: row.receipt_how ?? '' },
    noneReason: row.none_reason,
    sha256: row.pdf_sha256,
  }))
}

/** Whether nothing more has to be done about it. */
export const isOver = (file: PupilFile): boolean => file.received !== null || file.noneReason !== null
