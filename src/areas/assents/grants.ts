import { audienceContext, personFacts, readCalendar } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyInForce, textOf } from '#areas/policy/index.ts'
import { agreedNow, gatesSetFor, type SetBy } from '#areas/records/index.ts'
import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { dayOf } from '#core/calendar/school-calendar.ts'
import { NotFound } from '#core/errors.ts'
import { inParty } from '#pack/engines/audience/in-party.ts'
import type { PersonFacts } from '#pack/engines/audience/person.ts'
import type { GuardStanding } from '#pack/engines/guards/guard-stands.ts'
import { guardStands, guardsOn, passes } from '#pack/engines/guards/guard-stands.ts'
import type { Guard } from '#pack/types/guard.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowIn } from '#platform/database/tx.ts'
import { clausesOf } from './agreement-text.ts'
import type { SignedState } from './queries/read-signed.ts'
import { readSigned } from './queries/read-signed.ts'

/** Whether something that the policy gives and withholds stands open to somebody. */
export interface GrantStanding {
  /** Without `grant/`. */
  readonly grant: string
  readonly open: boolean
  readonly why: GuardStanding['why'] | 'unguarded'
  /** One sentence, without names. */
  readonly says: string
  /** The clause behind it, when the guard or its agreement names one. */
  readonly clause: string | null
  readonly until: string | null
}

/**
 * Whether a person may have something: `internet`, `network`. Other areas ask this before they hand anything out.
 * @throws NotFound for a person or a grant that is not there.
 */
export async function grantStands(tx: Tx, grant: string, personId: string): Promise<GrantStanding> {
  const standing = (await grantsOf(tx, personId)).find((one) => one.grant === grant)
  if (standing === undefined) throw new NotFound('grant.missing')
  return standing
}

/** Everything that the policy gives and withholds, as it stands for one person. */
export async function grantsOf(tx: Tx, personId: string): Promise<GrantStanding[]> {
  return asSystem(tx, async () => {
    const person = (await personFacts(tx, [personId])).get(personId)
    if (person === undefined) throw new NotFound('person.missing')
    const policy = await policyInForce(tx, person.schoolId)
    const calendar = await readCalendar(tx, person.schoolId)
    const signed = await readSigned(tx, policy.pack, personId)
    const agreed = await agreedNow(tx, policy.pack, { personId })
    const set = await gatesSetFor(tx, personId)
    const now = nowIn(tx)
    return Object.keys(policy.pack.grants)
      .sort()
      .map((grant) => standingOf(policy, grant, { person, signed, agreed, set, calendar, now }))
  })
}

interface Known {
  readonly person: PersonFacts
  readonly signed: ReadonlyMap<string, SignedState>
  readonly agreed: (personId: string, statement: string) => boolean | undefined
  /** What an action or a step opened or closed for them. */
  readonly set: ReadonlyMap<string, SetBy>
  readonly calendar: SchoolCalendar
  readonly now: Temporal.Instant
}

function standingOf(policy: PolicyInForce, grant: string, known: Known): GrantStanding {
  const guards = guardsOn(policy.pack, `grant/${grant}`).map((ref) => ({ ref, stands: guardFor(policy, ref, known) }))
  const open = passes(guards.map((one) => one.stands))
  // What keeps it shut says why; of those that let pass, the one that binds this person.
  const decides =
    guards.find((one) => one.stands.open === open && one.stands.why !== 'not_bound') ??
    guards.find((one) => one.stands.open === open)
  if (decides === undefined)
    return { grant, open, why: 'unguarded', says: 'Nothing withholds this.', clause: null, until: null }
  const guard = policy.pack.guards[decides.ref.slice('guard/'.length)]
  return {
    grant,
    open,
    why: decides.stands.why,
    says: sayWhy(decides.stands, guard),
    clause: guard === undefined ? null : clauseOf(policy, guard),
    until: decides.stands.until,
  }
}

function guardFor(policy: PolicyInForce, ref: `guard/${string}`, known: Known): GuardStanding {
  const guard = policy.pack.guards[ref.slice('guard/'.length)]
  if (guard === undefined) return guardStands(policy.pack, ref, { unless: 'unknown' }, known.now, known.calendar)
  const context = audienceContext(policy.pack, {
    signed: (id, assent) => (id === known.person.id ? known.signed.get(assent)?.signed : undefined),
    agreed: known.agreed,
  })
  const asAt = dayOf(known.calendar, known.now)
  const facts = {
    unless: context.judge(guard.unless, { person: known.person, asAt }),
    binds: guard.for === undefined ? 'yes' : inParty(policy.pack, guard.for, known.person, asAt, context).verdict,
    setBy: known.set.get(ref) ?? null,
    graceFrom: guard.grace?.from === 'asked' ? askedAt(guard, known) : null,
  } as const
  return guardStands(policy.pack, ref, facts, known.now, known.calendar)
}

/** When the person was asked for what the guard wants: the latest of its agreements. */
function askedAt(guard: Guard, known: Known): string | null {
  const times = assentsIn(guard).flatMap((assent) => known.signed.get(assent)?.askedAt ?? [])
  return times.sort().at(-1) ?? null
}

const assentsIn = (guard: Guard): string[] =>
  [
    ...guard.unless.matchAll(/(?:signed|agreed)\(\s*person\s*,\s*['"](assent\/[a-z0-9_]+)(?:#[a-z0-9_]+)?['"]\s*\)/g),
  ].flatMap((match) => match[1] ?? [])

function clauseOf(policy: PolicyInForce, guard: Guard): string | null {
  const behind = assentsIn(guard).flatMap((ref) => {
    const assent = policy.pack.assents[ref.slice('assent/'.length)]
    return assent === undefined ? [] : clausesOf(assent)
  })
  return guard.clauses[0] ?? behind[0] ?? null
}

const WHY: Readonly<Record<GuardStanding['why'], string>> = {
  not_active: 'The school has not switched this gate on.',
  not_bound: 'This gate is not for them.',
  set_open: 'Somebody has opened it for them.',
  set_closed: 'Somebody has closed it for them.',
  met: 'Everything that is asked is signed.',
  grace: 'Not signed yet; the time that the school gives is still running.',
  not_met: 'Not signed.',
  unknown: 'Not asked yet, or a fact is missing: it stays shut until we know.',
}

const sayWhy = (stands: GuardStanding, guard: Guard | undefined): string =>
  guard === undefined ? WHY[stands.why] : `${textOf(guard.says)}: ${lower(WHY[stands.why])}`

const lower = (text: string): string => `${text[0]?.toLowerCase() ?? ''}${text.slice(1)}`
