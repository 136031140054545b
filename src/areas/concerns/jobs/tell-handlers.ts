import type { SubjectFacts } from '#areas/notices/index.ts'
import {
  holdersAt,
  partiesOfCircle,
  subjectFacts,
  teachersOf,
  tellByRules,
  writeNotices,
} from '#areas/notices/index.ts'
import { awayToday } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyVersion } from '#areas/policy/index.ts'
import { newId } from '#core/ids.ts'
import { say } from '#core/messages/say.ts'
import type { Holders } from '#pack/engines/audience/stand-ins.ts'
import { actingFor } from '#pack/engines/audience/stand-ins.ts'
import { eventJudge } from '#pack/engines/judges.ts'
import { choicesFor, peopleTold } from '#pack/engines/notify/recipients.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, enqueue, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { circleReaders } from '../queries/circle-readers.ts'
import { TOLD } from '../told-event.ts'
import { OTHER_WORRY } from '../worry-ids.ts'

/**
 * Tells whoever the policy names that somebody told the school something, and acknowledges it to the reporter.
 * Everybody hears of a thing once, however often this runs; who is named in it never does. Run as the system.
 */
export async function tellOfConcern(tx: Tx, concernId: string): Promise<void> {
  const before = await subjectFacts(tx, { kind: 'concern', id: concernId })
  const policy = await policyVersion(tx, before.policyVersionId, before.schoolId)
  const concern = await readForTelling(tx, concernId)
  const values = { worry: concern.worry, in_danger: before.urgent }
  const judge = eventJudge(policy.pack, TOLD, values)
  const holders = concern.reporterId === null ? {} : { class_teachers: await teachersOf(tx, [concern.reporterId]) }
  await letIn(tx, policy, before, {
    holds: (when) => judge(when) === 'yes',
    holders,
    circle: concern.circle,
    // What the policy offers no choice of cannot have been chosen.
    chosen: choicesFor(policy.pack, TOLD, judge).filter((party) => concern.chosen.includes(party)),
  })
  const facts = await subjectFacts(tx, { kind: 'concern', id: concernId })
  const told = await tellByRules(tx, policy, { ...facts, event: TOLD, judge, holders, reporterChose: concern.chosen })
  // Danger now and nobody called by turns, or nobody who may read it was told: then it is everybody's of the circle.
  const reached = peopleTold(told).some((person) => facts.mayRead(person))
  const called = told.some((one) => one.people.length > 0 && isInOrder(policy, one.notify))
  if ((facts.urgent && !called) || !(reached || called)) await tellCircle(tx, facts, concern.circle)
  await acknowledge(tx, concernId, facts.urgent)
  // Some worries give somebody a duty with a date; the same concern gives it once.
  const { at, schoolId, keptOut } = facts
  await enqueue(tx, 'duty_event', {
    event: TOLD,
    id: concernId,
    at,
    schoolId,
    keptOut,
    values,
  })
}

const isInOrder = ({ pack }: PolicyInForce, notify: string): boolean => {
  const to = pack.notify[notify.slice('notify/'.length)]?.to
  return typeof to === 'object' && 'in_order' in to
}

async function readForTelling(tx: Tx, concernId: string) {
  const row = await tx
    .selectFrom('app.concern as c')
    .leftJoin('app.concern_reporter as r', (join) =>
      join.onRef('r.organisation_id', '=', 'c.organisation_id').onRef('r.concern_id', '=', 'c.id'),
    )
    .select(['c.circle', 'c.about_kind', 'c.chosen', 'r.person_id'])
    .where('c.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('c.id', '=', concernId)
    .executeTakeFirstOrThrow()
  return { circle: row.circle, worry: row.about_kind ?? OTHER_WORRY, reporterId: row.person_id, chosen: row.chosen }
}

interface LetIn {
  readonly holds: (when: string) => boolean
  readonly holders: Holders
  readonly chosen: readonly string[]
  readonly circle: string
}

/**
 * Lets those in by name whom the pack lets see this kind of worry (its `sight` with a condition), and whom the reporter
 * chose to tell where it lets them. Somebody named in it never comes in: where they were chosen, it is who stands in.
 */
async function letIn(tx: Tx, policy: PolicyInForce, facts: SubjectFacts, given: LetIn): Promise<void> {
  const sights = (policy.pack.records.concern?.sight ?? []).filter(
    (sight) => sight.sees === 'all' && (sight.when === undefined || given.holds(sight.when)),
  )
  const posts = sights.flatMap(({ who, when }) => (when !== undefined && who.startsWith('party/') ? [who] : []))
  const chosen = sights.some((sight) => sight.who === 'chosen') ? given.chosen : []
  const holders = { ...(await holdersAt(tx, facts.schoolId)), ...given.holders }
  const situation = { keptOut: facts.keptOut, away: await awayToday(tx) }
  // Who looks after concerns and is away: whoever stands in can read it, or nobody would.
  const circle = await partiesOfCircle(tx, given.circle, policy.id)
  const standIns = circle
    .map((party) => actingFor(policy.pack, party, holders, situation))
    .filter((acting) => acting.why === 'stands_in_away')
  const people = new Set([
    ...posts.flatMap((party) => holders[party] ?? []),
    ...standIns.flatMap((acting) => acting.people),
    ...chosen.flatMap((party) => actingFor(policy.pack, party, holders, situation).people),
  ])
  for (const person of facts.keptOut) people.delete(person)
  if (people.size === 0) return
  await tx
    .insertInto('app.concern_reader')
    .values(
      [...people].map((personId) => ({
        organisation_id: contextOf(tx).actor.organisationId,
        concern_id: facts.subject.id,
        person_id: personId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function tellCircle(tx: Tx, facts: SubjectFacts, circle: string): Promise<void> {
  const readers = await circleReaders(tx, facts, circle)
  await writeNotices(
    tx,
    readers.map(({ readerId, party }) => ({
      readerId,
      code: facts.urgent ? 'concern.urgent' : 'concern.told',
      says: say('en', facts.urgent ? 'concern.notice.urgent' : 'concern.notice.told'),
      href: facts.hrefFor(readerId),
      subject: facts.subject,
      party,
      clauses: [],
      urgent: facts.urgent,
    })),
  )
}

/** The first answer comes from the software: that it arrived, and what happens next. Written once. */
async function acknowledge(tx: Tx, concernId: string, urgent: boolean): Promise<void> {
  const { actor, clock } = contextOf(tx)
  const known = await tx
    .selectFrom('app.concern_message')
    .select('id')
    .where('organisation_id', '=', actor.organisationId)
    .where('concern_id', '=', concernId)
    .where('direction', '=', 'to_reporter')
    .where('author_id', 'is', null)
    .limit(1)
    .executeTakeFirst()
  if (known !== undefined) return
  await tx
    .insertInto('app.concern_message')
    .values({
      organisation_id: actor.organisationId,
      concern_id: concernId,
      id: newId(clock),
      direction: 'to_reporter',
      author_id: null,
      body: say('en', urgent ? 'concern.acknowledged.urgent' : 'concern.acknowledged'),
      written_at: nowText(tx),
    })
    .execute()
  recordEvent(tx, { code: 'concern.acknowledged', subject: { kind: 'concern', id: concernId } })
}
