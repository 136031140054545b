import { sql } from 'kysely'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { circleAbout, circleInCase } from '#areas/policy/index.ts'
import { derivedFrom } from '#pack/engines/actions/kinds.ts'
import { flowJudge } from '#pack/engines/judges.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { endAssignments } from './assign/end-assignments.ts'
import { recordValues, worldOf } from './flow-context.ts'
import { followersOf, originOf } from './queries/origin.ts'
import { peopleNow } from './queries/people-now.ts'
import { wallsOf } from './queries/walls-of.ts'

interface Walled {
  readonly id: string
  readonly kind: string
  readonly school_id: string
  readonly circle: string
}

/**
 * Walls off everybody who is in a part that the pack keeps out, takes down the walls of those who were named by mistake,
 * and gives the record to the circle that may see it without them: when one of them holds a post that has somebody instead
 * (the head, and the chair of governors), to that one's. Runs as the system.
 */
export async function setWalls(tx: Tx, policy: PolicyInForce, record: Walled): Promise<void> {
  const origin = await originOf(tx, record.id)
  const circle = origin === null ? await ownWalls(tx, policy, record) : await inheritWalls(tx, record, origin)
  if (circle !== record.circle)
    await tx
      .updateTable('app.record')
      .set({ circle })
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .where('id', '=', record.id)
      .execute()
  await endAssignments(tx, record.id)
  // What follows from a case is as need-to-know as the case, also when somebody is named in it later.
  for (const one of await followersOf(tx, record.id)) await setWalls(tx, policy, one)
}

/** Gives a record whose kind is handled by different people in different cases to whoever handles this one. Runs as the system. */
export async function setCase(tx: Tx, policy: PolicyInForce, record: Walled): Promise<void> {
  if (!Array.isArray(policy.pack.records[record.kind]?.handled_by)) return
  const { circle } = await tx
    .selectFrom('app.record')
    .select('circle')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', record.id)
    .executeTakeFirstOrThrow()
  await setWalls(tx, policy, { ...record, circle })
}

/** What follows from a case stands behind its walls, in its circle. A register of the pack keeps a circle of its own. */
async function inheritWalls(tx: Tx, record: Walled, origin: { id: string; circle: string }): Promise<string> {
  const walled = await wallsOf(tx, origin.id)
  await raise(tx, record.id, walled)
  await lift(tx, record.id, walled)
  return derivedFrom(record.kind) === null ? record.circle : origin.circle
}

async function ownWalls(tx: Tx, policy: PolicyInForce, record: Walled): Promise<string> {
  const parts = new Set(
    (policy.pack.records[record.kind]?.parts ?? []).filter((part) => part.kept_out).map((part) => part.id),
  )
  const people = (await peopleNow(tx, record.id)).filter((person) => parts.has(person.part))
  const walled = [...new Set(people.map((person) => person.personId))]
  await raise(tx, record.id, walled)
  await lift(tx, record.id, walled)
  const apart = (await wallsOf(tx, record.id)).filter((person) => !walled.includes(person))
  const circle = await circleNow(tx, policy, record)
  return `${await circleWithout(tx, policy, { circle, schoolId: record.school_id }, { named: walled, apart })}:${record.school_id}`
}

/** Whose case it is by what its form says now: the usual circle, or that of whoever handles such a case. */
async function circleNow(tx: Tx, policy: PolicyInForce, { id, kind }: Walled): Promise<string> {
  if (!Array.isArray(policy.pack.records[kind]?.handled_by)) return circleAbout(policy.pack, kind, null)
  const judge = flowJudge(policy.pack, await recordValues(tx, id), await worldOf(tx, policy.pack, id))
  const people = (await peopleNow(tx, id)).map((one) => ({ person: one.personId, part: one.part }))
  const scope = { chart: `record/${kind}` as const, answers: {}, fields: {}, branch: null, people }
  return circleInCase(policy.pack, kind, (expression) => judge(expression, scope))
}

async function raise(tx: Tx, recordId: string, walled: readonly string[]): Promise<void> {
  if (walled.length === 0) return
  const { organisationId } = contextOf(tx).actor
  await tx
    .insertInto('app.record_wall')
    .values(
      walled.map((personId) => ({
        organisation_id: organisationId,
        record_id: recordId,
        person_id: personId,
        because: 'named',
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'record_id', 'person_id']).doUpdateSet({
        // A wall for a conflict of interest stays one: it does not fall when somebody was named by mistake.
        because: sql<string>`case when record_wall.lifted_at is null then record_wall.because else 'named' end`,
        lifted_at: null,
      }),
    )
    .execute()
}

async function lift(tx: Tx, recordId: string, walled: readonly string[]): Promise<void> {
  await tx
    .updateTable('app.record_wall')
    .set({ lifted_at: nowText(tx) })
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', '=', recordId)
    .where('because', '=', 'named')
    .where('lifted_at', 'is', null)
    .$if(walled.length > 0, (query) => query.where('person_id', 'not in', [...walled]))
    .execute()
}

/** Those who are walled off: named in the case, and kept apart from it for an interest of their own. */
interface Out {
  readonly named: readonly string[]
  readonly apart: readonly string[]
}

async function circleWithout(
  tx: Tx,
  policy: PolicyInForce,
  { circle: own, schoolId }: { readonly circle: string; readonly schoolId: string },
  { named, apart }: Out,
): Promise<string> {
  const usual = circleAbout(policy.pack, own, null)
  const walled = [...named, ...apart]
  if (walled.length === 0) return usual
  const rows = await tx
    .selectFrom('app.post_holder')
    .select(['post', 'person_id', 'school_id'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('until_on', 'is', null)
    .execute()
  // Whoever holds the post at another school takes nothing over here.
  const here = rows.filter((row) => row.school_id === null || row.school_id === schoolId)
  const able = (post: string) => here.some((row) => row.post === post && !walled.includes(row.person_id))
  const heldBy = (people: readonly string[]) =>
    rows.filter((row) => people.includes(row.person_id)).map((row) => row.post)
  // A conflict is one person's alone: while somebody else holds the post, that one goes on.
  const held = new Set([...heldBy(named), ...heldBy(apart).filter((post) => !able(post))])
  const circles = [...held].toSorted().flatMap((post) => {
    const party = policy.pack.parties[post]
    const instead = party?.kind === 'post' ? party.instead?.named_in_case.replace(/^party\//, '') : undefined
    const circle = circleAbout(policy.pack, own, post)
    return circle === usual || instead === undefined ? [] : [{ circle, able: able(instead) }]
  })
  // Two of them named: the case goes to a stand-in who is not named too.
  return (circles.find((one) => one.able) ?? circles[0])?.circle ?? usual
}
