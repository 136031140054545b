import type { Fault } from '../load/fault.ts'
import type { View } from './view.ts'

/** Support is offered to people in parts that the record has. */
export const supportOffered = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.records).flatMap(([id, { support, parts }]) =>
    (support?.for ?? []).flatMap((part, index) =>
      parts.some((one) => one.id === part)
        ? []
        : [
            positions.fault(
              ['records', id, 'support', 'for', index],
              'unknown_name',
              `There is no part “${part}” in this record.`,
            ),
          ],
    ),
  )
