import { sql } from 'kysely'
import type { PolicyInForce } from '#areas/policy/index.ts'
import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { endOfField } from '#pack/engines/actions/ends.ts'
import { holderOf } from '#pack/engines/actions/held-record.ts'
import type { RunEffect } from '#pack/engines/flow/effects.ts'
import type { Run } from '#pack/engines/flow/run.ts'
import { EVIDENCE } from '#pack/types/effect.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, enqueue } from '#platform/database/tx.ts'
import { askToDo } from './ask-to-do.ts'
import { keepLasting, type Lasts, releaseThing } from './lasting.ts'
import { putOnList, takeOffList } from './put-on-list.ts'
import { startThing } from './start.ts'
import { whom } from './whom.ts'
import { writeLetter } from './write-letter.ts'

/** The record in which an effect is carried out. */
export interface CarriedIn {
  readonly id: string
  readonly kind: string
  readonly school_id: string
  readonly circle: string
  readonly opened_by: string | null
}

/** One effect on its way. */
export interface Carrying {
  readonly policy: PolicyInForce
  readonly record: CarriedIn
  readonly run: Run
  readonly due: RunEffect
  /** The fields of the record and of the branch. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly calendar: SchoolCalendar
}

/** Carries one effect out. Runs as the system; twice changes nothing. */
export async function carryOne(tx: Tx, carrying: Carrying): Promise<void> {
  const { due, record, fields } = carrying
  const { effect } = due
  if ('notify' in effect)
    return enqueue(tx, 'record_effect', { recordId: record.id, key: due.key, effect, branch: due.branch })
  if ('start' in effect) return startThing(tx, carrying, effect.start)
  if ('set' in effect) return setField(tx, record.id, effect.set, effect.to)
  if ('lock' in effect)
    return effect.lock === 'files' ? lockFiles(tx, record.id) : lasts(tx, carrying, 'lock', effect.lock)
  if ('close' in effect) return lasts(tx, carrying, 'close', effect.close)
  if ('open' in effect) return lasts(tx, carrying, 'open', effect.open)
  if ('lend' in effect) return holdThing(tx, carrying, 'lend', effect.lend)
  if ('hold' in effect) return holdThing(tx, carrying, 'hold', effect.hold)
  if ('release' in effect)
    return effect.release === EVIDENCE
      ? releaseThing(tx, EVIDENCE, record.id)
      : releaseThing(tx, thingIn(fields, effect.release), null)
  if ('letter' in effect) return writeLetter(tx, carrying, effect)
  if ('list' in effect) return putOnList(tx, carrying, effect.list)
  if ('unlist' in effect) return takeOffList(tx, carrying, effect.unlist)
}

/** What holds for people until something ends it; a post that holds it elsewhere is asked to set it there. */
async function lasts(tx: Tx, carrying: Carrying, does: Lasts, target: string): Promise<void> {
  const { policy, record, run, due, fields, calendar } = carrying
  const { effect } = due
  const people = target === 'record' ? [] : whom(record, run, due)
  const until = 'until' in effect && effect.until !== undefined ? endOfField(fields[effect.until], calendar) : null
  const keep = (personId: string | null) =>
    keepLasting(tx, {
      recordId: record.id,
      schoolId: record.school_id,
      key: personId === null ? due.key : `${due.key}~${personId}`,
      does,
      target,
      personId,
      until,
    })
  if (target === 'record') return keep(null)
  for (const person of people) await keep(person)
  const holder = holderOf(policy.pack, effect)
  // Nobody could be told from the case: then somebody has to say whom it is for, and do it.
  if (holder !== null || people.length === 0) await askToDo(tx, carrying, holder, people)
}

const holdThing = (tx: Tx, { record, due, fields }: Carrying, does: 'lend' | 'hold', field: string): Promise<void> =>
  keepLasting(tx, {
    recordId: record.id,
    schoolId: record.school_id,
    key: due.key,
    does,
    target: field === EVIDENCE ? EVIDENCE : thingIn(fields, field),
    personId: null,
    until: null,
  })

/** The thing that a field names: another record by its id, or words. */
const thingIn = (fields: Readonly<Record<string, unknown>>, field: string): string => {
  const value = fields[field]
  return typeof value === 'string' && value !== '' ? value : field
}

async function lockFiles(tx: Tx, recordId: string): Promise<void> {
  await tx
    .updateTable('app.record')
    .set({ files_locked: true })
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', recordId)
    .execute()
}

async function setField(tx: Tx, recordId: string, field: string, to: unknown): Promise<void> {
  await tx
    .updateTable('app.record_detail')
    .set({ fields: sql<string>`fields || ${JSON.stringify({ [field]: to })}::jsonb` })
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .execute()
}
