import type { BlockList } from './block-list.ts'
import { headingByNumber, listMark } from './line-marks.ts'
import type { Line } from './pdf-lines.ts'

interface Open {
  kind: 'heading' | 'paragraph' | 'item'
  level: number
  lines: string[]
  last: Line
}

/** Puts lines together into headings, paragraphs and items. */
export function addLines(list: BlockList, lines: readonly Line[]): void {
  const body = commonSize(lines)
  const levels = headingSizes(lines, body)
  const gap = commonGap(lines)
  let open: Open | null = null
  let page = 1
  for (const line of lines) {
    const next = begin(line, body, levels)
    if (open !== null && continues(open, next, line, gap)) {
      open.lines.push(line.text)
      open.last = line
      continue
    }
    close(list, open, page)
    open = next
    page = line.page
  }
  close(list, open, page)
}

function begin(line: Line, body: number, levels: readonly number[]): Open {
  const size = levels.indexOf(line.size)
  const text = line.text.trim()
  if (size >= 0 && line.size > body) return { kind: 'heading', level: Math.min(6, size + 1), lines: [text], last: line }
  const numbered = headingByNumber(text)
  if (numbered !== null) return { kind: 'heading', level: numbered.level, lines: [text], last: line }
  const mark = listMark(text)
  if (mark !== null)
    return { kind: 'item', level: Math.max(0, Math.round(line.x / 18) - 4), lines: [mark.text], last: line }
  return { kind: 'paragraph', level: 0, lines: [text], last: line }
}

/** A line goes on with the one before it when it begins nothing of its own and stands close below. */
function continues(open: Open, next: Open, line: Line, gap: number): boolean {
  if (open.kind === 'heading')
    return next.kind === 'heading' && next.last.size === open.last.size && near(open.last, line, gap)
  if (next.kind !== 'paragraph') return false
  if (line.page !== open.last.page) return !/[.!?:;]\s*$/.test(open.lines.at(-1) ?? '')
  // A line that comes back to the left of its item is no part of it.
  if (open.kind === 'item' && line.x < open.last.x - line.size * 2) return false
  return near(open.last, line, gap)
}

const near = (before: Line, line: Line, gap: number): boolean =>
  before.page === line.page && Math.abs(before.y - line.y) <= gap * 1.25

function close(list: BlockList, open: Open | null, page: number): void {
  if (open === null) return
  // A hyphen at a line's end mostly belongs to a broken word.
  const text = open.lines.reduce((whole, line) =>
    /\p{Ll}-$/u.test(whole) ? whole.slice(0, -1) + line : `${whole} ${line}`,
  )
  if (open.kind === 'heading')
    list.add({ kind: 'heading', level: open.level, text: headingByNumber(text)?.text ?? text }, page)
  else if (open.kind === 'item') list.add({ kind: 'item', depth: Math.min(8, open.level), text }, page)
  else list.add({ kind: 'paragraph', text }, page)
}

/** The size in which most letters stand. */
function commonSize(lines: readonly Line[]): number {
  const letters = new Map<number, number>()
  for (const line of lines) letters.set(line.size, (letters.get(line.size) ?? 0) + line.text.length)
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** The sizes of headings, largest first: those of short lines that stand out. */
const headingSizes = (lines: readonly Line[], body: number): number[] =>
  [...new Set(lines.filter((line) => line.size > body * 1.08 && line.text.length < 120).map((line) => line.size))].sort(
    (a, b) => b - a,
  )

/** The usual distance between two lines of a paragraph. */
function commonGap(lines: readonly Line[]): number {
  const gaps = lines.flatMap((line, index) => {
    const before = lines[index - 1]
    const gap = before === undefined || before.page !== line.page ? 0 : Math.round((before.y - line.y) * 2) / 2
    return gap > 0 && gap < 60 ? [gap] : []
  })
  const counted = Map.groupBy(gaps, (gap) => gap)
  return [...counted].sort((a, b) => b[1].length - a[1].length || a[0] - b[0])[0]?.[0] ?? 14
}
