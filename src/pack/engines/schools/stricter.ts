import { parseTime } from '../../time/parse.ts'
import { windowsOf } from '../../time/read.ts'
import { isTimeFault, type Time } from '../../time/time.ts'
import { areWithin } from '../../time/windows.ts'
import type { Scalar } from '../../types/value.ts'

/** The direction in which a school of a group may go. */
export type Direction = 'higher' | 'lower' | 'narrower'

/** How a school's value stands beside the group's: `unclear` when nobody can tell which of the two is more. */
export type Compared = 'fine' | 'weaker' | 'unclear'

/** Whether a school's value is at least as strict as the group's. */
export function compareStrictness(own: Scalar, local: Scalar, stricter: Direction): Compared {
  if (Array.isArray(own) || Array.isArray(local)) return compareLists(own, local, stricter)
  if (typeof own === 'boolean' || typeof local === 'boolean') return compareFlags(own, local, stricter)
  const [group, school] = [boundsOf(own), boundsOf(local)]
  if (group === null || school === null) return own === local ? 'fine' : 'unclear'
  if (group.unit === school.unit) return compareCounts(group.count, school.count, stricter)
  // Of two units one is more only when its least is not below the other's most.
  if (stricter === 'narrower') return 'unclear'
  if (stricter === 'lower')
    return school.most <= group.least ? 'fine' : school.least > group.most ? 'weaker' : 'unclear'
  return school.least >= group.most ? 'fine' : school.most < group.least ? 'weaker' : 'unclear'
}

function compareLists(own: Scalar, local: Scalar, stricter: Direction): Compared {
  if (stricter !== 'narrower' || !Array.isArray(own) || !Array.isArray(local)) return 'unclear'
  const [outer, inner] = [windowsOf(own), windowsOf(local)]
  if (outer !== null && inner !== null) return areWithin(inner, outer) ? 'fine' : 'weaker'
  return local.every((item) => own.includes(item)) ? 'fine' : 'weaker'
}

// A yes is more than a no.
function compareFlags(own: Scalar, local: Scalar, stricter: Direction): Compared {
  if (typeof own !== 'boolean' || typeof local !== 'boolean' || stricter === 'narrower') return 'unclear'
  return compareCounts([Number(own), Number(own)], [Number(local), Number(local)], stricter)
}

type Count = readonly [least: number, most: number]

function compareCounts(own: Count, local: Count, stricter: Direction): Compared {
  if (stricter === 'higher') return local[0] >= own[0] && local[1] >= own[1] ? 'fine' : 'weaker'
  if (stricter === 'lower') return local[0] <= own[0] && local[1] <= own[1] ? 'fine' : 'weaker'
  return local[0] >= own[0] && local[1] <= own[1] ? 'fine' : 'weaker'
}

interface Bounds {
  readonly unit: string
  readonly count: Count
  /** In hours. */
  readonly least: number
  readonly most: number
}

/** A number, a range or a time between its least and its most; null when the text is none of them. */
function boundsOf(value: string | number): Bounds | null {
  if (typeof value === 'number') return plain(value, value)
  const range = /^(\d{1,4})(\.\.(\d{1,4})?)?$/.exec(value)
  if (range !== null) {
    const least = Number(range[1])
    return plain(least, range[2] === undefined ? least : Number(range[3] ?? Number.POSITIVE_INFINITY))
  }
  const time = parseTime(value)
  return isTimeFault(time) ? null : timeBounds(time)
}

const plain = (least: number, most: number): Bounds => ({ unit: 'number', count: [least, most], least, most })

// Hours at the least and at the most, holidays counted: a school day may be followed by a whole summer.
const HOURS: Readonly<Record<string, Count>> = {
  min: [1 / 60, 1 / 60],
  h: [1, 1],
  day: [24, 24],
  school_day: [24, Number.POSITIVE_INFINITY],
  week: [168, 168],
  month: [672, 744],
  half_term: [600, 1_900],
  term: [1_200, 4_000],
  school_year: [6_800, 8_784],
  year: [8_760, 8_784],
}

function timeBounds(time: Time): Bounds | null {
  if (time.kind !== 'length' && time.kind !== 'every') return null
  const [least, most] = HOURS[time.unit] ?? [0, Number.POSITIVE_INFINITY]
  const { count, unit } = time
  return { unit, count: [count, count], least: least * count, most: most * count }
}
