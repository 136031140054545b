import { personFacts, yearGroupName } from '#areas/people/index.ts'
import { policyVersion, textOf } from '#areas/policy/index.ts'
import { NotFound } from '#core/errors.ts'
import type { Assent } from '#pack/types/assent.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { OVER, requestColumns } from '../request.ts'
import { readPeople } from './read-people.ts'
import { itemsOf } from './read-signatures.ts'

/** One asking of a person's history, with everything that was said to it. */
export interface PastAsking {
  readonly id: string
  readonly title: string
  readonly version: number
  readonly state: string
  readonly lapsed: boolean
  readonly askedAt: Temporal.Instant
  readonly dueAt: Temporal.Instant | null
  readonly reminded: number
  readonly onPaper: boolean
  readonly anonymous: boolean
  /** Whether there is a yes that the policy lets somebody take back. */
  readonly heardBack: boolean
  readonly said: readonly {
    readonly id: string
    readonly signerId: string
    readonly who: string
    readonly capacity: string
    readonly outcome: string
    readonly way: string
    readonly at: Temporal.Instant
    readonly seenBy: string | null
    readonly reason: string | null
    /** What was taken back, where it was not all of it. */
    readonly items: readonly string[]
  }[]
}

/**
 * Everything that was ever asked about a person, newest first, for staff.
 * @throws NotFound when there is no such person.
 */
export async function readHistory(
  tx: Tx,
  personId: string,
  now: Temporal.Instant,
): Promise<{ name: string; about: string; askings: PastAsking[] }> {
  const { organisationId } = contextOf(tx).actor
  const person = (await readPeople(tx, [personId])).get(personId)
  if (person === undefined) throw new NotFound('person.missing')
  const facts = (await personFacts(tx, [personId])).get(personId)
  const requests = await tx
    .selectFrom('app.assent_request as r')
    .select(requestColumns)
    .where('r.organisation_id', '=', organisationId)
    .where('r.about_id', '=', personId)
    .orderBy('r.asked_at', 'desc')
    .orderBy('r.id', 'desc')
    .execute()
  const said = await readSaid(tx, personId)
  const askings: PastAsking[] = []
  for (const request of requests) {
    const { pack, number } = await policyVersion(tx, request.policyVersionId, request.schoolId)
    const assent = pack.assents[request.assent]
    const end = request.validUntil === null ? null : Temporal.Instant.from(request.validUntil)
    askings.push({
      id: request.id,
      title: assent === undefined ? request.assent : textOf(assent.says),
      version: number,
      state: request.state,
      lapsed: end !== null && Temporal.Instant.compare(end, now) < 0,
      askedAt: Temporal.Instant.from(request.askedAt),
      dueAt: request.dueAt === null ? null : Temporal.Instant.from(request.dueAt),
      reminded: request.reminded,
      anonymous: assent?.anonymous === true,
      heardBack: assent?.withdraw !== undefined && isGiven(request.state, said.get(request.id) ?? []),
      onPaper: assent?.ways.includes('paper') === true,
      said: (said.get(request.id) ?? []).map((one) => ({ ...one, items: one.items.map((id) => sayItem(assent, id)) })),
    })
  }
  const year = facts?.facts.year
  const kinds = (facts?.kinds ?? []).filter((one) => one.until === null).map((one) => one.kind)
  return {
    name: person.name,
    about: typeof year === 'number' ? yearGroupName(year) : [...new Set(kinds)].join(', '),
    askings,
  }
}

// Beside a no of one, the yes of another may go as well.
function isGiven(state: string, said: PastAsking['said']): boolean {
  if (state === 'signed') return true
  if (OVER.some((over) => over === state)) return false
  const whole = said.filter((one) => one.items.length === 0)
  return [...Map.groupBy(whole, (one) => one.signerId).values()].some((own) => own.at(-1)?.outcome === 'signed')
}

function sayItem(assent: Assent | undefined, id: string): string {
  const item = assent?.items.find((one) => one.id === id)
  return item === undefined ? id : textOf(item.says)
}

/** Everything that was said about a person, by asking, in its order. */
async function readSaid(tx: Tx, personId: string): Promise<Map<string, PastAsking['said'][number][]>> {
  const rows = await tx
    .selectFrom('app.signature')
    .select([
      'id',
      'request_id',
      'signer_id',
      'capacity',
      'outcome',
      'way',
      'signed_at',
      'recorded_by',
      'reason',
      'answers',
    ])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('about_id', '=', personId)
    .orderBy('signed_at')
    .orderBy('id')
    .execute()
  const people = await readPeople(
    tx,
    rows.flatMap((row) => [row.signer_id, row.recorded_by ?? row.signer_id]),
  )
  const said = rows.map((row) => ({
    request: row.request_id,
    id: row.id,
    signerId: row.signer_id,
    who: people.get(row.signer_id)?.name ?? '',
    capacity: row.capacity,
    outcome: row.outcome,
    way: row.way,
    at: Temporal.Instant.from(row.signed_at),
    seenBy: row.recorded_by === null ? null : (people.get(row.recorded_by)?.name ?? ''),
    reason: row.reason,
    items: row.outcome === 'withdrawn' ? Object.keys(itemsOf(row.answers)) : [],
  }))
  return Map.groupBy(said, (one) => one.request)
}
