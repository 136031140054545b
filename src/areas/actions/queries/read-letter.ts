import { readSettings } from '#areas/policy/index.ts'
import { NotFound } from '#core/errors.ts'
import { derivedFrom } from '#pack/engines/actions/kinds.ts'
import { paragraphsOf } from '#pack/engines/letters/fill-letter.ts'
import { LETTER } from '#pack/engines/letters/letter-record.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { recordLook } from '#platform/ledger/event.ts'

/** A letter that was written, as it is read and printed. */
export interface Letter {
  readonly id: string
  readonly title: string
  readonly reference: string
  readonly school: string
  readonly to: string
  readonly paragraphs: readonly string[]
  /** What nobody could fill in, in words; empty when nothing is blank. */
  readonly blanks: string
  readonly writtenAt: Temporal.Instant
  readonly zone: string
}

/**
 * A letter, for those to whom it is written and for those who see the case; that somebody read it is written down.
 * @throws NotFound for everybody else.
 */
export async function readLetter(tx: Tx, id: string): Promise<Letter> {
  const row = await lettersSeen(tx).where('r.id', '=', id).executeTakeFirst()
  if (row === undefined || derivedFrom(row.kind)?.of !== 'letter') throw new NotFound('letter.missing')
  recordLook(tx, { code: 'letter.read', subject: { kind: 'record', id }, recordId: id })
  const { zone } = await readSettings(tx)
  const fields = isFields(row.fields) ? row.fields : {}
  const text = (key: string) => (typeof fields[key] === 'string' ? fields[key] : '')
  return {
    id,
    title: row.title,
    reference: row.reference,
    school: row.school,
    to: text(LETTER.to),
    paragraphs: paragraphsOf(text(LETTER.text)),
    blanks: text(LETTER.blanks),
    writtenAt: Temporal.Instant.from(row.opened_at),
    zone,
  }
}

const isFields = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** A letter in the list of those who got it. */
export interface LetterLine {
  readonly id: string
  readonly title: string
  readonly school: string
  readonly writtenAt: Temporal.Instant
}

const MOST = 200

/** The letters that were written to this person, the newest first. */
export async function lettersTo(tx: Tx, personId: string): Promise<LetterLine[]> {
  const rows = await lettersSeen(tx)
    .innerJoin('app.record_reader as i', (join) =>
      join.onRef('i.organisation_id', '=', 'r.organisation_id').onRef('i.record_id', '=', 'r.id'),
    )
    .where('i.person_id', '=', personId)
    .where('i.because', '=', 'named')
    .where('r.kind', 'like', 'sent\\_letter\\_%')
    .where('r.state', '<>', 'voided')
    .orderBy('r.opened_at', 'desc')
    .orderBy('r.id')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    school: row.school,
    writtenAt: Temporal.Instant.from(row.opened_at),
  }))
}

// Row policies keep it to the letters of this person and of the cases that they see.
const lettersSeen = (tx: Tx) =>
  tx
    .selectFrom('app.record as r')
    .innerJoin('app.record_detail as d', (join) =>
      join.onRef('d.organisation_id', '=', 'r.organisation_id').onRef('d.record_id', '=', 'r.id'),
    )
    .innerJoin('app.school as s', (join) =>
      join.onRef('s.organisation_id', '=', 'r.organisation_id').onRef('s.id', '=', 'r.school_id'),
    )
    .select(['r.id', 'r.kind', 'r.reference', 'r.opened_at', 'd.title', 'd.fields', 's.name as school'])
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
