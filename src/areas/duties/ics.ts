/** One event of a calendar: what a post has to do, never about whom. */
export interface CalendarEntry {
  readonly uid: string
  readonly says: string
  readonly dueAt: Temporal.Instant
  readonly url: string
}

/** A calendar as RFC 5545 writes it: lines of at most 75 octets, times in UTC, texts escaped. */
export function icsText(name: string, entries: readonly CalendarEntry[], madeAt: Temporal.Instant): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kept//Duties//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...entries.flatMap((entry) => eventLines(entry, madeAt)),
    'END:VCALENDAR',
  ]
  return `${lines.map(fold).join('\r\n')}\r\n`
}

// The last half hour before it is due: an event without a length is hidden by some calendars.
const SHOWN_BEFORE = { minutes: 30 }

const eventLines = (entry: CalendarEntry, madeAt: Temporal.Instant): string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.uid}`,
  `DTSTAMP:${utc(madeAt)}`,
  `DTSTART:${utc(entry.dueAt.subtract(SHOWN_BEFORE))}`,
  `DTEND:${utc(entry.dueAt)}`,
  `SUMMARY:${escapeText(entry.says)}`,
  `URL:${entry.url}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

const utc = (at: Temporal.Instant): string =>
  `${at.round({ smallestUnit: 'second', roundingMode: 'floor' }).toString().replaceAll(/[-:]/g, '')}`

const escapeText = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll(';', '\\;').replaceAll(',', '\\,').replaceAll(/\r?\n/g, '\\n')

const MOST_OCTETS = 75

/** Folds a line between characters, never inside one. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    // A folded line starts with a blank, which counts.
    if (octets + size > MOST_OCTETS - (parts.length === 0 ? 0 : 1)) {
      parts.push(part)
      part = ''
      octets = 0
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n ')
}
