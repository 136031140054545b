import type { Fault } from '../load/fault.ts'
import { proceduresOf, type View } from './view.ts'

/** What follows from a step is written down by whoever takes it: a step that nobody takes leads to nothing. */
export const followUpsWritten = ({ pack, positions }: View): Fault[] =>
  proceduresOf(pack).flatMap(({ path, steps }) =>
    Object.entries(steps).flatMap(([id, step]) =>
      step.follow_up === undefined || 'ask' in step || 'do' in step || 'decision' in step
        ? []
        : [
            positions.faultAtKey(
              [...path, 'steps', id, 'follow_up'],
              'nobody_meant',
              'Nobody takes this step, so nobody can write down what follows from it: say it at a step that somebody takes.',
            ),
          ],
    ),
  )
