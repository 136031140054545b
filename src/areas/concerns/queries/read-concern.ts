import { sql } from 'kysely'
import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowText } from '#platform/database/tx.ts'
import { recordLook } from '#platform/ledger/event.ts'
import type { ConcernFile } from '../lines.ts'
import { caseIsOver } from './case-is-over.ts'

const STATES = ['new', 'taken', 'incident', 'closed'] as const
const NAME = (alias: 'p' | 'h') =>
  sql<
    string | null
  >`trim(coalesce(${sql.ref(`${alias}.preferred_name`)}, ${sql.ref(`${alias}.given_name`)}) || ' ' || ${sql.ref(`${alias}.family_name`)})`

/**
 * Reads a concern for somebody of its circle and writes down that they looked.
 * @throws NotFound for everybody else, so that nobody learns that it exists.
 */
export async function readConcern(tx: Tx, concernId: string): Promise<ConcernFile> {
  const organisationId = contextOf(tx).actor.organisationId
  const row = await tx
    .selectFrom('app.concern as c')
    .leftJoin('app.concern_reporter as r', (join) =>
      join.onRef('r.organisation_id', '=', 'c.organisation_id').onRef('r.concern_id', '=', 'c.id'),
    )
    .leftJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'r.organisation_id').onRef('p.id', '=', 'r.person_id'),
    )
    .leftJoin('app.person as h', (join) =>
      join.onRef('h.organisation_id', '=', 'c.organisation_id').onRef('h.id', '=', 'c.taken_by'),
    )
    .select(['c.id', 'c.state', 'c.school_id', 'c.circle', 'c.policy_version_id', 'c.about_kind', 'c.body'])
    .select(['c.reporter_kind', 'c.came_by', 'c.in_danger', 'c.wants_answer', 'c.by_accident', 'c.chosen', 'c.told_at'])
    .select(['c.taken_by', 'c.joined_to', 'c.record_id', 'c.closed_at', 'c.closing_reason', 'c.read_at'])
    .select([NAME('p').as('reporter'), NAME('h').as('handler')])
    .where('c.organisation_id', '=', organisationId)
    .where('c.id', '=', concernId)
    .executeTakeFirstOrThrow(() => new NotFound('concern.missing'))
  if (row.read_at === null) await noteRead(tx, concernId)
  recordLook(tx, { code: 'concern.viewed', subject: { kind: 'concern', id: concernId } })
  return {
    id: row.id,
    state: STATES.find((state) => state === row.state) ?? 'new',
    schoolId: row.school_id,
    circle: row.circle,
    policyVersionId: row.policy_version_id,
    aboutKind: row.about_kind,
    body: row.body,
    reporterKind: row.reporter_kind,
    reporter: row.reporter,
    cameBy: row.came_by,
    entered: await entryOf(tx, concernId),
    inDanger: row.in_danger,
    wantsAnswer: row.wants_answer,
    byAccident: row.by_accident,
    chosen: row.chosen,
    toldAt: Temporal.Instant.from(row.told_at),
    takenBy: row.handler,
    takenById: row.taken_by,
    joinedTo: row.joined_to,
    recordId: row.record_id,
    caseOver: await caseIsOver(tx, row.record_id),
    finished: row.closed_at !== null,
    closingReason: row.closing_reason,
    messages: await messagesOf(tx, concernId),
    notes: await notesOf(tx, concernId),
    keptOut: await keptOutOf(tx, concernId),
  }
}

/** Whether the person who acts may see a concern. */
export async function maySee(tx: Tx, concernId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('app.concern')
    .select('id')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', concernId)
    .executeTakeFirst()
  return row !== undefined
}

async function messagesOf(tx: Tx, concernId: string): Promise<ConcernFile['messages']> {
  const rows = await tx
    .selectFrom('app.concern_message as m')
    .leftJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'm.organisation_id').onRef('p.id', '=', 'm.author_id'),
    )
    .select(['m.id', 'm.direction', 'm.author_id', 'm.body', 'm.written_at', NAME('p').as('who')])
    .where('m.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('m.concern_id', '=', concernId)
    .orderBy('m.written_at')
    .orderBy('m.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    from: row.direction === 'from_reporter' ? 'reporter' : row.author_id === null ? 'software' : 'school',
    who: row.who,
    body: row.body,
    at: Temporal.Instant.from(row.written_at),
  }))
}

async function notesOf(tx: Tx, concernId: string): Promise<ConcernFile['notes']> {
  const rows = await tx
    .selectFrom('app.concern_note as n')
    .leftJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'n.organisation_id').onRef('p.id', '=', 'n.author_id'),
    )
    .select(['n.id', 'n.body', 'n.written_at', NAME('p').as('who')])
    .where('n.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('n.concern_id', '=', concernId)
    .orderBy('n.written_at')
    .orderBy('n.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    who: row.who ?? 'Somebody',
    body: row.body,
    at: Temporal.Instant.from(row.written_at),
  }))
}

// Asked only after the concern itself has been read: its handlers named these people, and see that it holds.
async function keptOutOf(tx: Tx, concernId: string): Promise<string[]> {
  const rows = await asSystem(tx, () =>
    tx
      .selectFrom('app.concern_wall as w')
      .innerJoin('app.person as p', (join) =>
        join.onRef('p.organisation_id', '=', 'w.organisation_id').onRef('p.id', '=', 'w.person_id'),
      )
      .select(NAME('p').as('name'))
      .where('w.organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('w.concern_id', '=', concernId)
      .orderBy('p.family_name')
      .orderBy('p.given_name')
      .orderBy('p.id')
      .execute(),
  )
  return rows.map((row) => row.name ?? '')
}

async function entryOf(tx: Tx, concernId: string): Promise<ConcernFile['entered']> {
  const row = await tx
    .selectFrom('app.concern_entry as e')
    .innerJoin('app.person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'e.organisation_id').onRef('p.id', '=', 'e.entered_by'),
    )
    .select([NAME('p').as('by'), 'e.told_by'])
    .where('e.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('e.concern_id', '=', concernId)
    .executeTakeFirst()
  return row === undefined ? null : { by: row.by ?? 'Somebody', toldBy: row.told_by }
}

// The first look is what the reporter is told of: that somebody has read it, and not who.
async function noteRead(tx: Tx, concernId: string): Promise<void> {
  await tx
    .updateTable('app.concern')
    .set({ read_at: nowText(tx) })
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', concernId)
    .where('read_at', 'is', null)
    .execute()
}
