import type { Row } from './row.ts'

/** A required text; null with a fault when the cell is empty or longer than any real one. */
export function needed(row: Row, column: string, longest = 500): string | null {
  const text = row.cell(column) ?? null
  if (text === null) row.fault(column, `“${column}” is empty. Each row must have it.`)
  return text === null ? null : within(row, column, text, longest)
}

/** An optional text: undefined when there is no such column. */
export function optional(row: Row, column: string, longest = 500): string | null | undefined {
  const text = row.cell(column)
  return typeof text === 'string' ? within(row, column, text, longest) : text
}

/** A sourcedId or a reference to one. */
export function id(row: Row, column: string): string | null {
  const text = needed(row, column, 255)
  if (text !== null && /^\d(\.\d+)?e\+\d+$/i.test(text)) {
    row.fault(column, `“${text}” is an id that Excel has rounded as if it were a number. Export the file again.`)
    return null
  }
  return text
}

/** Several ids in one cell, parted by commas. */
export function ids(row: Row, column: string): string[] | undefined {
  const text = row.cell(column)
  if (text === undefined) return undefined
  const parts = (text ?? '').split(',').map((part) => part.trim())
  return [...new Set(parts.filter((part) => part !== ''))]
}

/** One word of a closed list, whatever its case. */
export function word<T extends string>(row: Row, column: string, known: Readonly<Record<string, T>>): T | null {
  const text = needed(row, column)
  if (text === null) return null
  const found = known[text.toLowerCase()]
  if (found === undefined) {
    const words = Object.keys(known).filter((key) => !key.startsWith('ext:'))
    row.fault(column, `“${text}” is not known here. It can be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}.`)
  }
  return found ?? null
}

/** A date as OneRoster writes it, 2026-09-01, or such a date with a time behind it. */
export function date(row: Row, column: string, required = false): string | null | undefined {
  const text = required ? needed(row, column) : row.cell(column)
  if (text === null || text === undefined) return text
  const day = /^(\d{4}-\d\d-\d\d)(T.*)?$/.exec(text)?.[1]
  try {
    if (day !== undefined) return Temporal.PlainDate.from(day, { overflow: 'reject' }).toString()
  } catch {
    // Falls through to the fault: 2026-02-30 has the right shape and is no day.
  }
  const shown = /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}$/.test(text)
    ? `“${text}” is written as Excel shows a date, and could be read in two ways. Write 2014-09-12 for 12 September 2014.`
    : `“${text}” is not a date. Write 2014-09-12 for 12 September 2014.`
  row.fault(column, shown)
  return null
}

/** True and false in the ways that exports write them; null when the cell says neither. */
export function truth(row: Row, column: string): boolean | null {
  const text = row.cell(column)?.toLowerCase()
  if (text === undefined || text === '') return null
  if (['true', '1', 'yes', 'y'].includes(text)) return true
  if (['false', '0', 'no', 'n'].includes(text)) return false
  row.fault(column, `“${text}” must be true or false.`)
  return null
}

/** Whether the row says that its thing has gone. */
export function ended(row: Row): boolean {
  const status = row.cell('status')?.toLowerCase() ?? 'active'
  if (status === 'tobedeleted') return true
  if (status !== 'active') row.fault('status', `The status “${status}” is not known. It can be active or tobedeleted.`)
  return false
}

const MAIL = /^[^\s@,;<>"]{1,64}@[^\s@,;<>"]{1,189}\.[^\s@,;<>."]{2,}$/

/** A mail address in lower case. */
export function mail(row: Row, column: string): string | null | undefined {
  const text = row.cell(column)
  if (typeof text !== 'string') return text
  if (MAIL.test(text)) return text.toLowerCase()
  row.fault(column, `“${text.slice(0, 80)}” is not one mail address.`)
  return null
}

function within(row: Row, column: string, text: string, longest: number): string | null {
  if (text.length <= longest) return text
  row.fault(column, `This text has ${text.length} characters; ${longest} is the most.`)
  return null
}
