import { policyInForce, readSettings, textOf } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { mayOpen } from './acting-as.ts'
import { clausesOfKind } from './clauses-of-kind.ts'
import { sourcesOf } from './entries/seeded.ts'
import { entryFields } from './forms/form-fields.ts'
import { listRecords, type RecordFilter } from './queries/list-records.ts'
import { namedInFields } from './queries/named-in-fields.ts'
import { namesOf } from './queries/read-case.ts'
import { searchRecords } from './queries/search-records.ts'
import { columnsOf } from './register-columns.ts'
import { isRegister } from './register-paths.ts'

/**
 * A page of a register with what its columns say.
 * @throws NotFound when the policy in force has no such register.
 */
export async function readRegister(tx: Tx, actor: PersonActor, filter: RecordFilter) {
  const policy = await policyInForce(tx)
  const record = policy.pack.records[filter.kind]
  if (record === undefined || !isRegister(filter.kind)) throw new NotFound('register.missing')
  const search = filter.words === '' ? null : await searchRecords(tx, filter.kind, filter.words)
  const rows = await listRecords(tx, { ...filter, found: search?.ids })
  const { zone } = await readSettings(tx)
  const sources = await sourcesOf(tx, record.entries.length === 0 ? [] : rows.map((row) => row.id))
  const openers = await namesOf(
    tx,
    rows.map((row) => row.openedBy),
  )
  const named = await namedInFields(
    tx,
    entryFields(policy.pack, filter.kind),
    rows.map((row) => row.fields),
  )
  return {
    policy,
    zone,
    rows,
    /** What the words came to: asked once, for the list and its counts. */
    search,
    says: textOf(record.plural ?? record.says),
    one: textOf(record.says),
    clauses: clausesOfKind(policy.pack, filter.kind),
    columns: columnsOf(filter.kind, { policy, named: new Map([...openers, ...named]), zone, sources }),
    mayOpen: await mayOpen(tx, policy, actor.personId, filter.kind),
  }
}
