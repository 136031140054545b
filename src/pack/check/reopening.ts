import type { Fault } from '../load/fault.ts'
import type { View } from './view.ts'

/** The step from which on a record is the ground for opening a device is one of its own. */
export const opensDevices = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.records).flatMap(([id, { opens_devices_from: from, start, steps }]) => {
    if (from === undefined) return []
    const at = ['records', id, 'opens_devices_from']
    if (!Object.hasOwn(steps, from))
      return [positions.fault(at, 'unknown_step', `There is no step “${from}” in this record.`)]
    return from === start
      ? [positions.fault(at, 'no_ground', `Nothing is asked before “${from}”: an entry would be no ground.`)]
      : []
  })

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
