import { sql } from 'kysely'
import type { PersonActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import type { RecordHome } from '../home.ts'
import { assignedNow } from './assigned.ts'
import { givenNow } from './given-now.ts'
import { handlesAs } from './handles-as.ts'
import type { Got } from './tell-who-got.ts'
import { tellWhoGot } from './tell-who-got.ts'

/** Some records, and who is to look after them from now on: one of their handlers, or nobody in particular. */
export interface GiveRecords {
  readonly kind: string
  /** Where they stand, for what is said to whoever gets them. */
  readonly home: RecordHome
  readonly ids: readonly string[]
  readonly personId: string | null
}

/** What became of it: how many changed hands, and how many did not because that person may not have them. */
export interface GivenRecords {
  readonly given: number
  readonly refused: number
}

/**
 * Gives open records to one of those who handle them. Left out are those that the one who gives does not handle, and those
 * that the other may not have: who is in a record or walled off from it is never given it, and the row policy refuses it too.
 */
export async function giveRecords(tx: Tx, actor: PersonActor, input: GiveRecords): Promise<GivenRecords> {
  const { kind, ids, personId } = input
  const handled = await handlesAs(tx, actor.personId, await lockOpen(tx, kind, ids))
  const fit = personId === null ? handled : await mayHave(tx, personId, await handlesAs(tx, personId, handled))
  const now = await assignedNow(
    tx,
    fit.map((one) => one.id),
  )
  const changing = fit.filter((one) => (now.get(one.id)?.personId ?? null) !== personId)
  const changed = await mark(tx, changing, personId !== null)
  await endCurrent(tx, actor, changed)
  if (personId !== null) await write(tx, actor, changed, personId)
  for (const one of changed)
    recordEvent(tx, {
      code: `${kind}.given`,
      subject: { kind: 'record', id: one.id },
      recordId: one.id,
      policyVersionId: one.policy_version_id,
      details: { to: personId, before: now.get(one.id)?.personId ?? null },
    })
  if (personId !== null && personId !== actor.personId)
    await tellWhoGot(tx, actor, personId, gotRecords(input.home, kind, changed))
  return { given: changed.length, refused: ids.length - fit.length }
}

const gotRecords = (home: RecordHome, kind: string, records: readonly Giving[]): Got => ({
  kind: 'record',
  ids: records.map(({ id }) => id),
  one: { noun: `${home.noun} ${records[0]?.reference}`, href: home.paths.show.to(records[0]?.id ?? '') },
  several: { noun: `${records.length} ${home.noun}s`, href: `${home.list(kind)}?view=mine` },
})

/**
 * Gives one record to somebody.
 * @throws Refused where they may not have it, or the one who gives does not handle it.
 */
export async function giveRecord(
  tx: Tx,
  actor: PersonActor,
  { id, ...input }: Omit<GiveRecords, 'ids'> & { readonly id: string },
): Promise<void> {
  const { refused } = await giveRecords(tx, actor, { ...input, ids: [id] })
  if (refused > 0)
    throw new Refused(
      'record.give.not_theirs',
      'It can be given only to somebody who handles it and is not in it, by somebody who handles it, while it is open.',
    )
}

type Giving = Awaited<ReturnType<typeof lockOpen>>[number]

// In one order always, so that two who choose the same ones wait for each other.
const lockOpen = (tx: Tx, kind: string, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .selectFrom('app.record as r')
        .select(['r.id', 'r.kind', 'r.reference', 'r.school_id', 'r.circle', 'r.policy_version_id'])
        .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
        .where('r.id', 'in', [...ids])
        .where('r.kind', '=', kind)
        .where('r.state', '=', 'open')
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('app.record_detail as d')
              .select('d.record_id')
              .whereRef('d.organisation_id', '=', 'r.organisation_id')
              .whereRef('d.record_id', '=', 'r.id'),
          ),
        )
        .orderBy('r.id')
        .forUpdate()
        .execute()

async function mayHave(tx: Tx, personId: string, records: readonly Giving[]): Promise<Giving[]> {
  if (records.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id from unnest(${records.map((one) => one.id)}::uuid[]) as id
     where app.may_be_given_record(id, ${personId}::uuid)`.execute(tx)
  const may = new Set(rows.map((row) => row.id))
  return records.filter((one) => may.has(one.id))
}

/** Those that this person may change: whoever reads a record in an emergency changes nothing of it. */
async function mark(tx: Tx, records: readonly Giving[], given: boolean): Promise<Giving[]> {
  if (records.length === 0) return []
  const rows = await tx
    .updateTable('app.record')
    .set({ given })
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where(
      'id',
      'in',
      records.map((one) => one.id),
    )
    .returning('id')
    .execute()
  const changed = new Set(rows.map((row) => row.id))
  return records.filter((one) => changed.has(one.id))
}

async function endCurrent(tx: Tx, actor: PersonActor, records: readonly Giving[]): Promise<void> {
  if (records.length === 0) return
  await tx
    .updateTable('app.record_assignment')
    .set({ ended_by: actor.personId, ended_at: nowText(tx) })
    .where('organisation_id', '=', actor.organisationId)
    .where(
      'record_id',
      'in',
      records.map((one) => one.id),
    )
    .where('ended_at', 'is', null)
    .execute()
}

async function write(tx: Tx, actor: PersonActor, records: readonly Giving[], personId: string): Promise<void> {
  if (records.length === 0) return
  await tx
    .insertInto('app.record_assignment')
    .values(records.map((one) => ({ ...givenNow(tx, actor, personId), record_id: one.id })))
    .execute()
}
