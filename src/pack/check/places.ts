import type { Fault } from '../load/fault.ts'
import type { View } from './view.ts'

/** A place stands at one of the levels, within places that exist and stand above it. */
export const places = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.places).flatMap(([id, place]) => {
    const rank = pack.levels.indexOf(place.level)
    const level =
      rank < 0
        ? [
            positions.fault(
              ['places', id, 'level'],
              'unknown_level',
              `“${place.level}” is not a level here: ${pack.levels.join(', ')}.`,
            ),
          ]
        : []
    const within = place.in.flatMap((name, index) => {
      const around = pack.places[name]
      const path = ['places', id, 'in', index]
      if (around === undefined) return [positions.fault(path, 'unknown_place', `There is no place “${name}”.`)]
      return rank >= 0 && pack.levels.indexOf(around.level) >= rank
        ? [
            positions.fault(
              path,
              'unknown_place',
              `“${name}” is a ${around.level}: a ${place.level} cannot stand in it.`,
            ),
          ]
        : []
    })
    return [...level, ...within]
  })
