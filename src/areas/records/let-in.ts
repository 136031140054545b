import { sql } from 'kysely'
import { holdersAt } from '#areas/notices/index.ts'
import { awayToday } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { actingFor } from '#pack/engines/audience/stand-ins.ts'
import type { Taken } from '#pack/engines/flow/answer.ts'
import { chartOf, idOf } from '#pack/engines/flow/chart.ts'
import type { OpenStep } from '#pack/engines/flow/open.ts'
import type { Pack } from '#pack/types/pack.ts'
import { membersOf } from '#pack/types/parts.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { askedOf, asksEach } from './asked-of.ts'
import { inCaseHolders, isInCase } from './in-case.ts'
import { wallsOf } from './queries/walls-of.ts'

type Because = 'sight' | 'step'

/** Lets exactly these people in for one reason, and ends it for everybody else who was let in for it. Runs as the system. */
export async function letIn(tx: Tx, recordId: string, because: Because, people: readonly string[]): Promise<void> {
  const { organisationId } = contextOf(tx).actor
  await tx
    .updateTable('app.record_reader')
    // The clock of the program may run ahead of the database's, which the row policies ask.
    .set({ until: sql<string>`least(${nowText(tx)}::timestamptz, now())` })
    .where('organisation_id', '=', organisationId)
    .where('record_id', '=', recordId)
    .where('because', '=', because)
    .where('until', 'is', null)
    .$if(people.length > 0, (query) => query.where('person_id', 'not in', [...people]))
    .execute()
  if (people.length === 0) return
  await tx
    .insertInto('app.record_reader')
    .values(
      people.map((personId) => ({
        organisation_id: organisationId,
        record_id: recordId,
        person_id: personId,
        because,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'record_id', 'person_id', 'because']).doUpdateSet({ until: null }),
    )
    .execute()
}

/**
 * Lets those in whom an open step asks for and whom nobody of the circle can take the place of (the network manager, to
 * disable an account), for as long as it is open: nobody can do what they cannot see. Runs as the system.
 */
export async function letInByStep(
  tx: Tx,
  policy: PolicyInForce,
  record: { readonly id: string; readonly school_id: string; readonly opened_by: string | null },
  taken: Pick<Taken, 'open' | 'ended'>,
): Promise<void> {
  const steps = taken.ended ? [] : taken.open.filter((step) => !step.early)
  if (steps.length === 0) return letIn(tx, record.id, 'step', [])
  const holders = await holdersAt(tx, record.school_id)
  const situation = { keptOut: await wallsOf(tx, record.id), away: await awayToday(tx) }
  const circle = new Set((await circlePosts(tx, record.id)).flatMap((post) => holders[`party/${post}`] ?? []))
  const meantBy = (step: OpenStep) => [...askedOf(policy.pack, step), ...secondsOf(policy.pack, step)]
  const asksInCase = steps.flatMap(meantBy).some((party) => isInCase(policy.pack, party))
  const inCase = asksInCase ? await inCaseHolders(tx, policy, record.id) : NOBODY
  const people = steps.flatMap((step) => {
    const asked = askedOf(policy.pack, step)
    const posts = asked.flatMap((party) => appointed(policy.pack, party))
    const opener = asked.includes('opener') && record.opened_by !== null ? [[record.opened_by]] : []
    const named = meantBy(step)
      .flatMap((party) => inCase.get(party) ?? [])
      .filter((one) => !situation.keptOut.includes(one))
    const acting = [...posts.map((post) => actingFor(policy.pack, post, holders, situation).people), ...opener]
    const each = asksEach(step.by)
    const inCircle = (some: readonly string[]) => some.some((person) => circle.has(person))
    const own = named.filter((person) => !circle.has(person))
    // Whoever the case itself names is meant in person: nobody of the circle takes their place.
    if (!each && acting.some(inCircle)) return own
    return [...acting.filter((some) => !inCircle(some)).flat(), ...own]
  })
  return letIn(tx, record.id, 'step', [...new Set(people)])
}

const NOBODY: ReadonlyMap<string, readonly string[]> = new Map()

// The second of two people may be anybody who does the whole procedure.
const secondsOf = (pack: Pack, step: OpenStep): readonly string[] =>
  step.stillNeeds.includes('second_person') ? membersOf(chartOf(pack, step.chart).by ?? []) : []

// A relation (the line manager of somebody) falls to whoever the policy names else.
const APPOINTED: ReadonlySet<string> = new Set(['post', 'group', 'relation'])

/** Those whom the school appoints for a party: a post, a group, and a body with the group that makes it up. */
function appointed(pack: Pack, ref: string): string[] {
  const party = pack.parties[idOf(ref)]
  if (party?.kind === 'body') return party.members === undefined ? [ref] : [ref, party.members]
  return party !== undefined && APPOINTED.has(party.kind) ? [ref] : []
}

async function circlePosts(tx: Tx, recordId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('app.record as r')
    .innerJoin('app.circle_post as c', (join) =>
      join
        .onRef('c.organisation_id', '=', 'r.organisation_id')
        .onRef('c.policy_version_id', '=', 'r.policy_version_id')
        .on(sql<boolean>`c.circle = split_part(r.circle, ':', 1)`),
    )
    .select('c.post')
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('r.id', '=', recordId)
    .where('c.reach', '=', 'all')
    .execute()
  return rows.map((row) => row.post)
}
