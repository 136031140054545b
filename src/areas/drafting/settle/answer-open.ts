import type { Pack } from '#pack/types/pack.ts'
import { inputOf } from './input.ts'
import { type Point, pointsOf } from './points.ts'
import type { Settled } from './settle-content.ts'

/**
 * An answer for every point that is open: as it stands, or what `given` says for its place. For what is empty a value of
 * its type is made up, so this is for tests and samples only.
 */
export function answerAll(pack: Pack, given: Readonly<Record<string, Settled['to']>> = {}): Settled[] {
  return pointsOf(pack)
    .filter((point) => point.open)
    .map((point) => {
      const to = given[point.place] ?? madeUp(pack, point)
      return to === undefined ? { place: point.place } : { place: point.place, to }
    })
}

function madeUp(pack: Pack, point: Point): Settled['to'] {
  const input = inputOf(pack, point)
  switch (input.kind) {
    case 'amount':
      return input.count === '' ? '10 school days' : undefined
    case 'rhythm':
      return input.value === '' ? 'term' : undefined
    case 'number':
      return input.value === '' ? 12 : undefined
    case 'yes_no':
      return input.value === '' ? true : undefined
    case 'list':
      return input.value === '' ? ['as agreed'] : undefined
    case 'times':
      return input.value === '' ? ['school days 12:15 to 13:10'] : undefined
    case 'line':
      return input.value === '' ? lineFor(input.hint) : undefined
    default:
      return undefined
  }
}

function lineFor(hint: string): string {
  if (hint === '') return 'as agreed'
  return hint.startsWith('Like 2,') ? '2..' : 'term'
}
