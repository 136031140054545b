import { readCalendar, readGuardians } from '#areas/people/index.ts'
import { policyVersion } from '#areas/policy/index.ts'
import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { dayOf } from '#core/calendar/school-calendar.ts'
import type { Guardian, HoldersOf, NamedOnSlip } from '#pack/engines/assents/asked.ts'
import { askedOf } from '#pack/engines/assents/asked.ts'
import { remindersOf } from '#pack/engines/assents/occasions.ts'
import type { Signature } from '#pack/engines/assents/signature.ts'
import type { Assent } from '#pack/types/assent.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { assentOf } from './agreement-text.ts'
import { namedSigners } from './queries/named-signers.ts'
import { postHolders } from './queries/post-holders.ts'
import { readSignatures } from './queries/read-signatures.ts'
import type { Request } from './request.ts'
import { requestColumns } from './request.ts'
import { factsOf, standingOf } from './settle.ts'

export interface RemindersWanted {
  /** These askings, by hand; left out, all whose time has come by the policy's rhythm. */
  readonly requestIds?: readonly string[] | undefined
}

/** A reminder that will go, and how many this asking has had then. */
export interface PlannedReminder {
  readonly id: string
  readonly assent: string
  readonly aboutId: string
  readonly signers: readonly string[]
  readonly count: number
}

/** Why an asking gets no reminder. */
export type Unreminded = 'none_foreseen' | 'all_sent' | 'today' | 'nobody' | 'not_yet'

/** What a reminding would do; nothing has been sent. */
export interface ReminderPlan {
  readonly send: readonly PlannedReminder[]
  /** The reminders are used up: now somebody of the school hears of it. */
  readonly tell: readonly Request[]
  readonly skipped: Readonly<Partial<Record<Unreminded, number>>>
}

type Candidate = Request & { readonly remindedAt: string | null; readonly toldAt: string | null }

/** Works out who is reminded, never more often than the pack says. Run as the system. */
export async function planReminders(tx: Tx, wanted: RemindersWanted): Promise<ReminderPlan> {
  const requests = await waiting(tx, wanted.requestIds)
  const guardians = await readGuardians(
    tx,
    requests.map((request) => request.aboutId),
  )
  const signatures = await readSignatures(tx, requests)
  const named = await namedSigners(
    tx,
    requests.map((request) => request.id),
  )
  const calendars = new Map<string, SchoolCalendar>()
  const send: PlannedReminder[] = []
  const tell: Request[] = []
  const skipped: Partial<Record<Unreminded, number>> = {}
  const now = nowIn(tx)
  for (const request of requests) {
    const calendar = calendars.get(request.schoolId) ?? (await readCalendar(tx, request.schoolId))
    calendars.set(request.schoolId, calendar)
    const { pack } = await policyVersion(tx, request.policyVersionId, request.schoolId)
    const assent = assentOf(pack, request.assent)
    const times = timesOf(assent, request, calendar, now)
    if (request.toldAt === null && times.tell) tell.push(request)
    const why = whyNot(assent, request, times, wanted.requestIds !== undefined, calendar, now)
    const holders = await postHolders(tx, request.schoolId)
    const signers =
      why === null ? waitingFor(assent, request, guardians, signatures, calendar, now, holders, named(request.id)) : []
    if (why !== null) skipped[why] = (skipped[why] ?? 0) + 1
    else if (signers.length === 0) skipped.nobody = (skipped.nobody ?? 0) + 1
    else
      send.push({
        id: request.id,
        assent: request.assent,
        aboutId: request.aboutId,
        signers,
        count: Math.max(request.reminded + 1, times.passed),
      })
  }
  return { send, tell, skipped }
}

interface Times {
  readonly passed: number
  readonly tell: boolean
}

function timesOf(assent: Assent, request: Request, calendar: SchoolCalendar, now: Temporal.Instant): Times {
  const times = remindersOf(assent, Temporal.Instant.from(request.askedAt), calendar)
  const past = times.filter((one) => Temporal.Instant.compare(one.at, now) <= 0)
  return {
    passed: past.filter((one) => one.kind === 'remind').length,
    tell: past.some((one) => one.kind === 'tell'),
  }
}

function whyNot(
  assent: Assent,
  request: Candidate,
  times: Times,
  byHand: boolean,
  calendar: SchoolCalendar,
  now: Temporal.Instant,
): Unreminded | null {
  if (assent.reminders === undefined) return 'none_foreseen'
  if (request.reminded >= assent.reminders.at_most) return 'all_sent'
  if (!byHand) return times.passed > request.reminded ? null : 'not_yet'
  const last = request.remindedAt === null ? null : dayOf(calendar, Temporal.Instant.from(request.remindedAt))
  return last?.equals(dayOf(calendar, now)) === true ? 'today' : null
}

/** Who is still to answer; somebody who wants to talk first is left in peace. */
function waitingFor(
  assent: Assent,
  request: Request,
  guardians: ReadonlyMap<string, readonly Guardian[]>,
  signatures: ReadonlyMap<string, readonly Signature[]>,
  calendar: SchoolCalendar,
  now: Temporal.Instant,
  holders: HoldersOf,
  named: NamedOnSlip,
): readonly string[] {
  const own = guardians.get(request.aboutId) ?? []
  const today = dayOf(calendar, now)
  const required = askedOf(`assent/${request.assent}`, assent, request.aboutId, own, today, holders, named)
  const said = signatures.get(request.id) ?? []
  return standingOf({ assent, required, signatures: said, facts: factsOf(request), calendar }, now).askNow
}

async function waiting(tx: Tx, ids: readonly string[] | undefined): Promise<Candidate[]> {
  if (ids?.length === 0) return []
  return tx
    .selectFrom('app.assent_request as r')
    .select([...requestColumns, 'r.reminded_at as remindedAt', 'r.told_at as toldAt'])
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('r.state', 'in', ['open', 'partly'])
    .$if(ids !== undefined, (query) => query.where('r.id', 'in', ids ?? []))
    .orderBy('r.id')
    .forUpdate()
    .execute()
}
