import { sql } from 'kysely'
import { holdersAt, writeNotices } from '#areas/notices/index.ts'
import { awayToday, readCalendar } from '#areas/people/index.ts'
import { policyInForce } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { actingFor } from '#pack/engines/audience/stand-ins.ts'
import { afterLength } from '#pack/time/due.ts'
import { lengthOf } from '#pack/time/read.ts'
import type { BreakGlass } from '#pack/types/break-glass.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowIn } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { partiesIn } from '../asked-of.ts'
import { everInIt } from '../queries/ever-in-it.ts'
import { mayRead } from '../queries/read-case.ts'
import { wallsOf } from '../queries/walls-of.ts'
import { A_SCHOOL_DAY, lateSoon } from './pass-on.ts'
import { glassPath } from './paths.ts'

/** A record that somebody opened in an emergency. */
export interface Broken {
  readonly id: string
  readonly recordId: string
  readonly kind: string
  readonly until: Temporal.Instant
}

// The same words for a case that is not there, for one that the policy opens to nobody, and for one they are in themselves.
const NONE = new Refused('record.glass.none', 'There is no case with this number that you could open.')

/**
 * Opens a record to somebody whom the pack permits it in an emergency, for reading, until its time is over. Whoever looks at
 * it afterwards is told at once.
 * @throws Refused for whoever may not, or is named in it or walled off from it: with the same words as for no such record.
 */
export async function breakGlass(
  tx: Tx,
  actor: PersonActor,
  input: { readonly reference: string; readonly reason: string },
): Promise<Broken> {
  const reason = input.reason.trim()
  if (reason === '') throw new Refused('record.glass.no_reason', 'Say why you have to see it now.')
  const found = await asSystem(tx, () => findBreakable(tx, actor, input.reference))
  if (found === null) throw NONE
  const { record, glass, party, inIt } = found
  if (await mayRead(tx, record.id)) throw new Refused('record.glass.seen', 'You can see this case already.')
  const alerted = await asSystem(tx, async () => reviewersOf(tx, actor, found, inIt))
  if (alerted.length === 0)
    throw new Refused(
      'record.glass.nobody',
      'Nobody could be told of it now, so it stays shut. Ring whoever handles cases.',
    )
  const now = nowIn(tx)
  const until = now.add(lengthAsDuration(glass))
  const calendar = await readCalendar(tx, record.school_id)
  const row = {
    id: newId(contextOf(tx).clock),
    reason,
    party,
    alerted,
    until,
    due: afterLength(A_SCHOOL_DAY, now, calendar).at,
  }
  await asSystem(tx, () => open(tx, actor, record.id, row))
  recordEvent(tx, {
    code: `${record.kind}.glass_broken`,
    subject: { kind: 'record', id: record.id },
    recordId: record.id,
    policyVersionId: found.policyId,
    details: { reason, party, until: until.toString(), alerted },
  })
  await writeNotices(
    tx,
    alerted.map((readerId) => ({
      readerId,
      code: 'record.glass',
      says: `${record.reference} was opened in an emergency by somebody who does not see it otherwise. Look at whether that was right`,
      href: glassPath(row.id),
      subject: { kind: 'record_glass', id: row.id },
      party: glass.alerts,
      clauses: [],
      urgent: true,
    })),
  )
  await lateSoon(tx, row.id, row.due)
  return { id: row.id, recordId: record.id, kind: record.kind, until }
}

/** Minutes or hours: the type of the pack takes nothing else. */
function lengthAsDuration(glass: BreakGlass): Temporal.DurationLike {
  const { count, unit } = lengthOf(glass.for)
  return unit === 'min' ? { minutes: count } : { hours: count }
}

type Found = NonNullable<Awaited<ReturnType<typeof findBreakable>>>

async function findBreakable(tx: Tx, actor: PersonActor, reference: string) {
  const record = await tx
    .selectFrom('app.record')
    .select(['id', 'kind', 'reference', 'school_id'])
    .where('organisation_id', '=', actor.organisationId)
    .where('reference', '=', reference.trim().toUpperCase())
    .where('state', '<>', 'erased')
    .executeTakeFirst()
  if (record === undefined) return null
  const policy = await policyInForce(tx, record.school_id)
  const glass = policy.pack.records[record.kind]?.break_glass
  if (glass === undefined) return null
  const holders = await holdersAt(tx, record.school_id)
  const party = partiesIn(glass.who).find((one) => holders[one]?.includes(actor.personId))
  const inIt = [...new Set([...(await wallsOf(tx, record.id)), ...(await everInIt(tx, record.id))])]
  if (party === undefined || inIt.includes(actor.personId)) return null
  return { record, glass, party, inIt, holders, pack: policy.pack, policyId: policy.id }
}

async function reviewersOf(tx: Tx, actor: PersonActor, { glass, pack, holders }: Found, inIt: readonly string[]) {
  const situation = { keptOut: [...inIt, actor.personId], away: await awayToday(tx) }
  return [...actingFor(pack, glass.alerts, holders, situation).people]
}

interface Opening {
  readonly id: string
  readonly reason: string
  readonly party: string
  readonly alerted: readonly string[]
  readonly until: Temporal.Instant
  readonly due: Temporal.Instant
}

async function open(tx: Tx, actor: PersonActor, recordId: string, row: Opening): Promise<void> {
  const own = { organisation_id: actor.organisationId, record_id: recordId, person_id: actor.personId }
  const now = nowIn(tx)
  await tx
    .insertInto('app.record_glass')
    .values({
      ...own,
      id: row.id,
      party: row.party,
      reason: row.reason,
      opened_at: now.toString(),
      until_at: row.until.toString(),
      alerted: [...row.alerted],
      review_due_at: row.due.toString(),
    })
    .execute()
  const seconds = Math.round(now.until(row.until).total('seconds'))
  // The clock of the program may run ahead of the database's, which the row policies ask: never longer than either says.
  const until = sql<string>`least(${row.until.toString()}::timestamptz, now() + make_interval(secs => ${seconds}))`
  await tx
    .insertInto('app.record_reader')
    .values({ ...own, because: 'glass', until })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'record_id', 'person_id', 'because']).doUpdateSet({ until }),
    )
    .execute()
}
