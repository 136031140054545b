import type { PdfChart } from './chart.ts'

/** What a person reads: plain text, or plain text with some words that stand out. It is data and never markup. */
export type PdfText = string | readonly (string | { readonly strong: string })[]

/** A label and what stands against it. */
export interface PdfFact {
  readonly label: PdfText
  readonly value: PdfText
}

/** The head of a table's column; `share` is its part of the width against the other columns (1 unless told). */
export interface PdfColumn {
  readonly title: PdfText
  readonly align?: 'start' | 'end'
  readonly share?: number
}

/** One piece of a document, from top to bottom. */
export type PdfBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: PdfText }
  | { readonly kind: 'paragraph'; readonly text: PdfText; readonly tone?: 'normal' | 'quiet' | 'large' | 'code' }
  | { readonly kind: 'list'; readonly items: readonly PdfText[]; readonly ordered?: boolean }
  | { readonly kind: 'facts'; readonly rows: readonly PdfFact[] }
  | {
      readonly kind: 'table'
      readonly caption?: PdfText
      readonly columns: readonly PdfColumn[]
      readonly rows: readonly (readonly PdfText[])[]
    }
  /** A framed box that holds what matters most on the page. */
  | { readonly kind: 'inset'; readonly lines: readonly PdfText[]; readonly picture?: PdfPicture }
  | { readonly kind: 'picture'; readonly picture: PdfPicture }
  /** A decision chart with the way that was taken; it takes sheets of its own where it has to. */
  | { readonly kind: 'chart'; readonly chart: PdfChart }
  /** Boxes to tick with a pen. */
  | { readonly kind: 'boxes'; readonly lead?: PdfText; readonly items: readonly PdfText[] }
  /** Lines to write on with a pen. */
  | { readonly kind: 'lines'; readonly labels: readonly PdfText[] }
  /** The dashed line along which a slip is cut off. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'page-break' }
  /** The headings of the document with their pages, down to a level. */
  | { readonly kind: 'contents'; readonly title: PdfText; readonly depth: 1 | 2 | 3 }
  /** A chart of bars, for the eye alone: its table stands beside it. Null where a number is not shown. */
  | {
      readonly kind: 'bars'
      readonly title: PdfText
      readonly rows: readonly { readonly name: PdfText; readonly count: number | null }[]
    }
  /** A numbered promise: its number at the margin, then what it says. */
  | { readonly kind: 'clause'; readonly id: string; readonly text: PdfText }

/** A drawing in SVG without text in it (a QR code, a chart of shapes), and the words for whoever cannot see it. */
export interface PdfPicture {
  readonly svg: string
  readonly alt: string
  /** Width on paper in millimetres, 35 unless told. */
  readonly widthMm?: number
}

/** A document as data; `renderPdf` draws it. */
export interface PdfDocument {
  /**
   * A letter-like sheet unless told. A poster is one page: what stands before its first heading is read from afar, each
   * heading begins a column below, and it takes headings, paragraphs, lists, facts and pictures. A leaflet is one sheet folded
   * once: four panels with a `page-break` between them, in the order in which they are read.
   */
  readonly layout?: 'letter' | 'poster' | 'leaflet'
  readonly title: string
  /** BCP 47, such as `en-GB`, `cy` or `ur`: it decides direction, hyphens and how the text is read aloud. */
  readonly language: string
  /** Lines at the head of the first page, opposite the word-mark: the school, the date. */
  readonly from?: readonly PdfText[]
  readonly blocks: readonly PdfBlock[]
  /** Printed at the foot of every page, beside the page number: what this is and its seal. */
  readonly footer: PdfText
  /** When the document was made, for its metadata: a bundle to keep must say so. */
  readonly madeAt: Temporal.Instant
}

/** `ua-1` for people to read, `a-2b` for bundles to keep: one standard per document, because both at once are refused. */
export type PdfStandard = 'ua-1' | 'a-2b'

/** A document as it travels to the compiler's thread: what `Temporal` holds cannot be copied there. */
export type PostedDocument = Omit<PdfDocument, 'madeAt'> & {
  /** In whole seconds since 1970, which is what PDF metadata can say. */
  readonly madeAtSeconds: number
}
