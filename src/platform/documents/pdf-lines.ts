/** One line of a page. */
export interface Line {
  readonly text: string
  readonly page: number
  readonly x: number
  readonly y: number
  readonly size: number
}

interface Piece {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
}

/** Puts the pieces of a page's text together into lines, in the order in which the page draws them. */
export function linesOf(items: readonly unknown[], page: number): Line[] {
  const lines: Line[] = []
  let open: { text: string; x: number; y: number; size: number; end: number } | null = null
  for (const item of items) {
    if (!isPiece(item) || item.str === '') continue
    const [a = 0, b = 0, , , x = 0, y = 0] = item.transform
    const size = Math.round(Math.hypot(a, b) * 10) / 10
    if (open !== null && Math.abs(open.y - y) < Math.max(open.size, size) * 0.5 && x >= open.x) {
      const gap = x - open.end > size * 0.15 && !/\s$/.test(open.text) && !/^\s/.test(item.str)
      open.text += (gap ? ' ' : '') + item.str
      open.end = x + item.width
      if (item.str.trim() !== '') open.size = Math.max(open.size, size)
    } else {
      if (open !== null) lines.push({ ...open, page })
      open = { text: item.str, x, y, size, end: x + item.width }
    }
  }
  if (open !== null) lines.push({ ...open, page })
  return lines.filter((line) => line.text.trim() !== '')
}

const isPiece = (item: unknown): item is Piece =>
  typeof item === 'object' && item !== null && 'str' in item && 'transform' in item && Array.isArray(item.transform)

/** Leaves out what stands at the same place on most pages: heads, feet and page numbers. */
export function withoutRunningLines(pages: readonly (readonly Line[])[]): Line[] {
  const seen = new Map<string, number>()
  for (const lines of pages) for (const key of new Set(lines.map(placeOf))) seen.set(key, (seen.get(key) ?? 0) + 1)
  const most = Math.max(2, pages.length / 2)
  return pages.flatMap((lines) =>
    lines.filter(
      (line) => (seen.get(placeOf(line)) ?? 0) < most && !/^\s*(page )?\d{1,3}( of \d{1,3})?\s*$/i.test(line.text),
    ),
  )
}

const placeOf = (line: Line): string => `${Math.round(line.y / 3)} ${line.text.replace(/\d+/g, '#').trim()}`
