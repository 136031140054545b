import type pg from 'pg'
import { signAgreement } from '#areas/assents/index.ts'
import { tellConcern } from '#areas/concerns/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { anonymousActor, systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import type { Figure } from '../support/figure.ts'
import { peakMemory, round } from '../support/figure.ts'
import { inTurns, load } from '../support/load.ts'
import { makeSchool } from '../support/school.ts'
import { bareClient, replay, traceOf } from '../support/trace.ts'
import type { World } from '../support/world.ts'

const AT_ONCE = [1, 16, 64]
const BOUNDS = { seconds: 5, most: 2_000 }
// As often as it takes until the program has learned which statements come again.
const FIRST = 6

/** A concern told and an agreement signed, against the same statements on a bare client, ledger included, in one organisation. */
export async function writeFigures(world: World, report: (line: string) => void): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const atOnce of AT_ONCE) {
    report(`a concern told, ${atOnce} at once`)
    figures.push(await concerns(world, atOnce))
    report(`an agreement signed, ${atOnce} at once`)
    figures.push(await signatures(world, atOnce))
  }
  return figures
}

async function concerns(world: World, atOnce: number): Promise<Figure> {
  const school = await makeSchool(world, `concerns-${atOnce}`)
  const actor = anonymousActor(school.organisationId)
  const key = Buffer.alloc(32, 3)
  const tell = () =>
    world.db.inTx(actor, (tx) =>
      tellConcern(tx, actor, key, {
        schoolId: school.schoolId,
        reporterKind: 'anonymous',
        body: 'Somebody writes unkind things in our chat.',
        aboutKind: null,
        inDanger: false,
        wantsAnswer: true,
      }),
    )
  for (let times = 0; times < FIRST; times += 1) await tell()
  const since = Date.now()
  const traced = await traceOf(tell)
  return against(
    world,
    atOnce,
    'a concern told',
    async () => void (await tell()),
    (client) => replay(client, traced, since, new Map(), ['"concern"']),
  )
}

async function signatures(world: World, atOnce: number): Promise<Figure> {
  const school = await makeSchool(world, `signatures-${atOnce}`)
  const ready = await adultsToSign(world, school, BOUNDS.most * 4 + FIRST + 1)
  const sign = (index: number) => {
    const { actor, requestId } = ready[index] ?? raise()
    return world.db.inTx(actor, (tx) => signAgreement(tx, actor, { requestId, typedName: 'Bench Person' }))
  }
  for (let index = 0; index < FIRST; index += 1) await sign(index)
  const since = Date.now()
  const traced = await traceOf(() => sign(FIRST))
  const first = ready[FIRST] ?? raise()
  let next = FIRST + 1
  return against(
    world,
    atOnce,
    'an agreement signed',
    async () => void (await sign(next++)),
    (client) => {
      const other = ready[next++] ?? raise()
      const swap = new Map([
        [first.actor.personId, other.actor.personId],
        [first.requestId, other.requestId],
      ])
      return replay(client, traced, since, swap, [])
    },
  )
}

async function against(
  world: World,
  atOnce: number,
  name: string,
  ours: () => Promise<void>,
  bare: (client: pg.Client) => Promise<void>,
): Promise<Figure> {
  const clients = await Promise.all(Array.from({ length: Math.min(atOnce, 16) }, () => bareClient(world.webUrl)))
  const free = [...clients]
  const waiting: ((client: pg.Client) => void)[] = []
  const withClient = async () => {
    const client = free.pop() ?? (await new Promise<pg.Client>((resolve) => waiting.push(resolve)))
    try {
      await bare(client)
    } finally {
      const waits = waiting.shift()
      if (waits === undefined) free.push(client)
      else waits(client)
    }
  }
  const [value, limit] = await inTurns(
    2,
    () => load(atOnce, BOUNDS, ours),
    () => load(atOnce, BOUNDS, withClient),
  )
  await Promise.all(clients.map((client) => client.end()))
  return {
    name: `${name}, ${atOnce} at once`,
    unit: 'per second',
    value: value.perSecond,
    limit: limit.perSecond,
    ratio: round(value.perSecond / limit.perSecond),
    p50_ms: value.p50,
    p99_ms: value.p99,
    rss_mb: peakMemory(),
    note: 'against the same statements, prepared alike, on bare clients (at most 16), ledger included, one organisation',
  }
}

async function adultsToSign(
  world: World,
  school: { organisationId: string; schoolId: string; policyId: string },
  count: number,
) {
  const { organisationId, schoolId, policyId } = school
  const people = Array.from({ length: count }, () => ({ personId: newId(), requestId: newId() }))
  const system = systemActor(organisationId, 'bench')
  for (let from = 0; from < people.length; from += 1_000) {
    const some = people.slice(from, from + 1_000)
    await world.db.inTx(system, async (tx) => {
      await tx
        .insertInto('app.person')
        .values(
          some.map(({ personId }) => ({
            organisation_id: organisationId,
            id: personId,
            given_name: 'Bench',
            family_name: 'Person',
          })),
        )
        .execute()
      await tx
        .insertInto('app.person_membership')
        .values(
          some.map(({ personId }) => ({
            organisation_id: organisationId,
            id: newId(),
            person_id: personId,
            school_id: schoolId,
            kind: 'staff',
            from_on: '2024-09-01',
          })),
        )
        .execute()
      await tx
        .insertInto('app.assent_request')
        .values(
          some.map(({ personId, requestId }) => ({
            organisation_id: organisationId,
            id: requestId,
            policy_version_id: policyId,
            assent: 'adult_code',
            about_id: personId,
            school_id: schoolId,
            state: 'open',
            asked_at: '2026-09-01T08:00:00Z',
            round: '2026-09-01',
          })),
        )
        .execute()
    })
  }
  const actorOf = (personId: string): PersonActor => ({ kind: 'person', organisationId, personId, audience: 'staff' })
  return people.map(({ personId, requestId }) => ({ actor: actorOf(personId), requestId }))
}

function raise(): never {
  throw new Error('the bench has run out of people')
}
