import { z } from 'zod'
import { NAMES_OF_PAGES } from '#pack/check/fields.ts'
import { isMap, type Place, valueAt } from '#pack/edit/place.ts'
import type { Pack } from '#pack/types/pack.ts'
import { objectShapes } from './known-types.ts'

const SAID = ['says', 'title', 'asks', 'ask', 'do', 'end', 'holds']

/** An id for a new part, made of its words, that nothing beside it has: people never see it. */
export function newIdFor(value: unknown, taken: readonly string[], clause: boolean): string {
  if (clause) return nextClause(taken)
  const said = SAID.map((key) => (isMap(value) ? value[key] : undefined)).find((one) => one !== undefined)
  const text = typeof said === 'string' ? said : isMap(said) ? String(Object.values(said)[0] ?? '') : ''
  const base = slugOf(text) || 'part'
  if (!taken.includes(base) && !MEANS_ELSE.has(base)) return base
  for (let number = 2; ; number += 1) if (!taken.includes(`${base}_${number}`)) return `${base}_${number}`
}

const MEANS_ELSE: ReadonlySet<string> = new Set(['end', 'constructor', ...NAMES_OF_PAGES])

const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9 ]/g, '')
    .toLowerCase()
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 5)
    .join('_')
    .replace(/^[^a-z]+/, '')
    .slice(0, 48)

/** The number after the largest that the clauses have, in their manner: `L-461` → `L-462`. */
function nextClause(taken: readonly string[]): string {
  const numbered = taken.flatMap((id) => {
    const found = /^(.*?)(\d+)$/.exec(id)
    return found === null ? [] : [{ before: found[1] ?? '', digits: found[2] ?? '' }]
  })
  const last = numbered.toSorted((a, b) => Number(b.digits) - Number(a.digits))[0]
  if (last === undefined) return `N-${String(taken.length + 1).padStart(3, '0')}`
  return `${last.before}${String(Number(last.digits) + 1).padStart(last.digits.length, '0')}`
}

/** The ids that entries beside a new one have. */
export function idsBeside(pack: Pack, list: Place): string[] {
  const beside = valueAt(pack, list)
  if (Array.isArray(beside)) return beside.flatMap((one) => (isMap(one) && typeof one.id === 'string' ? [one.id] : []))
  return isMap(beside) ? Object.keys(beside) : []
}

const FILLERS: Readonly<Record<string, unknown>> = {
  next: 'end',
  type: 'text',
  when: {},
  to: '',
  strength: 'must',
  kind: 'notice',
  kept_by: [],
}

/** The entries of a list that was typed one on each line, each with the least that it needs. */
export function entriesFromLines(type: z.core.$ZodType, lines: readonly string[]): unknown[] {
  const [shape] = objectShapes(type)
  if (shape === undefined) return [...lines]
  const key = SAID.find((one) => Object.hasOwn(shape.shape, one))
  const ids: string[] = []
  return lines.map((line) => {
    const words = key === undefined ? {} : { [key]: line }
    const id = newIdFor({ says: line }, ids, false)
    ids.push(id)
    const fill = Object.entries(shape.shape).flatMap(([name, of]) => {
      const needed = !z.safeParse(of, undefined).success && !(name in words) && name !== 'id'
      return needed && name in FILLERS ? [[name, FILLERS[name]]] : []
    })
    return { ...('id' in shape.shape ? { id } : {}), ...words, ...Object.fromEntries(fill) }
  })
}

/** Steps typed one on each line: each leads to the one below it. */
export function stepsFromLines(lines: readonly string[]): {
  start: string | undefined
  steps: Record<string, unknown>
} {
  const ids: string[] = []
  for (const line of lines) ids.push(newIdFor({ says: line }, ids, false))
  const steps = lines.map((line, index) => [ids[index] ?? '', { do: line, next: ids[index + 1] ?? 'end' }] as const)
  return { start: ids[0], steps: Object.fromEntries(steps) }
}
