import { readCalendar } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import type { FlowContext } from '#pack/engines/flow/run.ts'
import type { World } from '#pack/engines/judges.ts'
import { flowJudge } from '#pack/engines/judges.ts'
import type { Values } from '#pack/expressions/evaluate.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { childrenIn } from './contacts/children.ts'
import { agreedNow } from './queries/agreed-now.ts'
import { functionsAsked } from './queries/functions-asked.ts'
import { knownOfPeople } from './queries/known-of-people.ts'
import { signedNow } from './queries/signed-now.ts'

/** The record whose steps are judged. */
export interface JudgedRecord {
  readonly id: string
  readonly school_id: string
}

/** What the engine is given beside pack and run: the school's days, and who decides expressions from the record's own fields. */
export async function flowContext(tx: Tx, policy: PolicyInForce, record: JudgedRecord): Promise<FlowContext> {
  const values = await recordValues(tx, record.id)
  const judge = flowJudge(policy.pack, values, await worldOf(tx, policy.pack, record.id))
  const children = await childrenIn(tx, policy.pack, record.id)
  const known = await knownOfPeople(tx, policy.pack, record.id)
  return {
    calendar: await readCalendar(tx, record.school_id),
    judge,
    rows: {},
    values,
    children,
    ...(known === undefined ? {} : { known }),
  }
}

/** A record as an expression sees it: its fields, its kind and state, who opened it. Whoever may not read them knows nothing. */
export async function recordValues(tx: Tx, recordId: string): Promise<Values> {
  const row = await tx
    .selectFrom('app.record as r')
    .innerJoin('app.record_detail as d', (join) =>
      join.onRef('d.organisation_id', '=', 'r.organisation_id').onRef('d.record_id', '=', 'r.id'),
    )
    .select(['r.category', 'r.state', 'r.opened_by', 'd.fields'])
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('r.id', '=', recordId)
    .executeTakeFirst()
  if (row === undefined) return {}
  const fields = typeof row.fields === 'object' && row.fields !== null && !Array.isArray(row.fields) ? row.fields : {}
  return {
    ...(row.category === null ? {} : { kind: row.category }),
    ...fields,
    state: row.state,
    ...(row.opened_by === null ? {} : { opener: { id: row.opened_by } }),
  }
}

/** What an expression may ask of the school: who holds which post now, who has signed what. The rest is unknown and lets nothing pass. */
export async function worldOf(tx: Tx, pack: Pack, recordId: string | null): Promise<World> {
  const asked = functionsAsked(pack)
  return {
    ...(asked.holds ? { holds: await holdsNow(tx) } : {}),
    ...(asked.signed ? { signed: await signedNow(tx, pack, recordId) } : {}),
    ...(asked.agreed ? { agreed: await agreedNow(tx, pack, { recordId }) } : {}),
  }
}

async function holdsNow(tx: Tx): Promise<NonNullable<World['holds']>> {
  const rows = await tx
    .selectFrom('app.post_holder')
    .select(['person_id', 'post'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('until_on', 'is', null)
    .execute()
  const held = new Set(rows.map((row) => `${row.person_id} party/${row.post}`))
  return (person, party) => held.has(`${person} ${party}`)
}
