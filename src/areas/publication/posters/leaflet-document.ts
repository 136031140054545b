import type { PdfBlock, PdfDocument } from '#platform/pdf/document.ts'
import { qrSvg } from '#platform/qr/qr-svg.ts'
import type { Summary } from '../types.ts'
import { READER_WORDS } from '../words.ts'
import type { Poster } from './poster.ts'
import type { Sheet } from './poster-document.ts'

// What fits on a panel of A5 with letters that can be read.
const MOST_RULES = 11
const MOST_CONDUCT = 5
const LONGEST = 150

/**
 * A leaflet to hand out: one sheet of A4, folded once. In front what to do when something is wrong, inside what is agreed and
 * what binds besides, on the back who helps.
 */
export function leafletDocument(poster: Poster, summary: Summary, sheet: Sheet): PdfDocument {
  return {
    layout: 'leaflet',
    title: poster.title,
    language: 'en-GB',
    from: [sheet.school],
    blocks: [
      ...front(poster, sheet),
      { kind: 'page-break' },
      ...agreed(poster, summary),
      { kind: 'page-break' },
      ...besides(poster, summary),
      { kind: 'page-break' },
      { kind: 'heading', level: 1, text: 'Somebody who helps' },
      { kind: 'facts', rows: poster.helps.map((help) => ({ label: help.who, value: help.contact })) },
      { kind: 'paragraph', text: ['The whole policy: ', { strong: sheet.policyShort }] },
    ],
    footer: `${READER_WORDS[poster.reader]}. ${sheet.policy}, version ${sheet.version}`,
    madeAt: sheet.now,
  }
}

const front = (poster: Poster, sheet: Sheet): PdfBlock[] => [
  { kind: 'paragraph', tone: 'large', text: poster.lede },
  { kind: 'picture', picture: { svg: qrSvg(sheet.tellUrl), alt: `QR code: ${sheet.tellUrl}`, widthMm: 46 } },
  { kind: 'paragraph', text: 'Point a phone here, or go to' },
  { kind: 'paragraph', tone: 'code', text: sheet.tellShort },
]

/** The statements that are agreed to; each once, the short ones, so that the panel holds. */
function agreed(poster: Poster, { agreements, easy }: Summary): PdfBlock[] {
  const items = agreements.flatMap((agreement) => agreement.items.map((item) => item.says))
  const short = [...new Set(items)].filter((says) => says.length <= LONGEST).slice(0, MOST_RULES)
  if (short.length === 0) return [{ kind: 'heading', level: 1, text: poster.rulesTitle }, ...heard(poster, easy)]
  return [
    { kind: 'heading', level: 1, text: poster.rulesTitle },
    { kind: 'list', items: short },
  ]
}

function besides(poster: Poster, { rules, easy }: Summary): PdfBlock[] {
  // Rules of conduct are written for adults; a child's leaflet keeps to the words that were written for children.
  const says = easy ? [] : rules.map((rule) => rule.says)
  const conduct = [...new Set(says)].filter((one) => one.length <= LONGEST)
  return [
    ...(conduct.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 1 as const, text: 'What holds besides' },
          { kind: 'list' as const, items: conduct.slice(0, MOST_CONDUCT) },
        ]),
    { kind: 'heading', level: 1, text: 'If something happens' },
    ...heard(poster, easy),
  ]
}

const heard = (poster: Poster, easy: boolean): PdfBlock[] => [
  ...(poster.heardBy.length === 0
    ? []
    : [
        {
          kind: 'paragraph' as const,
          text: `${easy ? 'These grown-ups read what you tell' : 'What you tell is read by'}: ${poster.heardBy.join('; ')}.`,
        },
      ]),
  {
    kind: 'paragraph',
    text: easy
      ? 'You get a code. With it you can come back and read the answer.'
      : 'Whoever tells gets a code, with which they can come back and read the answer.',
  },
]
