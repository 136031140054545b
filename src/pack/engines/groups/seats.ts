import type { Pack } from '../../types/pack.ts'
import type { Party } from '../../types/party.ts'
import type { Count } from '../../types/value.ts'
import { inParty } from '../audience/in-party.ts'
import type { AudienceContext, PersonFacts } from '../audience/person.ts'
import { settingValue } from '../schools/setting-value.ts'

/** A seat of a group, how many it needs and how many sit in it. */
export interface SeatStanding {
  readonly id: string
  readonly says: Extract<Party, { kind: 'group' }>['seats'][number]['says']
  readonly least: number
  readonly filled: number
}

/**
 * How the seats of a group are filled. Those who are named to the group fill the seats of the constituencies that they belong to, each
 * person one seat; whoever holds a post from which a seat is filled sits in it without being named.
 */
export function seatsOfGroup(
  pack: Pack,
  group: string,
  people: readonly PersonFacts[],
  asAt: Temporal.PlainDate,
  context: AudienceContext,
): SeatStanding[] {
  const party = pack.parties[group.slice('party/'.length)]
  if (party?.kind !== 'group') return []
  const fits = party.seats.map((seat) =>
    people.filter((person) => {
      const isNamed = inParty(pack, group, person, asAt, context).verdict === 'yes'
      if (seat.from === undefined) return isNamed
      const belongs = inParty(pack, seat.from, person, asAt, context).verdict === 'yes'
      return belongs && (isNamed || pack.parties[seat.from.slice('party/'.length)]?.kind === 'post')
    }),
  )
  const places = party.seats.flatMap((seat, index) =>
    Array.from({ length: leastOf(pack, seat.count) }, () => ({ seat: index, fits: fits[index] ?? [] })),
  )
  const taken = fill(places.map((place) => place.fits.map((person) => person.id)))
  return party.seats.map((seat, index) => ({
    id: seat.id,
    says: seat.says,
    least: leastOf(pack, seat.count),
    filled: places.filter((place, at) => place.seat === index && taken.has(at)).length,
  }))
}

/** Seats with too few in them. */
export const emptySeats = (seats: readonly SeatStanding[]): SeatStanding[] =>
  seats.filter((seat) => seat.filled < seat.least)

/** Gives as many places as can be to people who fit, each person one place. @returns the places that are taken. */
function fill(places: readonly (readonly string[])[]): ReadonlySet<number> {
  const sitsAt = new Map<string, number>()
  const seat = (place: number, tried: Set<string>): boolean =>
    (places[place] ?? []).some((person) => {
      if (tried.has(person)) return false
      tried.add(person)
      const other = sitsAt.get(person)
      // Whoever sits elsewhere moves when another can take that place.
      if (other !== undefined && !seat(other, tried)) return false
      sitsAt.set(person, place)
      return true
    })
  return new Set(places.flatMap((_, place) => (seat(place, new Set()) ? [place] : [])))
}

function leastOf(pack: Pack, count: Count): number {
  const range = typeof count === 'string' ? count : settingValue(pack, count.setting)
  return typeof range === 'string' ? Number(range.split('..')[0] ?? '0') : 0
}
