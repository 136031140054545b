import type { PdfBlock, PdfDocument } from '#platform/pdf/document.ts'
import { qrSvg } from '#platform/qr/qr-svg.ts'
import type { Summary } from '../types.ts'
import { READER_WORDS, readerWithin, WAY_WORDS } from '../words.ts'
import type { Poster } from './poster.ts'

/** Where a poster or letter hangs, and where its code leads. */
export interface Sheet {
  readonly school: string
  readonly policy: string
  readonly version: number
  /** What the code holds. */
  readonly tellUrl: string
  /** The same in short, to be typed. */
  readonly tellShort: string
  /** Where the whole policy is read. */
  readonly policyShort: string
  readonly now: Temporal.Instant
}

/** A poster as a PDF. */
export function posterDocument(poster: Poster, sheet: Sheet): PdfDocument {
  const blocks: PdfBlock[] = [
    { kind: 'paragraph', tone: 'large', text: poster.lede },
    { kind: 'picture', picture: { svg: qrSvg(sheet.tellUrl), alt: `QR code: ${sheet.tellUrl}`, widthMm: 64 } },
    { kind: 'paragraph', tone: 'code', text: sheet.tellShort },
    ...(poster.heardBy.length === 0
      ? []
      : [{ kind: 'paragraph' as const, tone: 'quiet' as const, text: `Read by: ${poster.heardBy.join('; ')}.` }]),
    ...(poster.rules.length === 0
      ? []
      : [
          { kind: 'heading' as const, level: 1 as const, text: poster.rulesTitle },
          { kind: 'list' as const, items: poster.rules },
        ]),
    { kind: 'heading', level: 1, text: 'Somebody who helps' },
    { kind: 'facts', rows: poster.helps.map((help) => ({ label: help.who, value: help.contact })) },
  ]
  return {
    layout: 'poster',
    title: poster.title,
    language: 'en-GB',
    from: [sheet.school],
    blocks,
    footer: `${READER_WORDS[poster.reader]}. Policy version ${sheet.version}`,
    madeAt: sheet.now,
  }
}

/** What you need to know, as a letter to hand out. */
export function letterDocument(summary: Summary, sheet: Sheet): PdfDocument {
  const { easy, reader } = summary
  const short = sheet.tellShort
  return {
    title: easy ? 'Being safe online' : `Online safety: what ${readerWithin(reader)} need to know`,
    language: 'en-GB',
    from: [sheet.school, `Policy version ${sheet.version}`],
    blocks: [
      {
        kind: 'inset',
        picture: { svg: qrSvg(sheet.tellUrl), alt: `QR code: ${sheet.tellUrl}` },
        lines: [
          [{ strong: easy ? 'Is something wrong online? Tell us.' : 'Is something wrong online? Tell the school.' }],
          easy
            ? 'You are not in trouble. You do not have to give your name.'
            : 'You need no proof, and you need not give your name.',
          ['Point a phone here, or go to ', { strong: short }],
          ['In danger now: ', { strong: '999' }],
        ],
      },
      ...(summary.heardBy.length === 0
        ? []
        : [
            {
              kind: 'paragraph' as const,
              text: `${easy ? 'These grown-ups read it' : 'What you tell is read by'}: ${summary.heardBy.join('; ')}.`,
            },
          ]),
      ...summary.agreements.flatMap((agreement): PdfBlock[] => [
        {
          kind: 'heading',
          level: 1,
          text: `${easy ? WAY_WORDS[agreement.way].easy : WAY_WORDS[agreement.way].usual}: ${agreement.title}`,
        },
        ...(agreement.only === null
          ? []
          : [{ kind: 'paragraph' as const, tone: 'quiet' as const, text: `Only for: ${agreement.only}.` }]),
        ...(agreement.intro === null ? [] : [{ kind: 'paragraph' as const, text: agreement.intro }]),
        { kind: 'list', ordered: true, items: agreement.items.map((item) => item.says) },
      ]),
      ...(summary.helps.length === 0
        ? []
        : [
            { kind: 'heading' as const, level: 1 as const, text: easy ? 'Who else helps' : 'Where else you find help' },
          ]),
      ...summary.helps.map(
        (paper): PdfBlock => ({
          kind: 'list',
          items: paper.paragraphs.map((pieces) =>
            pieces.map((piece) => (piece.kind === 'name' ? { strong: `${piece.text}: ` } : piece.text)),
          ),
        }),
      ),
      ...(easy ? [] : [{ kind: 'paragraph' as const, text: ['The whole policy: ', { strong: sheet.policyShort }] }]),
    ],
    footer: `${sheet.policy}, version ${sheet.version}. ${READER_WORDS[reader]}`,
    madeAt: sheet.now,
  }
}
