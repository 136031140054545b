import type { Pack } from '../types/pack.ts'
import { isMap } from './place.ts'
import { stepsInOrder } from './steps-order.ts'

/**
 * A pack with the entries of its maps in an order that a reader can follow, whatever order storage left them in:
 * ids by the alphabet, steps as they are walked, the conditions of a row as its columns stand.
 */
export function inWrittenOrder(pack: Pack): Pack {
  const sorted = sortedMaps(pack)
  return {
    ...sorted,
    records: each(sorted.records, (record) => ({
      ...record,
      steps: picked(record.steps, stepsInOrder(record.steps, record.start)),
    })),
    flows: each(sorted.flows, (flow) => ({ ...flow, steps: picked(flow.steps, stepsInOrder(flow.steps, flow.start)) })),
    tables: each(sorted.tables, (table) => ({
      ...table,
      rows: table.rows.map((row) => ({
        ...row,
        when: picked(
          row.when,
          table.inputs.map((input) => input.id),
        ),
      })),
    })),
  }
}

const each = <T>(map: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(map).map(([id, value]) => [id, change(value)]))

const picked = <T>(map: Readonly<Record<string, T>>, order: readonly string[]): Record<string, T> =>
  Object.fromEntries([
    ...order.flatMap((key) => (map[key] === undefined ? [] : [[key, map[key]] as const])),
    ...Object.entries(map).filter(([key]) => !order.includes(key)),
  ])

// Types give objects their order back when the value is shortened; only maps by id depend on this one.
function sortedMaps<T>(value: T): T {
  const walk = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(walk)
    if (!isMap(inner)) return inner
    return Object.fromEntries(
      Object.entries(inner)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, item]) => [key, walk(item)]),
    )
  }
  // The same values under the same keys.
  return walk(value) as T
}
