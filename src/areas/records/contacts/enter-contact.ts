import { newId } from '#core/ids.ts'
import type { Telling } from '#pack/engines/flow/tells.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import type { Does, Way } from './contact.ts'

/** What somebody writes down about one telling, asking or answer. */
export interface Said {
  readonly at: Temporal.Instant
  readonly way: Way | null
  readonly spokeTo: string
  readonly reference: string
  readonly said: string
  readonly reply: string
  readonly chaseOn: Temporal.PlainDate | null
}

/** One line of a contact, ready to be written. */
export interface NewLine extends Telling {
  readonly id: string
  readonly recordId: string
  readonly threadId: string
  readonly line: number
  readonly does: Does
  readonly said: Said | null
  readonly because?: string
  readonly reason?: string
  readonly step?: string
}

/** The record that a contact belongs to. */
export interface ToldOf {
  readonly id: string
  readonly kind: string
  readonly policyVersionId: string
  readonly clauses: readonly string[]
}

/** The first line of a new contact. */
export function firstLine(tx: Tx, recordId: string, one: Telling, what: Partial<NewLine>): NewLine {
  const id = newId(contextOf(tx).clock)
  const { party, about } = one
  return { party, about, id, threadId: id, recordId, line: 0, does: 'told', said: null, ...what }
}

/** Writes a line down and notes it for the ledger. The caller has asked who may. */
export async function writeLine(tx: Tx, record: ToldOf, line: NewLine, enteredBy: string | null): Promise<void> {
  const { said } = line
  await asSystem(tx, () =>
    tx
      .insertInto('app.record_contact')
      .values({
        organisation_id: contextOf(tx).actor.organisationId,
        id: line.id,
        record_id: line.recordId,
        thread_id: line.threadId,
        line: line.line,
        does: line.does,
        party: line.party,
        about: line.about,
        step: line.step ?? null,
        way: said?.way ?? null,
        at: said?.at.toString() ?? nowText(tx),
        spoke_to: text(said?.spokeTo),
        reference: text(said?.reference),
        said: text(said?.said),
        reply: text(said?.reply),
        chase_on: said?.chaseOn?.toString() ?? null,
        because: text(line.because),
        reason: text(line.reason),
        entered_by: enteredBy,
        entered_at: nowText(tx),
      })
      .execute(),
  )
  recordEvent(tx, {
    code: `${record.kind}.${line.does}`,
    subject: { kind: 'record', id: record.id },
    recordId: record.id,
    policyVersionId: record.policyVersionId,
    clauses: record.clauses,
    details: {
      ...line,
      said: said === null ? null : { ...said, at: said.at.toString(), chaseOn: said.chaseOn?.toString() ?? null },
    },
  })
}

const text = (said: string | undefined): string | null =>
  said === undefined || said.trim() === '' ? null : said.trim()
