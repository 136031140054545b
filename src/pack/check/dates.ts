import type { Fault } from '../load/fault.ts'
import { partsOf } from '../types/parts.ts'
import { hasPart } from './defined.ts'
import { recordFieldPlaces } from './fields.ts'
import type { View } from './view.ts'

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
  return wanted.flatMap(({ record, name, path }) =>
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
}

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
