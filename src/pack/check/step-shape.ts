import { isEarlier } from '../engines/tables/counted.ts'
import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import type { ColumnFrom, EarlierFrom } from '../types/given.ts'
import type { Pack } from '../types/pack.ts'
import { partsOf } from '../types/parts.ts'
import type { Step, Steps } from '../types/step.ts'
import type { Table } from '../types/table.ts'
import { recordFieldPlaces } from './fields.ts'
import { reachable } from './steps.ts'
import { proceduresOf, type View } from './view.ts'

/** What single steps may not say. */
export const stepShapes = ({ pack, positions }: View): Fault[] =>
  proceduresOf(pack).flatMap(({ path, steps, ref }) =>
    Object.entries(steps).flatMap(([id, step]) => {
      const at: Path = [...path, 'steps', id]
      return [
        ...severalAnswers(step, at, positions),
        ...appliedTables(pack, ref, steps, step, at, positions),
        ...emergencies(step, at, positions),
        ...namedTwice(step, at, positions),
      ]
    }),
  )

type Positions = View['positions']

function severalAnswers(step: Step, at: Path, positions: Positions): Fault[] {
  if (!('ask' in step)) return []
  const several = step.choose !== '1'
  if (several && step.join === undefined)
    return [
      positions.fault(
        [...at, 'choose'],
        'no_join',
        'Several answers may hold here: say with join: where their branches meet.',
      ),
    ]
  if (!several && step.join !== undefined)
    return [
      positions.fault([...at, 'join'], 'no_join', 'Only one answer is chosen here, so nothing meets: leave join out.'),
    ]
  const most = Number(step.choose.split('..').at(-1) || step.answers.length)
  return most > step.answers.length
    ? [positions.fault([...at, 'choose'], 'bad_range', `There are only ${step.answers.length} answers.`)]
    : []
}

/** A table step has a table of outcomes, finds the value of every column, and leads on only from outcomes of the table. */
function appliedTables(pack: Pack, ref: string, steps: Steps, step: Step, at: Path, positions: Positions): Fault[] {
  if (!('table' in step)) return []
  const table = pack.tables[partsOf(step.table)?.id ?? '']
  if (table === undefined) return []
  const wrong = (path: Path, says: string) => positions.fault([...at, ...path], 'unknown_name', says)
  if (table.outcomes.length === 0)
    return [
      positions.fault([...at, 'table'], 'no_mark', `${step.table} has marks only: a step applies a table of outcomes.`),
    ]
  const records = recordsOf(pack, ref)
  const known = (from: ColumnFrom) =>
    typeof from === 'object' ||
    (from.startsWith('answers.')
      ? Object.hasOwn(steps, from.slice('answers.'.length))
      : records.every((record) => recordFieldPlaces(pack, record).some(({ field }) => field.id === from)))
  return [
    ...Object.keys(step.with)
      .filter((column) => !table.inputs.some((input) => input.id === column))
      .map((column) => wrong(['with', column], `${step.table} has no column “${column}”.`)),
    ...Object.entries(step.with)
      .filter(([, from]) => !known(from))
      .map(([column, from]) => wrong(['with', column], `Nothing asks for “${String(from)}” in this record.`)),
    ...Object.entries(step.with).flatMap(([column, from]) =>
      isEarlier(from) ? countedColumns(pack, records, table, [column, from], [...at, 'with', column], positions) : [],
    ),
    ...table.inputs
      .filter((input) => step.with[input.id] === undefined)
      .map((input) => wrong(['with'], `Say with: where ${input.id} comes from.`)),
    ...Object.keys(step.leads)
      .filter((outcome) => !table.outcomes.some((one) => one.id === outcome))
      .map((outcome) => wrong(['leads', outcome], `${step.table} has no outcome “${outcome}”.`)),
  ]
}

/** What is counted is a number, or whether there was any; the part is one of the record, and what may follow is told apart. */
function countedColumns(
  pack: Pack,
  records: readonly string[],
  table: Table,
  [column, from]: readonly [string, EarlierFrom],
  at: Path,
  positions: Positions,
): Fault[] {
  const type = table.inputs.find((input) => input.id === column)?.type
  if (type === undefined) return []
  const asks = type === 'yes_no' || type === 'boolean'
  const { part, up_to } = from
  return [
    ...(asks || type === 'number'
      ? []
      : [
          positions.fault(
            at,
            'not_counted',
            `“${column}” is no number and no yes or no: nothing can be counted for it.`,
          ),
        ]),
    ...(part === undefined || records.every((id) => pack.records[id]?.parts.some((one) => one.id === part))
      ? []
      : [positions.fault([...at, 'part'], 'unknown_name', `Nobody can be “${part}” in this record.`)]),
    ...(asks && up_to !== undefined
      ? [positions.fault([...at, 'up_to'], 'not_counted', 'A yes or no tells no numbers apart: leave up_to out.')]
      : []),
  ]
}

const recordsOf = (pack: Pack, ref: string): string[] => {
  const parts = partsOf(ref)
  if (parts?.kind === 'record') return [parts.id]
  return (pack.flows[parts?.id ?? '']?.in ?? []).flatMap((one) => partsOf(one)?.id ?? [])
}

/** An emergency step is done at once and recorded afterwards: nothing may stand before it. */
function emergencies(step: Step, at: Path, positions: Positions): Fault[] {
  if (!step.never_waits) return []
  const holding = (['needs', 'when', 'two_people', 'witness', 'evidence', 'decision', 'wait_for'] as const).filter(
    (key) => {
      const value: unknown = Reflect.get(step, key)
      return value !== undefined && value !== false
    },
  )
  return holding.map((key) =>
    positions.fault([...at, key], 'emergency_delayed', `This step never waits, but ${key}: would hold it back.`),
  )
}

/** Whoever was there signs for the item: the step does not ask for them a second time. */
const namedTwice = (step: Step, at: Path, positions: Positions): Fault[] =>
  'evidence' in step && step.evidence !== undefined && step.witness !== undefined
    ? [
        positions.fault(
          [...at, 'witness'],
          'two_witnesses',
          'Whoever was there signs for the item of evidence: leave witness out, and say witness: required in evidence.',
        ),
      ]
    : []

/** An emergency step can be reached without waiting for anybody, and no wait holds it. */
export const emergencyPaths = ({ pack, positions }: View): Fault[] =>
  proceduresOf(pack).flatMap(({ path, start, steps }) => {
    const prompt = Object.fromEntries(
      Object.entries(steps).filter(([, step]) => !('decision' in step) && !('wait_for' in step)),
    )
    const free = start === undefined ? new Set<string>() : reachable(prompt, start)
    const emergencies = Object.entries(steps).flatMap(([id, step]) => (step.never_waits ? [id] : []))
    const known = start === undefined ? new Set<string>() : reachable(steps, start)
    return [
      ...emergencies
        .filter((id) => known.has(id) && !free.has(id) && Object.hasOwn(prompt, id))
        .map((id) =>
          positions.faultAtKey(
            [...path, 'steps', id],
            'emergency_delayed',
            `“${id}” never waits, but it can be reached only after a wait or a decision.`,
          ),
        ),
      ...Object.entries(steps).flatMap(([id, step]) =>
        ('holds' in step ? step.holds : []).flatMap((held, index) =>
          emergencies.includes(held)
            ? [
                positions.fault(
                  [...path, 'steps', id, 'holds', index],
                  'emergency_delayed',
                  `“${held}” never waits, so nothing may hold it back.`,
                ),
              ]
            : [],
        ),
      ),
    ]
  })
