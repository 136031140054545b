import type { Fault } from '../load/fault.ts'
import { partsOf } from '../types/parts.ts'
import type { CaseLimit } from '../types/time.ts'
import { hasPart } from './defined.ts'
import { recordFieldPlaces } from './fields.ts'
import { proceduresOf, type View } from './view.ts'

const MOMENTS = ['opened', 'closed', 'end']

/** A duty counted from a record, and a date of a record, need something with a date to count from. */
export function datesMeant({ pack, positions }: View): Fault[] {
  const wanted = [
    ...Object.entries(pack.duties).flatMap(([id, duty]) =>
      'from' in duty ? [{ record: partsOf(duty.from)?.id, name: partsOf(duty.from)?.part, path: ['duties', id] }] : [],
    ),
    ...Object.entries(pack.records).flatMap(([id, record]) =>
      record.dates.map((date, index) => ({ record: id, name: date.from, path: ['records', id, 'dates', index] })),
    ),
  ]
  const counted = wanted.flatMap(({ record, name, path }) =>
    record === undefined || isUnknown(pack, record, name) || hasDate(pack, record, name)
      ? []
      : [
          positions.fault(
            [...path, 'from'],
            'not_a_date',
            name === undefined
              ? `Say from which date of record/${record} it is counted, like record/${record}#opened.`
              : `“${name}” of record/${record} is no date: name a field of type date or datetime, a step, or opened or closed.`,
          ),
        ],
  )
  return [...counted, ...limitsMeant({ pack, positions })]
}

/** A limit that goes by a date of the case names a field that holds one. */
function limitsMeant({ pack, positions }: View): Fault[] {
  const limits = [
    ...proceduresOf(pack).flatMap(({ ref, path, steps }) =>
      Object.entries(steps).map(([id, step]) => ({
        within: step.within,
        path: [...path, 'steps', id, 'within'],
        records: recordsOf(pack, ref),
      })),
    ),
    ...Object.entries(pack.duties).map(([id, duty]) => ({
      within: 'every' in duty ? undefined : duty.within,
      path: ['duties', id, 'within'],
      records: 'every' in duty ? [] : recordsOf(pack, 'on' in duty ? duty.on : duty.from),
    })),
  ]
  return limits.flatMap(({ within, path, records }) => {
    const key = fieldKeyOf(within)
    if (key === null) return []
    const says = `“${key.field}” is no field of type date or datetime of the record at hand.`
    const holds = records.length > 0 && records.every((record) => isDateField(pack, record, key.field))
    return holds ? [] : [positions.fault([...path, key.key], 'not_a_date', says)]
  })
}

function fieldKeyOf(within: CaseLimit | undefined): { readonly key: 'until' | 'from'; readonly field: string } | null {
  if (typeof within !== 'object') return null
  if ('until' in within) return { key: 'until', field: within.until }
  return 'from' in within ? { key: 'from', field: within.from } : null
}

function recordsOf(pack: View['pack'], ref: string): string[] {
  const parts = partsOf(ref)
  if (parts?.kind === 'record') return [parts.id]
  return parts?.kind === 'flow' ? (pack.flows[parts.id]?.in ?? []).flatMap((one) => partsOf(one)?.id ?? []) : []
}

const isDateField = (pack: View['pack'], record: string, name: string): boolean =>
  recordFieldPlaces(pack, record).some(
    ({ field }) => field.id === name && (field.type === 'date' || field.type === 'datetime'),
  )

// A name that nothing has is another rule's fault.
const isUnknown = (pack: View['pack'], record: string, name: string | undefined): boolean =>
  !(record in pack.records) || (name !== undefined && !hasPart(pack, { kind: 'record', id: record, part: name }))

function hasDate(pack: View['pack'], record: string, name: string | undefined): boolean {
  const kind = pack.records[record]
  if (kind === undefined || name === undefined) return false
  const fields = recordFieldPlaces(pack, record).filter(({ field }) => field.id === name)
  if (fields.length > 0) return fields.some(({ field }) => field.type === 'date' || field.type === 'datetime')
  return MOMENTS.includes(name) || name in kind.steps || kind.dates.some((date) => date.id === name)
}
