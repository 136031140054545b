import { sql } from 'kysely'
import { policyInForceOrNone, policyVersion } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { replay } from '#pack/engines/flow/replay.ts'
import type { FlowContext, Run } from '#pack/engines/flow/run.ts'
import type { FlowState } from '#pack/engines/flow/state.ts'
import { dueToTell, type Telling, tellingsTaken } from '#pack/engines/flow/tells.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import { actingAs } from '../acting-as.ts'
import { assignedNow } from '../assign/assigned.ts'
import { flowContext } from '../flow-context.ts'
import { followersOf } from '../queries/origin.ts'
import { namesOf } from '../queries/read-case.ts'
import { loadRun } from '../run-store.ts'
import { stillOwed } from './owed.ts'
import { abouts, sayTelling } from './party-asks.ts'
import { readContacts } from './read-contacts.ts'
import { tellsOfKind } from './tells-of-kind.ts'

/** Somebody who is still to be told, or not and why, before a record can be closed whose steps are all taken. */
export interface Owed {
  readonly recordId: string
  readonly kind: string
  readonly reference: string
  readonly title: string
  readonly telling: Telling
  readonly who: string
  readonly dueAt: Temporal.Instant | null
}

interface Candidate {
  readonly id: string
  readonly kind: string
  readonly circle: string
  readonly opened_by: string | null
  readonly policy_version_id: string
  readonly school_id: string
  readonly reference: string
  readonly title: string
}

const MOST = 50

/**
 * Whom the person who acts has to tell in records in which no step is open any more: those that they were given, or handle
 * while nobody was given them. Only of children who were named late, which no step asks for.
 */
export async function owedToTell(tx: Tx, actor: PersonActor): Promise<Owed[]> {
  const found: Owed[] = []
  const records = await candidates(tx)
  const assigned = await assignedNow(
    tx,
    records.map((one) => one.id),
  )
  for (const record of records) {
    const given = assigned.get(record.id)?.personId
    const policy = await policyVersion(tx, record.policy_version_id, record.school_id)
    const acted = { id: record.id, kind: record.kind, circle: record.circle, openedBy: record.opened_by }
    const mine =
      given === undefined
        ? (await actingAs(tx, policy, actor.personId, acted)).includes('handler')
        : given === actor.personId
    if (!mine) continue
    const run = await loadRun(tx, record.id)
    const context = await flowContext(tx, policy, record)
    const state = replay(policy.pack, run, context)
    const taken = tellingsTaken(state, context.children ?? [])
    const follows = await asSystem(tx, () => followersOf(tx, record.id))
    const contacts = await asSystem(tx, () => readContacts(tx, [record.id, ...follows.map(({ id }) => id)]))
    const owed = stillOwed(taken, contacts)
    const names = await namesOf(tx, abouts(owed))
    for (const telling of owed)
      found.push({
        recordId: record.id,
        kind: record.kind,
        reference: record.reference,
        title: record.title,
        telling,
        who: sayTelling(policy, telling, names),
        dueAt: await dueOf(tx, record.id, telling, { state, run, context }),
      })
  }
  return found
}

async function dueOf(
  tx: Tx,
  recordId: string,
  telling: Telling,
  { state, run, context }: { state: FlowState; run: Run; context: FlowContext },
): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{ added_at: string }>`
    select k.added_at from app.record_person k
     where k.organisation_id = ${contextOf(tx).actor.organisationId} and k.record_id = ${recordId} and k.removed_at is null
       and coalesce(k.person_id::text, 'described:' || k.described) = ${telling.about}
     order by k.added_at, k.id limit 1`.execute(tx)
  const [named] = rows
  return named === undefined ? null : dueToTell(telling, Temporal.Instant.from(named.added_at), state, run, context)
}

/** Records in which no step is open and somebody is named about whom no parent was told. Found as the system, by id alone; row policies say which of them may be read. */
async function candidates(tx: Tx): Promise<Candidate[]> {
  const { organisationId } = contextOf(tx).actor
  const policy = await policyInForceOrNone(tx)
  if (policy === null) return []
  const kinds = Object.keys(policy.pack.records).filter((kind) => tellsOfKind(policy.pack, kind).includes('parents'))
  const ids = await asSystem(tx, async () => {
    const { rows } = await sql<{ id: string }>`
      select r.id from app.record r
       where r.organisation_id = ${organisationId} and r.state = 'open' and r.kind = any (${kinds}::text[])
         and not exists (select 1 from app.record_step s where s.organisation_id = r.organisation_id and s.record_id = r.id)
         and exists (select 1 from app.record_person k
               where k.organisation_id = r.organisation_id and k.record_id = r.id and k.removed_at is null
                 and not exists (select 1 from app.record_contact c
                       where c.organisation_id = k.organisation_id and c.record_id = k.record_id and c.party = 'parents'
                         and c.about = coalesce(k.person_id::text, 'described:' || k.described)))`.execute(tx)
    return rows.map((row) => row.id)
  })
  if (ids.length === 0) return []
  const { rows } = await sql<Candidate>`
    select r.id, r.kind, r.circle, r.opened_by, r.policy_version_id, r.school_id, r.reference, d.title
      from app.record r
      join app.record_detail d on d.organisation_id = r.organisation_id and d.record_id = r.id
     where r.organisation_id = ${organisationId} and r.id = any (${ids}::uuid[])
     order by r.opened_at, r.id limit ${MOST}`.execute(tx)
  return rows
}
