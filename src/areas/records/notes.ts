import { writeNotices } from '#areas/notices/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import { personOf } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import type { Field } from '#pack/types/field.ts'
import type { Sight } from '#pack/types/sight.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { sayValue } from './forms/field-view.ts'
import type { SightFacts } from './sight.ts'

/** One field as its reader is told it. */
export interface NoteLine {
  readonly id: string
  readonly asks: string
  readonly says: string
}

interface Reader {
  readonly readerId: string
  readonly pupilId: string | null
}

/** Where somebody reads what they were told of a record: this page shows the note and nothing else of the case. */
const noteHref = (id: string): string => `/notes/${id}`

/**
 * Tells the readers of one line of sight the fields that it allows, and nothing else. A class teacher is told of their own
 * pupil, and a parent of their own child, once something has been written for them; a note that says the same again is not written. Runs as the system.
 */
export async function writeNotes(tx: Tx, policy: PolicyInForce, facts: SightFacts, line: Sight): Promise<void> {
  if (typeof line.sees !== 'object') return
  const fields = fieldsIn(policy, facts.kind, line.sees.only)
  if (!somethingWritten(fields, facts, line)) return
  const lines = fields.flatMap((field) => {
    const says = sayValue(policy.pack, field, facts.values[field.id])
    return says === '' ? [] : [{ id: field.id, asks: textOf(field.asks), says }]
  })
  if (lines.length === 0) return
  const fresh = await untold(tx, facts.id, readersOf(facts, line), lines)
  if (fresh.length === 0) return
  const notes = fresh.map((reader) => ({ ...reader, id: newId(contextOf(tx).clock) }))
  await insertNotes(tx, facts.id, notes, lines, line)
  await writeNotices(
    tx,
    notes.map((note) => ({
      readerId: note.readerId,
      code: 'record.note',
      says: saysOf(note, line),
      href: noteHref(note.id),
      subject: { kind: 'record_notice', id: note.id },
      party: line.who.startsWith('party/') ? line.who : null,
      clauses: [],
      urgent: false,
    })),
  )
  recordEvent(tx, {
    code: `${facts.kind}.note_written`,
    subject: { kind: 'record', id: facts.id },
    recordId: facts.id,
    policyVersionId: policy.id,
    clauses: fields.flatMap((field) => field.clauses),
    details: { readers: fresh, fields: lines.map((one) => one.id) },
  })
}

function saysOf(note: Reader, line: Sight): string {
  if (note.pupilId === null) return 'Something you need to know'
  return line.who === 'parents'
    ? 'Something you need to know about your child'
    : 'Something you need to know about one of your pupils'
}

const fieldsIn = (policy: PolicyInForce, kind: string, ids: readonly string[]): Field[] =>
  (policy.pack.records[kind]?.fields ?? []).filter((field) => ids.includes(field.id))

// Fields that need not be filled in are written for this reader: while they are empty there is nothing to tell.
function somethingWritten(fields: readonly Field[], facts: SightFacts, line: Sight): boolean {
  const written = fields.filter((field) => !field.required)
  if ((line.which !== 'own_pupils' && line.who !== 'parents') || written.length === 0) return true
  return written.some((field) => {
    const value = facts.values[field.id]
    return value !== undefined && value !== null && value !== ''
  })
}

function readersOf(facts: SightFacts, line: Sight): Reader[] {
  const open = (person: string) => !facts.walled.includes(person)
  if (line.who === 'class_teachers')
    return [...facts.seen.teachers].flatMap(([pupilId, teachers]) =>
      teachers.filter(open).map((readerId) => ({ readerId, pupilId })),
    )
  if (line.who === 'parents') {
    // A parent who has a part in it themselves hears of it from whoever handles it.
    const inIt = new Set(facts.people.map((one) => one.personId))
    return [...facts.seen.parents].flatMap(([pupilId, parents]) =>
      parents.filter((person) => open(person) && !inIt.has(person)).map((readerId) => ({ readerId, pupilId })),
    )
  }
  const people = line.who === 'opener' ? [facts.openedBy ?? ''] : (facts.seen.posts[line.who] ?? [])
  return people.filter((person) => person !== '' && open(person)).map((readerId) => ({ readerId, pupilId: null }))
}

async function untold(tx: Tx, recordId: string, readers: readonly Reader[], lines: readonly NoteLine[]) {
  const known = await tx
    .selectFrom('app.record_notice')
    .select(['reader_id', 'pupil_id', 'lines'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .orderBy('written_at')
    .orderBy('id')
    .execute()
  const last = new Map(known.map((row) => [`${row.reader_id} ${row.pupil_id ?? ''}`, textOfLines(row.lines)]))
  const now = textOfLines(lines)
  return readers.filter((one) => last.get(`${one.readerId} ${one.pupilId ?? ''}`) !== now)
}

// The database keeps the keys of an object in an order of its own.
const textOfLines = (lines: unknown): string =>
  Array.isArray(lines) ? lines.map((one: NoteLine) => `${one.id}\u0000${one.asks}\u0000${one.says}`).join('\u0001') : ''

async function insertNotes(
  tx: Tx,
  recordId: string,
  notes: readonly (Reader & { readonly id: string })[],
  lines: readonly NoteLine[],
  line: Sight,
): Promise<void> {
  const { actor } = contextOf(tx)
  await tx
    .insertInto('app.record_notice')
    .values(
      notes.map((note) => ({
        organisation_id: actor.organisationId,
        id: note.id,
        record_id: recordId,
        reader_id: note.readerId,
        pupil_id: note.pupilId,
        says: saysOf(note, line),
        lines: JSON.stringify(lines),
        written_at: nowText(tx),
        written_by: personOf(actor),
      })),
    )
    .execute()
}
