import { textOf } from '#areas/policy/index.ts'
import { partsOf } from '#pack/types/parts.ts'
import type { RecordKind } from '#pack/types/record.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { endSteps } from '../commands/end-record.ts'
import { askToDo } from './ask-to-do.ts'
import type { Carrying } from './carry-one.ts'
import { keepLasting } from './lasting.ts'
import { openIfLet } from './open-if-let.ts'
import { whom } from './whom.ts'

/**
 * Enters those whom an effect is for in a register of the policy. A register that asks more than a name, or nobody who could
 * be told from the case: then whoever handles it enters them. Runs as the system.
 */
export async function putOnList(tx: Tx, carrying: Carrying, ref: string): Promise<void> {
  const { policy, record, run, due } = carrying
  const kind = partsOf(ref)?.id ?? ''
  const register = policy.pack.records[kind]
  const people = whom(record, run, due)
  const part = register === undefined ? undefined : partForAnybody(register)
  if (register === undefined || part === undefined || people.length === 0) return askToDo(tx, carrying, null, people)
  for (const personId of people) {
    const key = `${due.key}~${personId}`
    const entry = {
      kind,
      schoolId: record.school_id,
      title: textOf(register.says).slice(0, 200),
      category: null,
      occurredAt: null,
      fields: {},
      people: [{ part, personId, described: null }],
    }
    if (!(await openIfLet(tx, carrying, entry, key))) continue
    await keepLasting(tx, {
      recordId: record.id,
      schoolId: record.school_id,
      key,
      does: 'list',
      target: ref,
      personId,
      until: null,
    })
  }
}

// The first part, where a name is all that the register needs to know.
const partForAnybody = ({ fields, about, parts }: RecordKind): string | undefined =>
  about.length > 0 || fields.some((field) => field.required && (field.parts ?? []).length === 0)
    ? undefined
    : parts[0]?.id

/** Takes those whom an effect is for off a register: their open entries are closed. Runs as the system. */
export async function takeOffList(tx: Tx, carrying: Carrying, ref: string): Promise<void> {
  const people = whom(carrying.record, carrying.run, carrying.due)
  if (people.length === 0) return askToDo(tx, carrying, null, [])
  await closeEntriesOf(tx, ref, people, carrying.record.id)
}

/** Closes the open entries of people in a register, because of a record. Runs as the system. */
export async function closeEntriesOf(tx: Tx, ref: string, people: readonly string[], because: string): Promise<void> {
  const kind = partsOf(ref)?.id ?? ''
  const { organisationId } = contextOf(tx).actor
  const rows = await tx
    .selectFrom('app.record as r')
    .innerJoin('app.record_person as p', (join) =>
      join.onRef('p.organisation_id', '=', 'r.organisation_id').onRef('p.record_id', '=', 'r.id'),
    )
    .select('r.id')
    .distinct()
    .where('r.organisation_id', '=', organisationId)
    .where('r.kind', '=', kind)
    .where('r.state', '=', 'open')
    .where('p.removed_at', 'is', null)
    .where('p.person_id', 'in', [...people])
    .execute()
  for (const { id } of rows) {
    await endSteps(tx, id, 'closed')
    recordEvent(tx, {
      code: `${kind}.taken_off`,
      subject: { kind: 'record', id },
      recordId: id,
      details: { because },
    })
  }
}
