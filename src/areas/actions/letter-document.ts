import { sayFullDate } from '#core/calendar/say-date.ts'
import type { PdfDocument } from '#platform/pdf/document.ts'
import type { Letter } from './queries/read-letter.ts'

/** A letter as paper. */
export const letterDocument = (letter: Letter): PdfDocument => ({
  title: letter.title,
  language: 'en-GB',
  from: [letter.school, ...(letter.to === '' ? [] : [`To ${letter.to}`])],
  blocks: letter.paragraphs.map((text) => ({ kind: 'paragraph', text }) as const),
  footer: `${letter.reference} · written on ${dayOf(letter)}`,
  madeAt: letter.writtenAt,
})

/** The day on which a letter was written. */
export const dayOf = ({ writtenAt, zone }: Pick<Letter, 'writtenAt' | 'zone'>): string =>
  sayFullDate(writtenAt.toZonedDateTimeISO(zone).toPlainDate())
