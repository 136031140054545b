import type { PersonActor, SystemActor } from '#core/actor.ts'
import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import type { SetClock } from '#core/clock.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Database } from '#platform/database/database.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Chance } from '../random.ts'
import { chanceFor } from '../random.ts'
import type { Sample, SamplePerson } from '../types.ts'
import type { Agenda } from './agenda.ts'

const SEED = 1

/** What a load may leave out, for tests that need no more. */
export interface HistoryOptions {
  /** The share of the people who are asked for agreements and have duties; all unless told. */
  readonly share?: number
}

/** The invented school while its history is made. */
export interface World {
  readonly db: Database
  readonly clock: SetClock
  readonly agenda: Agenda
  readonly system: SystemActor
  readonly sample: Sample
  readonly pack: Pack
  readonly now: Temporal.Instant
  readonly options: HistoryOptions
  readonly receiptKey: Buffer
  readonly log: (line: string) => void
  schoolId: string
  /** The people of the roster who are known by now, by their number in it. */
  people: ReadonlyMap<string, string>
  readonly calendar: SchoolCalendar
  /** When what is told begins. */
  readonly begins: Temporal.Instant
  /** The concerns of which a case is made, by the case's story. */
  readonly concernOf: Map<string, string>
  /** What was told and which cases were opened, by their stories. */
  readonly told: Map<string, string>
  readonly cases: Map<string, string>
  /** The receipt of the conversation that can be looked at, once there is one. */
  receipt: string | null
}

/** Chance for one matter of the history. */
export const chanceOf = (matter: string): Chance => chanceFor(SEED, `history ${matter}`)

/** Somebody of the roster as the actor that their session would make. */
export function actorOf(world: World, person: SamplePerson): PersonActor {
  const personId = world.people.get(person.sourcedId)
  if (personId === undefined) throw new TypeError(`${person.sourcedId} is not at the school yet`)
  const audience = person.kind === 'volunteer' ? 'visitor' : person.kind
  return { kind: 'person', organisationId: world.system.organisationId, personId, audience }
}

/** Lets somebody do something in a transaction of their own, as a request would. */
export const act = <T>(
  world: World,
  actor: PersonActor,
  command: (tx: Tx, actor: PersonActor) => Promise<T>,
): Promise<T> => world.db.inTx(actor, (tx) => command(tx, actor))

/** Somebody by their number in the roster. */
export function personNamed(world: World, sourcedId: string): SamplePerson {
  const found = world.sample.people.find((person) => person.sourcedId === sourcedId)
  if (found === undefined) throw new TypeError(`the sample has no ${sourcedId}`)
  return found
}

/** Who holds a post of the policy on a day, the first of several. */
export function holderOf(world: World, post: string, day: Temporal.PlainDate): SamplePerson {
  const on = day.toString()
  const held = world.sample.posts.find(
    (one) => one.post === post && one.fromOn <= on && (one.untilOn === null || one.untilOn >= on),
  )
  if (held === undefined) throw new TypeError(`nobody is ${post} on ${on}`)
  return personNamed(world, held.person)
}
