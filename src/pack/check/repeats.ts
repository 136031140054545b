import type { Fault } from '../load/fault.ts'
import type { View } from './view.ts'

/** Who is in several is looked for among pupils: a record without a part for pupils alone points nobody out. */
export const repeatsMeant = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.records).flatMap(([id, { repeats, parts }]) =>
    repeats === undefined || parts.some(({ of }) => of.length === 1 && of[0] === 'pupil')
      ? []
      : [
          positions.faultAtKey(
            ['records', id, 'repeats'],
            'nobody_meant',
            'This record has no part for pupils alone (of: [pupil]): nobody could be in several.',
          ),
        ],
  )
