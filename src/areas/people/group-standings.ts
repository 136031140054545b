import type { ControlStanding, PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import { SCHOOL_ZONE } from '#core/clock.ts'
import { isAboveSchools } from '#pack/engines/duties/level.ts'
import type { SeatStanding } from '#pack/engines/groups/seats.ts'
import { emptySeats, seatsOfGroup } from '#pack/engines/groups/seats.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import { audienceContext } from './audiences.ts'
import type { KnownPerson } from './queries/person-facts.ts'
import { personFacts } from './queries/person-facts.ts'
import { readSchools } from './queries/schools.ts'

/** How the groups of the policy are filled, once for each school where they are a school's. Answers for `party/<group>` and its seats. */
export async function groupStandings(
  tx: Tx,
  { pack }: PolicyInForce,
  refs: readonly string[],
): Promise<Map<string, ControlStanding>> {
  const asked = refs.filter((ref) => pack.parties[idOf(ref)]?.kind === 'group')
  if (asked.length === 0) return new Map()
  const people = [...(await personFacts(tx)).values()]
  const schools = await readSchools(tx)
  const today = nowIn(tx).toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate()
  const context = audienceContext(pack)
  return new Map(
    asked.map((ref) => {
      const group = `party/${idOf(ref)}`
      const party = pack.parties[idOf(ref)]
      const ofSchool = party !== undefined && 'per' in party && !isAboveSchools(pack, party.per) && schools.length > 1
      const places: Place[] = ofSchool
        ? schools.map((school) => ({ name: school.name, people: people.filter((one) => one.schoolId === school.id) }))
        : [{ name: null, people }]
      const filled = places.map((place) => ({
        name: place.name,
        seats: seatsOfGroup(pack, group, place.people, today, context).filter(isWanted(ref)),
      }))
      return [
        ref,
        standingOf(
          filled,
          people.some((one) => isNamed(one, group)),
        ),
      ] as const
    }),
  )
}

interface Place {
  /** The school, where there are several. */
  readonly name: string | null
  readonly people: readonly KnownPerson[]
}

const idOf = (ref: string): string => ref.slice('party/'.length).split('#')[0] ?? ''

const isWanted = (ref: string) => (seat: SeatStanding) => {
  const part = ref.split('#')[1]
  return part === undefined || seat.id === part
}

const isNamed = (person: KnownPerson, group: string): boolean =>
  person.posts.some((post) => post.party === group && post.until === null)

function standingOf(
  places: readonly { readonly name: string | null; readonly seats: readonly SeatStanding[] }[],
  anybody: boolean,
): ControlStanding {
  if (!anybody) return { state: 'none', proof: null, says: 'Nobody is named to this group yet.' }
  const empty = places.flatMap(({ name, seats }) =>
    emptySeats(seats).map((seat) => `${textOf(seat.says)}${name === null ? '' : ` (${name})`}`),
  )
  const all = places.reduce((sum, place) => sum + place.seats.length, 0)
  const counts = { seats: all, empty: empty.length }
  return empty.length === 0
    ? { state: 'kept', proof: 'proved', says: 'Every seat is filled.', counts }
    : { state: 'broken', proof: null, says: `Nobody yet as: ${empty.join('; ')}.`, counts }
}
