import type { FormReader } from '#core/form.ts'
import { isTimeFault } from '#pack/time/time.ts'
import { parseWindow } from '#pack/time/windows.ts'
import type { Pack } from '#pack/types/pack.ts'
import { inputOf, RHYTHMS, UNITS } from './input.ts'
import type { Point } from './points.ts'
import type { Settled } from './settle-content.ts'

/** Reads what was typed into the control of a point; null with a fault at `value` when it cannot be one. */
export function readAnswer(reader: FormReader, pack: Pack, point: Point): Settled['to'] | null {
  const input = inputOf(pack, point)
  if (input.kind === 'amount') return readAmount(reader)
  if (input.kind === 'rhythm') return reader.choice('value', RHYTHMS, 'Choose how often')
  if (input.kind === 'yes_no') {
    const said = reader.choice('value', ['yes', 'no'], 'Choose yes or no')
    return said === null ? null : said === 'yes'
  }
  if (input.kind === 'number') return readNumber(reader, point, input.whole)
  const text = reader.text('value', { required: 'Enter what holds', max: 4_000 })
  if (text === '') return null
  if (input.kind !== 'list' && input.kind !== 'times') return text
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const wrong = input.kind === 'times' ? lines.map(parseWindow).find(isTimeFault) : undefined
  if (wrong !== undefined) reader.fault('value', wrong.fault)
  return wrong === undefined ? lines : null
}

function readAmount(reader: FormReader): string | null {
  const count = reader.text('value', { required: 'Enter a number', max: 4 })
  const unit = reader.choice('unit', UNITS, 'Choose a unit')
  if (count !== '' && !/^[1-9]\d{0,3}$/.test(count)) reader.fault('value', 'Enter a whole number from 1')
  if (unit === null || reader.errors.value !== undefined) return null
  return `${count} ${count === '1' || unit === 'min' || unit === 'h' ? unit : `${unit}s`}`
}

function readNumber(reader: FormReader, { value }: Point, whole: boolean): number | null {
  const text = reader.text('value', { required: 'Enter a number', max: 20 }).replace(',', '.')
  const number = Number(text)
  if (text === '') return null
  if (!Number.isFinite(number) || (whole && !Number.isInteger(number))) {
    reader.fault('value', whole ? 'Enter a whole number' : 'Enter a number')
    return null
  }
  const { least, most } = boundsOf(value)
  if (least !== null && number < least) reader.fault('value', `Enter ${least} or more`)
  if (most !== null && number > most) reader.fault('value', `Enter ${most} or less`)
  return reader.errors.value === undefined ? number : null
}

function boundsOf(value: unknown): { least: number | null; most: number | null } {
  const bounds: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'bounds') : undefined
  const one = (key: string): number | null => {
    const bound: unknown = typeof bounds === 'object' && bounds !== null ? Reflect.get(bounds, key) : undefined
    return typeof bound === 'number' ? bound : null
  }
  return { least: one('least'), most: one('most') }
}
