import type { Fault } from '../load/fault.ts'
import type { View } from './view.ts'

/** A record that is opened again goes on at a step of its own. */
export const reopenings = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.records).flatMap(([id, { reopening, steps }]) =>
    reopening === undefined || Object.hasOwn(steps, reopening.step)
      ? []
      : [
          positions.fault(
            ['records', id, 'reopening', 'step'],
            'unknown_step',
            `There is no step “${reopening.step}” in this record: a chart that it calls has ended with it.`,
          ),
        ],
  )
