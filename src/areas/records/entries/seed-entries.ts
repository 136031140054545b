import { readSchools } from '#areas/people/index.ts'
import { type PolicyInForce, policyInForce, policyInForceOrNone } from '#areas/policy/index.ts'
import type { SystemActor } from '#core/actor.ts'
import { entryTitle } from '#pack/engines/entries/entry-title.ts'
import { type EntryChange, type EntryContent, planEntries } from '#pack/engines/entries/plan-entries.ts'
import type { RecordKind } from '#pack/types/record.ts'
import type { Tx } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { endSteps } from '../commands/end-record.ts'
import { openRecord } from '../commands/open-record.ts'
import { changeSeeded, keepSeeded, readSeeded, type SeededRow } from './seeded.ts'

/** Brings the entries of the policy in force into the registers of every school; twice changes nothing. Run as the system. */
export async function seedEntries(tx: Tx, actor: SystemActor): Promise<void> {
  if ((await policyInForceOrNone(tx)) === null) return
  for (const school of await readSchools(tx)) {
    const policy = await policyInForce(tx, school.id)
    const before = await readSeeded(tx, school.id)
    const kinds = new Set([
      ...before.map((one) => one.kind),
      ...Object.entries(policy.pack.records).flatMap(([kind, record]) => (record.entries.length > 0 ? [kind] : [])),
    ])
    for (const kind of kinds) await seedKind(tx, actor, { policy, schoolId: school.id, kind, before })
  }
}

interface Seeding {
  readonly policy: PolicyInForce
  readonly schoolId: string
  readonly kind: string
  readonly before: readonly SeededRow[]
}

async function seedKind(tx: Tx, actor: SystemActor, seeding: Seeding): Promise<void> {
  const own = seeding.before.filter((one) => one.kind === seeding.kind)
  const wanted = contentsOf(seeding.policy.pack.records[seeding.kind])
  for (const change of planEntries(own, wanted))
    await carryOut(
      tx,
      actor,
      seeding,
      change,
      own.find((one) => one.id === change.id),
    )
}

const contentsOf = (record: RecordKind | undefined): ReadonlyMap<string, EntryContent> =>
  new Map(
    record?.entries.map((one) => [one.id, { title: entryTitle(record, one.fields), fields: one.fields }] as const),
  )

async function carryOut(
  tx: Tx,
  actor: SystemActor,
  { policy, schoolId, kind }: Seeding,
  change: EntryChange,
  before: SeededRow | undefined,
): Promise<void> {
  if (change.does === 'add') {
    const { id } = await openRecord(tx, actor, {
      kind,
      schoolId,
      title: change.to.title.slice(0, 200),
      category: null,
      occurredAt: null,
      fields: change.to.fields,
      people: [],
    })
    return keepSeeded(tx, { schoolId, kind, entry: change.id, recordId: id, policyVersionId: policy.id }, change.to)
  }
  if (before === undefined) return
  if (change.does === 'change') await changeSeeded(tx, before.recordId, policy.id, change.to)
  else await endSteps(tx, before.recordId, 'closed')
  recordEvent(tx, {
    code: change.does === 'change' ? `${kind}.followed_policy` : `${kind}.left_policy`,
    subject: { kind: 'record', id: before.recordId },
    recordId: before.recordId,
    policyVersionId: policy.id,
    clauses: policy.pack.records[kind]?.clauses ?? [],
    details: {
      entry: change.id,
      ...(change.does === 'change' ? { title: change.to.title, fields: change.to.fields } : {}),
    },
  })
}
