import { folded } from '#core/fold.ts'
import type { FormReader } from '#core/form.ts'
import type { FieldView } from './field-view.ts'

export type FieldValue = string | number | boolean | string[]

/** Reads the answers to a pack's fields; every fault is collected in the reader. Empty optional answers are left out. */
export function readFields(reader: FormReader, fields: readonly FieldView[]): Record<string, FieldValue> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = readOne(reader, field)
      return value === null || value === '' ? [] : [[field.id, value]]
    }),
  )
}

function readOne(reader: FormReader, field: FieldView): FieldValue | null {
  const { id } = field
  const required = field.required ? missing(field) : ''
  const values = field.options.map((option) => option.value)
  switch (field.kind) {
    case 'text':
      return reader.text(id, { max: 500, ...(field.required ? { required } : {}) })
    case 'long_text':
      return reader.text(id, { max: 8000, ...(field.required ? { required } : {}) })
    case 'person':
      return readPersonField(reader, field, required)
    case 'time':
      return readTime(reader, field, required)
    case 'record':
    case 'choice':
      return reader.choice(id, values, required)
    case 'choices': {
      const chosen = reader.choices(id, values)
      if (chosen.length === 0 && field.required) reader.fault(id, required)
      return chosen.length === 0 ? null : chosen
    }
    case 'yes_no': {
      const answer = reader.choice(id, ['yes', 'no'], required)
      if (answer !== null && field.only !== undefined && answer !== field.only.answer)
        reader.fault(id, field.only.refusal)
      return answer === null ? null : answer === 'yes'
    }
    case 'number':
      return readNumber(reader, field, required)
    case 'date':
      return reader.date(id, 'the date', field.required)?.toString() ?? null
    case 'datetime':
      return readDateTime(reader, field)
  }
}

function readNumber(reader: FormReader, field: FieldView, required: string): number | null {
  const text = reader.text(field.id, { max: 20, ...(field.required ? { required } : {}) })
  if (text === '') return null
  if (/^-?\d{1,12}([.]\d{1,4})?$/.test(text)) return Number(text)
  reader.fault(field.id, 'Enter a number')
  return null
}

function readDateTime(reader: FormReader, field: FieldView): string | null {
  const date = reader.date(field.id, 'the date', field.required)
  const time = reader.text(`${field.id}-time`, { max: 8 }).replace('.', ':')
  if (date === null) return null
  if (time === '') return date.toString()
  try {
    return date.toPlainDateTime(Temporal.PlainTime.from(time.padStart(5, '0'))).toString({ smallestUnit: 'minute' })
  } catch {
    reader.fault(field.id, 'Enter the time like 14:30')
    return null
  }
}

function readPersonField(reader: FormReader, field: FieldView, required: string): string | null {
  const name = reader.text(field.id, { max: 300, ...(field.required ? { required } : {}) })
  if (name === '') return null
  const found = findByWords(field.options, name)
  if (found === null) reader.fault(field.id, 'Choose one of the names that appear as you type')
  return found
}

/** The value of what was typed, or of the only one that begins so. */
function findByWords(options: FieldView['options'], words: string): string | null {
  const exact = options.find((option) => option.text === words)
  if (exact !== undefined) return exact.value
  const begins = options.filter((option) => folded(option.text).startsWith(folded(words)))
  return new Set(begins.map((option) => option.value)).size === 1 ? (begins[0]?.value ?? null) : null
}

function readTime(reader: FormReader, field: FieldView, required: string): string | null {
  const text = reader.text(field.id, { max: 8, ...(field.required ? { required } : {}) }).replace('.', ':')
  if (text === '') return null
  try {
    return Temporal.PlainTime.from(text.padStart(5, '0')).toString({ smallestUnit: 'minute' })
  } catch {
    reader.fault(field.id, 'Enter the time like 14:30')
    return null
  }
}

const missing = (field: FieldView): string => {
  if (field.kind === 'choice' || field.kind === 'choices' || field.kind === 'yes_no')
    return `Choose an answer: ${field.label}`
  return `Answer this: ${field.label}`
}
