import type { Outline } from '#core/outline.ts'
import { BlockList, type Unplaced } from './block-list.ts'
import type { DocumentLimits } from './limits.ts'
import { headingByNumber, listMark } from './line-marks.ts'

/** Reads plain text: an empty line ends a paragraph, a bullet begins an item, a short line alone is a heading. */
export function readPlain(text: string, limits: DocumentLimits): Outline {
  const list = new BlockList(limits)
  for (const lines of paragraphs(text.split(/\r\n|[\n\r\u0085\u2028\u2029\f]/))) list.add(blockOf(lines))
  return { format: 'text', title: null, blocks: list.blocks }
}

function paragraphs(lines: readonly string[]): string[][] {
  const all: string[][] = []
  let open: string[] = []
  for (const line of lines) {
    const begins = listMark(line) !== null || isRule(line)
    if ((line.trim() === '' || begins) && open.length > 0) {
      all.push(open)
      open = []
    }
    if (isRule(line)) {
      // A line of === or --- below a single line makes that line a heading, as in Markdown.
      const last = all.at(-1)
      if (last?.length === 1) last.push('=')
    } else if (line.trim() !== '') open.push(line)
  }
  if (open.length > 0) all.push(open)
  return all
}

const isRule = (line: string): boolean => /^\s*(={3,}|-{3,}|_{3,}|\*{3,})\s*$/.test(line)

function blockOf(lines: readonly string[]): Unplaced {
  const [first = '', second] = lines
  if (second === '=') return { kind: 'heading', level: 1, text: first }
  const hashes = /^(#{1,6})\s+(.*)$/.exec(first)
  if (lines.length === 1 && hashes !== null)
    return { kind: 'heading', level: hashes[1]?.length ?? 1, text: hashes[2] ?? '' }
  const numbered = lines.length === 1 ? headingByNumber(first) : null
  if (numbered !== null) return { kind: 'heading', ...numbered }
  const mark = listMark(first)
  if (mark !== null) return { kind: 'item', depth: mark.depth, text: [mark.text, ...lines.slice(1)].join(' ') }
  if (lines.length === 1 && standsAlone(first)) return { kind: 'heading', level: 2, text: first }
  return { kind: 'paragraph', text: lines.join(' ') }
}

/** A short line of its own that does not end like a sentence. */
const standsAlone = (line: string): boolean =>
  line.trim().length <= 70 && /^\s*\p{Lu}/u.test(line) && !/[.,;:!?)]\s*$/.test(line)
