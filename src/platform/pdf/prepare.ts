import { chartSvg, type PdfChart, sheetsOf } from './chart.ts'
import type { PdfBlock, PdfPicture, PdfText, PostedDocument } from './document.ts'
import { breakable, type Coverage, drawable, hasKana, type Run, runsRightToLeft, tidy } from './drawable.ts'

/** A text as the template reads it. */
export interface ReadyText {
  readonly runs: readonly Run[]
  readonly rtl: boolean
  readonly kana: boolean
}

/** What the template reads: plain values only, in which every text is already drawable. */
export type ReadyDocument = Readonly<Record<string, unknown>>

// The measures of the sheet in typst's points: a line, the same in ems of each size of type.
const WIDTH = 480
const ems = (points: number, size = 10.5): number => Math.max(1, points / size)
const LINE = ems(WIDTH)

/** Makes a document ready for the template; `banned` are letters that typst refused in an earlier try. */
export function prepare(document: PostedDocument, coverage: Coverage, banned: ReadonlySet<string>): ReadyDocument {
  const text: Ready = (value, room = LINE) => readyText(value, room, coverage, banned)
  const [language, region] = languageOf(document.language)
  let depth = 0
  return {
    title: text(orDash(document.title), ems(WIDTH, 20)),
    plainTitle: plain(text(orDash(document.title))),
    language,
    region,
    from: (document.from ?? []).map((line) => text(line, ems(350, 9))),
    footer: text(document.footer, ems(400, 8)),
    blocks: document.blocks.map((block) => {
      // A heading may not skip a level: readers' software, and so the standard, counts on it.
      if (block.kind === 'heading') depth = Math.min(block.level, depth + 1)
      // The contents stand under a heading of the first level.
      if (block.kind === 'contents') depth = 1
      return readyBlock(block, text, depth)
    }),
  }
}

const TONES = { normal: 10.5, quiet: 9, large: 14, code: 18 }

type Ready = (value: PdfText, room?: number) => ReadyText

function readyBlock(block: PdfBlock, text: Ready, depth: number): ReadyDocument {
  const all = (values: readonly PdfText[], room?: number) => values.map((value) => text(value, room))
  switch (block.kind) {
    case 'heading':
      return { kind: block.kind, level: depth, text: text(orDash(block.text), ems(WIDTH, 14)) }
    case 'paragraph':
      return {
        kind: block.kind,
        tone: block.tone ?? 'normal',
        text: text(block.text, ems(WIDTH, TONES[block.tone ?? 'normal'])),
      }
    case 'list':
      return { kind: block.kind, ordered: block.ordered ?? false, items: all(block.items, ems(450)) }
    case 'facts':
      return {
        kind: block.kind,
        rows: block.rows.map((row) => ({ label: text(row.label, ems(145)), value: text(row.value, ems(320)) })),
      }
    case 'table':
      return readyTable(block, text)
    case 'inset':
      return {
        kind: block.kind,
        lines: all(block.lines, ems(block.picture === undefined ? 450 : 420 - (block.picture.widthMm ?? 35) * 2.84)),
        picture: readyPicture(block.picture),
      }
    case 'picture':
      return { kind: block.kind, picture: readyPicture(block.picture) }
    case 'chart':
      return readyChart(block.chart, text)
    case 'boxes':
      return {
        kind: block.kind,
        lead: block.lead === undefined ? null : text(block.lead),
        items: all(block.items, ems(450)),
      }
    case 'lines':
      return { kind: block.kind, labels: all(block.labels, ems(300)) }
    case 'contents':
      return { kind: block.kind, title: text(orDash(block.title), ems(WIDTH, 14)), depth: block.depth }
    case 'bars':
      return {
        kind: block.kind,
        title: text(block.title),
        most: Math.max(1, ...block.rows.map((row) => row.count ?? 0)),
        rows: block.rows.map((row) => ({ name: text(row.name, ems(WIDTH, 9)), count: row.count })),
      }
    case 'clause':
      return { kind: block.kind, id: text(block.id, ems(50, 9)), text: text(block.text, ems(420)) }
    default:
      return { kind: block.kind }
  }
}

function readyTable(block: Extract<PdfBlock, { kind: 'table' }>, text: Ready): ReadyDocument {
  const whole = block.columns.reduce((sum, column) => sum + (column.share ?? 1), 0)
  const room = block.columns.map((column) => ems((WIDTH * (column.share ?? 1)) / whole - 12, 9))
  return {
    kind: block.kind,
    caption: block.caption === undefined ? null : text(block.caption),
    columns: block.columns.map((column, at) => ({
      title: text(column.title, room[at]),
      align: column.align ?? 'start',
      share: column.share ?? 1,
    })),
    // A short row is filled, or its neighbours would move into the wrong column.
    rows: block.rows.map((row) => block.columns.map((_, at) => text(row[at] ?? '', room[at]))),
  }
}

const readyPicture = (picture: PdfPicture | undefined): ReadyDocument | null =>
  picture === undefined ? null : { svg: picture.svg, alt: orDash(tidy(picture.alt)), widthMm: picture.widthMm ?? 35 }

function readyChart(chart: PdfChart, text: Ready): ReadyDocument {
  return {
    kind: 'chart',
    ...sheetsOf(chart),
    width: chart.width,
    height: chart.height,
    svg: chartSvg(chart),
    alt: orDash(tidy(chart.alt)),
    // Words were broken into lines already, so nothing more is broken here.
    words: chart.words.map(({ lines, ...words }) => ({ ...words, lines: lines.map((line) => text(line)) })),
  }
}

function readyText(value: PdfText, room: number, coverage: Coverage, banned: ReadonlySet<string>): ReadyText {
  const parts = typeof value === 'string' ? [value] : value
  const runs = parts.flatMap((part): Run[] => {
    if (typeof part === 'string') return drawable(breakable(part, room), coverage, banned)
    return drawable(breakable(part.strong, room), coverage, banned).map((run) => ({ ...run, strong: true }))
  })
  const whole = runs.map((run) => run.text).join('')
  return { runs, rtl: runsRightToLeft(whole), kana: hasKana(whole) }
}

// The standards refuse a title, a heading or a picture that says nothing.
const orDash = <T extends PdfText>(value: T): T | '\u2014' => (saysNothing(value) ? '\u2014' : value)

function saysNothing(value: PdfText): boolean {
  if (typeof value === 'string') return tidy(value).trim() === ''
  return value.every((part) => saysNothing(typeof part === 'string' ? part : part.strong))
}

const plain = (text: ReadyText): string =>
  text.runs
    .map((run) => run.text)
    .join('')
    .replaceAll('\u200b', '')

/** The language and region that typst understands; English when the tag says nothing. */
function languageOf(tag: string): [language: string, region: string | null] {
  const [, language = 'en', region = null] = /^([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}))?(?:-|$)/i.exec(tag) ?? []
  return [language.toLowerCase(), region?.toLowerCase() ?? null]
}
