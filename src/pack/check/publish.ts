import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import { type View, valuesOfKey } from './view.ts'

/** What must be settled before a version is published. */
export const publishable = (view: View): Fault[] => [
  ...openLimits(view),
  ...inferred(view),
  ...openSettings(view),
  ...readings(view),
  ...unlinked(view),
]

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function openLimits({ pack, positions }: View): Fault[] {
  return [...valuesOfKey(pack, 'policy_says')].flatMap(({ path, value }) => {
    const around = path.slice(0, -1)
    const limit = around.reduce<unknown>((inner, key) => (isObject(inner) ? Reflect.get(inner, key) : undefined), pack)
    const counted = isObject(limit) ? Reflect.get(limit, 'we_count') : undefined
    return counted === undefined
      ? [
          positions.fault(
            path,
            'open_limit',
            `The policy says “${String(value)}”: say with we_count: what the school counts.`,
          ),
        ]
      : []
  })
}

/** An inferred value is confirmed by its own source, or by a settled reading of one of the clauses beside it. */
function inferred({ pack, positions }: View): Fault[] {
  const read = Object.values(pack.readings).flatMap((reading) => (reading.settled ? reading.between : []))
  return [...valuesOfKey(pack, 'source')].flatMap(({ path, value }) =>
    value !== 'inferred' || clausesBeside(pack, path).some((clause) => read.includes(clause))
      ? []
      : [
          positions.fault(
            path,
            'unsettled_value',
            'This was inferred: have it confirmed, then write source: school or source: stated.',
          ),
        ],
  )
}

function clausesBeside(pack: View['pack'], path: Path): string[] {
  const beside = path
    .slice(0, -1)
    .reduce<unknown>((inner, key) => (isObject(inner) ? Reflect.get(inner, key) : undefined), pack)
  const clauses: unknown = isObject(beside) ? Reflect.get(beside, 'clauses') : undefined
  return Array.isArray(clauses) ? clauses.filter((clause) => typeof clause === 'string') : []
}

const openSettings = ({ pack, positions }: View): Fault[] =>
  [
    ...Object.entries(pack.settings).map(([id, setting]) => ({
      path: ['settings', id, 'value'],
      value: setting.value,
    })),
    ...Object.entries(pack.measures).flatMap(([id, measure]) =>
      Object.entries(measure.value).map(([name, value]) => ({ path: ['measures', id, 'value', name], value })),
    ),
  ].flatMap(({ path, value }) =>
    isObject(value) && !Array.isArray(value) && !('setting' in value) && Reflect.get(value, 'value') === undefined
      ? [positions.fault(path, 'open_value', 'No value is given here yet.')]
      : [],
  )

const readings = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.readings).flatMap(([id, reading]) =>
    reading.settled
      ? []
      : [
          positions.faultAtKey(
            ['readings', id],
            'unsettled_reading',
            `How ${reading.between.join(' and ')} are read is not settled: ${reading.by} must say so.`,
          ),
        ],
  )

/** A draft may hold clauses that nothing keeps and nobody has planned for; a version may not. */
const unlinked = ({ pack, positions }: View): Fault[] =>
  pack.clauses.flatMap((clause, index) =>
    pack.pack.draft !== true || clause.kept_by.length + clause.planned.length > 0
      ? []
      : [
          positions.fault(
            ['clauses', index, 'kept_by'],
            'kept_by_nothing',
            `Nothing keeps ${clause.id} yet. Name a control, or say with planned: what will keep it.`,
          ),
        ],
  )
