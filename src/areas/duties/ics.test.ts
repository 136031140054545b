import { describe, expect, test } from 'vitest'
import { icsText } from './ics.ts'

const at = Temporal.Instant.from('2026-11-23T10:00:00.5Z')
const entry = {
  uid: 'a@kept.example',
  says: 'Check, and write down; the “names” of Ægir’s\nlist',
  dueAt: Temporal.Instant.from('2026-11-27T17:00:00Z'),
  url: 'https://kept.example/duties/a',
}

describe('a calendar file', () => {
  const text = icsText('My duties', [entry], at)
  const unfolded = text.replaceAll('\r\n ', '').split('\r\n')

  test('has lines of at most 75 octets, ended as the standard says', () => {
    const long = icsText('My duties', [{ ...entry, says: 'é'.repeat(400) }], at)
    for (const line of long.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(long.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(long.replaceAll('\r\n ', '')).toContain(`SUMMARY:${'é'.repeat(400)}`)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  })

  test('escapes commas, semicolons and line ends', () =>
    expect(unfolded).toContain('SUMMARY:Check\\, and write down\\; the “names” of Ægir’s\\nlist'))

  test('says each time in UTC, without fractions', () => {
    expect(unfolded).toContain('DTSTAMP:20261123T100000Z')
    expect(unfolded).toContain('DTSTART:20261127T163000Z')
    expect(unfolded).toContain('DTEND:20261127T170000Z')
  })

  test('without entries is still a calendar', () => expect(icsText('My duties', [], at)).toContain('VERSION:2.0'))
})
