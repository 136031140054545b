import { personFacts, readGuardians, yearGroupName } from '#areas/people/index.ts'
import { policyVersion, textOf } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { SCHOOL_ZONE } from '#core/clock.ts'
import { isInPart } from '#pack/engines/assents/agreed-to.ts'
import { askedOf, isCountersigned } from '#pack/engines/assents/asked.ts'
import { countsWithout, mayTakeBack } from '#pack/engines/assents/taking-back.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowIn } from '#platform/database/tx.ts'
import { assentOf } from '../agreement-text.ts'
import type { Request } from '../request.ts'
import { OVER, requestColumns } from '../request.ts'
import { namedSigners } from './named-signers.ts'
import { postHolders } from './post-holders.ts'
import { readPeople } from './read-people.ts'
import { itemsOf } from './read-signatures.ts'

/** How an asking stands for the one who looks: what another parent answered is not in it. */
export type MyState = 'todo' | 'signed' | 'talk' | 'back'

/** Something that the person who looks is asked to sign, or has signed. */
export interface MyAsking {
  readonly request: Request
  readonly title: string
  readonly aboutId: string
  /** What the person is called by; the person who looks is `self`. */
  readonly name: string
  readonly self: boolean
  readonly year: number | null
  readonly yearName: string | null
  readonly state: MyState
  /** Their own last signature or refusal. */
  readonly signatureId: string | null
  readonly signedAt: Temporal.Instant | null
  readonly dueAt: Temporal.Instant | null
  /** Whether the pupil signs as well as the parent. */
  readonly pupilToo: boolean
  /** Whether they countersign: what else the slip asks for was answered by whoever signed first. */
  readonly countersigns: boolean
  /** A survey without names: there is no copy of what was answered. */
  readonly anonymous: boolean
  /** Whether the policy lets them take back what they gave, or say no to what may count without them. */
  readonly mayTakeBack: boolean
  /** Whether they took some of it back since: they may sign again. */
  readonly inPart: boolean
}

/** Everything that is asked of somebody now, their children's first, in the order in which a family is named. */
export async function readMine(tx: Tx, actor: PersonActor): Promise<MyAsking[]> {
  const children = await childrenOf(tx, actor)
  const abouts = [...children, actor.personId]
  const requests = await requestsFor(tx, actor, abouts)
  const others = requests.map((request) => request.aboutId)
  const said = await ownSignatures(tx, actor, requests)
  const people = await readPeople(tx, [...abouts, ...others])
  const facts = await personFacts(tx, [...abouts, ...others])
  // A parent sees their own tie to a child alone; how many sign for it is nothing that the page shows.
  const guardians = await asSystem(tx, () => readGuardians(tx, children))
  const today = nowIn(tx).toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate()
  const named = await asSystem(tx, () =>
    namedSigners(
      tx,
      requests.map((request) => request.id),
    ),
  )
  const found: MyAsking[] = []
  for (const request of requests) {
    const { pack } = await policyVersion(tx, request.policyVersionId, request.schoolId)
    const assent = assentOf(pack, request.assent)
    const asked = askedOf(
      `assent/${request.assent}`,
      assent,
      request.aboutId,
      guardians.get(request.aboutId) ?? [],
      today,
      await asSystem(tx, () => postHolders(tx, request.schoolId)),
      named(request.id),
    )
    const slot = asked.slots.find((one) => one.people.includes(actor.personId))
    if (slot === undefined) continue
    const own = said.get(request.id)
    const year = facts.get(request.aboutId)?.facts.year
    const self = request.aboutId === actor.personId
    found.push({
      request,
      title: textOf(assent.says),
      aboutId: request.aboutId,
      name: people.get(request.aboutId)?.given ?? '',
      self,
      year: typeof year === 'number' ? year : null,
      yearName: typeof year === 'number' ? yearGroupName(year) : null,
      state: own === undefined ? 'todo' : (STATES[own.outcome] ?? 'todo'),
      mayTakeBack:
        mayTakeBack(assent, asked, actor.personId) &&
        (own?.outcome === 'signed' || countsWithout(assent, asked, actor.personId)),
      inPart: own?.inPart === true,
      signatureId: own?.id ?? null,
      signedAt: own === undefined ? null : Temporal.Instant.from(own.signed_at),
      dueAt: request.dueAt === null ? null : Temporal.Instant.from(request.dueAt),
      anonymous: assent.anonymous === true,
      countersigns: isCountersigned(slot),
      pupilToo: !self && asked.slots.some((slot) => slot.of === 'self'),
    })
  }
  return found.sort(familyOrder)
}

/** What is asked about the person, about these others, or of whoever is named to sign as well. */
function requestsFor(tx: Tx, actor: PersonActor, abouts: readonly string[]): Promise<Request[]> {
  return tx
    .selectFrom('app.assent_request as r')
    .select(requestColumns)
    .where('r.organisation_id', '=', actor.organisationId)
    .where((where) =>
      where.or([
        where('r.about_id', 'in', abouts),
        where(
          'r.id',
          'in',
          tx
            .selectFrom('app.assent_signer as s')
            .select('s.request_id')
            .where('s.organisation_id', '=', actor.organisationId)
            .where('s.person_id', '=', actor.personId),
        ),
      ]),
    )
    .where('r.state', 'not in', OVER)
    .execute()
}

/** Youngest child first, oneself last; what has a date before what has none. */
function familyOrder(a: MyAsking, b: MyAsking): number {
  if (a.self !== b.self) return a.self ? 1 : -1
  if (a.aboutId !== b.aboutId)
    return (a.year ?? 99) - (b.year ?? 99) || a.name.localeCompare(b.name) || (a.aboutId < b.aboutId ? -1 : 1)
  const due = (one: MyAsking) => one.dueAt?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER
  return due(a) - due(b) || (a.request.assent < b.request.assent ? -1 : 1)
}

async function childrenOf(tx: Tx, actor: PersonActor): Promise<string[]> {
  const rows = await tx
    .selectFrom('app.family_link')
    .select('child_id')
    .where('organisation_id', '=', actor.organisationId)
    .where('adult_id', '=', actor.personId)
    .where('may_sign', '=', true)
    .where('until_on', 'is', null)
    .execute()
  return [...new Set(rows.map((row) => row.child_id))]
}

interface Said {
  readonly id: string
  readonly request_id: string
  readonly outcome: string
  readonly signed_at: string
  readonly inPart: boolean
}

const STATES: Readonly<Record<string, MyState>> = { signed: 'signed', refused: 'talk', withdrawn: 'back' }

/** The last thing that the person themselves said to each asking. */
async function ownSignatures(tx: Tx, actor: PersonActor, requests: readonly Request[]) {
  if (requests.length === 0) return new Map<string, Said>()
  const rows = await tx
    .selectFrom('app.signature')
    .select(['id', 'request_id', 'outcome', 'signed_at', 'answers'])
    .where('organisation_id', '=', actor.organisationId)
    .where('signer_id', '=', actor.personId)
    .where(
      'request_id',
      'in',
      requests.map((request) => request.id),
    )
    .orderBy('signed_at')
    .orderBy('id')
    .execute()
  const last = new Map<string, Said>()
  for (const { answers, ...row } of rows) {
    const inPart = isInPart({ outcome: row.outcome, answers: itemsOf(answers) })
    const before = last.get(row.request_id)
    // What is left of a yes keeps its day and its copy.
    last.set(row.request_id, inPart && before !== undefined ? { ...before, inPart } : { ...row, inPart })
  }
  return last
}
