import type { KnownPerson } from '#areas/people/index.ts'
import { audienceContext, personFacts, readCalendar, readGuardians } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { onlyCorrectionsSince, policyAt, policyVersion } from '#areas/policy/index.ts'
import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { dayOf } from '#core/calendar/school-calendar.ts'
import type { AskedAssent } from '#pack/engines/assents/asked.ts'
import { assentsFor } from '#pack/engines/assents/asked.ts'
import { isAskedOn, isSuspendedBy, postTakenOn } from '#pack/engines/assents/occasions.ts'
import { dueOf } from '#pack/engines/assents/standing.ts'
import type { Assent } from '#pack/types/assent.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { agreementText, assentOf } from './agreement-text.ts'
import type { Countersigner } from './ask-others.ts'
import { othersAmong } from './ask-others.ts'
import { postHolders } from './queries/post-holders.ts'
import type { Request } from './request.ts'
import { OVER, requestColumns } from './request.ts'
import { ONCE, roundOf } from './round.ts'
import { isSurveyOver, takesAnswers } from './survey-open.ts'

/** Which askings to look at. */
export interface Wanted {
  /** One assent only, without `assent/`. */
  readonly assent?: string | undefined
  /** These people only, such as a joiner. */
  readonly about?: readonly string[] | undefined
  /** What happened: everybody whom the event asks again is asked again, whatever they signed before. */
  readonly event?: string | undefined
  /** Of circumstances that have changed, the kind that the policy names: `list/…#value`. */
  readonly kind?: string | undefined
}

/** One asking to come, and the live one that it replaces. */
export interface ToAsk {
  readonly assent: string
  readonly aboutId: string
  readonly schoolId: string
  readonly round: string
  readonly dueAt: string | null
  readonly signers: readonly string[]
  /** Those of them who countersign. */
  readonly others: readonly Countersigner[]
  readonly replaces: string | null
}

/** Somebody of whom the facts do not tell whether an agreement binds them. */
export interface Untold {
  readonly assent: string
  readonly personId: string
  readonly why: string
}

/**
 * Whom the pack's agreements bind today and who has not been asked in this round, and what is asked of people whom it does not
 * bind any more (a primary pupil who is in year 7 now). Run as the system.
 */
export async function whomToAsk(
  tx: Tx,
  policy: PolicyInForce,
  wanted: Wanted = {},
): Promise<{ toAsk: ToAsk[]; toEnd: string[]; unknown: Untold[] }> {
  const people = await personFacts(tx, wanted.about)
  const guardians = await readGuardians(tx, wanted.about)
  const calendars = await calendarsOf(tx, people.values())
  const live = await liveRequests(tx)
  const liveOf = Map.groupBy(live.values(), (request) => request.aboutId)
  const toAsk: ToAsk[] = []
  const toEnd: string[] = []
  const unknown: Untold[] = []
  const policies = new Map<string, PolicyInForce>()
  const round = roundsOf(tx, wanted)
  for (const person of people.values()) {
    const calendar = calendars.get(person.schoolId)
    if (calendar === undefined) continue
    const own = policies.get(person.schoolId) ?? (await policyAt(tx, policy, person.schoolId))
    policies.set(person.schoolId, own)
    const today = dayOf(calendar, nowIn(tx))
    const found = assentsFor(
      own.pack,
      person,
      guardians.get(person.id) ?? [],
      today,
      audienceContext(own.pack),
      await postHolders(tx, person.schoolId),
    )
    for (const one of found.unknown)
      unknown.push({ assent: one.assent.slice('assent/'.length), personId: person.id, why: one.why })
    const binding = new Set([...found.asked, ...found.unknown].map((one) => one.assent.slice('assent/'.length)))
    for (const before of liveOf.get(person.id) ?? [])
      if (
        (wanted.assent ?? before.assent) === before.assent &&
        (!binding.has(before.assent) || isSurveyOver(own.pack, before, nowIn(tx), calendar))
      )
        toEnd.push(before.id)
    for (const asked of found.asked) {
      const before = live.get(`${asked.assent.slice('assent/'.length)} ${person.id}`)
      const one = await askingOf(tx, own, { asked, person, before, calendar, wanted, round })
      if (one !== null) toAsk.push(one)
    }
  }
  return { toAsk, toEnd, unknown }
}

type RoundOf = (id: string, assent: Assent, schoolId: string, calendar: SchoolCalendar) => string

/** The round of each agreement at each school, worked out once; what happened to somebody is asked on its own day. */
function roundsOf(tx: Tx, wanted: Wanted): RoundOf {
  const rounds = new Map<string, string>()
  return (id, assent, schoolId, calendar) => {
    const key = `${id} ${schoolId}`
    const found =
      rounds.get(key) ??
      (happened(wanted) ? dayOf(calendar, nowIn(tx)).toString() : roundOf(assent, nowIn(tx), calendar))
    rounds.set(key, found)
    return found
  }
}

interface Candidate {
  readonly asked: AskedAssent
  readonly person: KnownPerson
  readonly before: Request | undefined
  readonly calendar: SchoolCalendar
  readonly wanted: Wanted
  readonly round: RoundOf
}

/** The asking of one agreement about one person, or null when nothing is asked now. */
async function askingOf(
  tx: Tx,
  policy: PolicyInForce,
  { asked, person, before, calendar, wanted, round: roundFor }: Candidate,
): Promise<ToAsk | null> {
  const id = asked.assent.slice('assent/'.length)
  const assent = assentOf(policy.pack, id)
  if ((wanted.assent !== undefined && wanted.assent !== id) || !isFor(assent, wanted)) return null
  const base = roundFor(id, assent, person.schoolId, calendar)
  const taken = postTakenOn(assent, person, dayOf(calendar, nowIn(tx)))
  const round = taken !== null && (base === ONCE || taken > base) ? taken : base
  const wants =
    before === undefined
      ? isFirst(assent, wanted) && (taken !== null || !isForPostsOnly(assent))
      : isAskedBefore(before, taken, calendar) || (await isAskedAgain(tx, policy, assent, before, round, wanted))
  if (!wants || !takesAnswers(assent, round, nowIn(tx), calendar)) return null
  const signers = asked.order === 'in_order' ? asked.slots.slice(0, 1) : asked.slots
  return {
    assent: id,
    aboutId: person.id,
    schoolId: person.schoolId,
    round,
    dueAt: dueOf(assent, { askedAt: nowIn(tx).toString(), version: policy.id }, calendar),
    signers: [...new Set(signers.flatMap((slot) => slot.people))],
    others: othersAmong(
      asked,
      signers.flatMap((slot) => slot.people),
    ),
    replaces: before?.id ?? null,
  }
}

/** Without an event, what is asked of everybody: of joiners, when a date comes round, or when the policy changes. */
const isFor = (assent: Assent, { event, kind }: Wanted): boolean =>
  event === undefined
    ? assent.asked_on.some((one) => typeof one !== 'string' || GENERAL.test(one))
    : isAskedOn(assent, event) || isSuspendedBy(assent, event, kind)

/** Something that happened to these people, after which only a new answer counts. */
const happened = ({ about, event }: Wanted): boolean => about !== undefined && event !== undefined

const isOfPost = (one: Assent['asked_on'][number]): boolean =>
  typeof one === 'string' ? one === 'person.took_post' : 'post' in one

// Whoever took no post is not asked for one; a change of the policy asks only those who were asked before.
const isForPostsOnly = (assent: Assent): boolean =>
  assent.asked_on.some(isOfPost) &&
  assent.asked_on.every((one) => isOfPost(one) || (typeof one === 'string' && one.startsWith('document/')))

/** Whether they were asked before they took the post that asks again. */
const isAskedBefore = (before: Request, taken: string | null, calendar: SchoolCalendar): boolean =>
  taken !== null && dayOf(calendar, Temporal.Instant.from(before.askedAt)).toString() < taken

// What was never asked cannot be suspended.
const isFirst = (assent: Assent, { event }: Wanted): boolean => event === undefined || isAskedOn(assent, event)

const GENERAL = /^(person\.joined|person\.took_post|school_year\.started|term\.started|document\/)/

const corrected = new WeakMap<Tx, Map<string, Promise<boolean>>>()

/** Whether nothing of substance has changed since a version; asked once for all who were asked under it. */
function onlyCorrected(tx: Tx, policy: PolicyInForce, since: string): Promise<boolean> {
  const known = corrected.get(tx) ?? new Map<string, Promise<boolean>>()
  corrected.set(tx, known)
  const key = `${policy.id} ${since}`
  const found = known.get(key) ?? onlyCorrectionsSince(tx, since)
  known.set(key, found)
  return found
}

/** A new round, an event, or a text that reads differently from what was signed: then a new answer is wanted. */
async function isAskedAgain(
  tx: Tx,
  policy: PolicyInForce,
  assent: Assent,
  before: Request,
  round: string,
  wanted: Wanted,
): Promise<boolean> {
  // Of one day there is one asking: it is still open, or what happened is known to whoever answered it.
  if (happened(wanted)) return before.round !== round
  if (round !== ONCE && before.round !== ONCE && before.round < round) return true
  if (before.policyVersionId === policy.id) return false
  if (wanted.event !== undefined) return true
  // A correction leaves what was signed as it was, even where a letter of it reads differently.
  if (await onlyCorrected(tx, policy, before.policyVersionId)) return false
  if (!assent.asked_on.some((one) => typeof one === 'string' && one.endsWith('#material_change'))) return false
  const old = await policyVersion(tx, before.policyVersionId, before.schoolId)
  if (old.pack.assents[before.assent] === undefined) return true
  return agreementText(old.pack, before.assent).hash !== agreementText(policy.pack, before.assent).hash
}

async function calendarsOf(tx: Tx, people: Iterable<KnownPerson>): Promise<Map<string, SchoolCalendar>> {
  const calendars = new Map<string, SchoolCalendar>()
  for (const { schoolId } of people)
    if (schoolId !== '' && !calendars.has(schoolId)) calendars.set(schoolId, await readCalendar(tx, schoolId))
  return calendars
}

/** Every asking that counts now, by assent and person. */
async function liveRequests(tx: Tx): Promise<Map<string, Request>> {
  const rows = await tx
    .selectFrom('app.assent_request as r')
    .select(requestColumns)
    .where('r.organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('r.state', 'not in', OVER)
    .where('r.record_id', 'is', null)
    .execute()
  return new Map(rows.map((row) => [`${row.assent} ${row.aboutId}`, row]))
}
