import { describe, expect, test } from 'vitest'
import { type ContactLine, contactsFrom, standsOn } from './contact.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const line = (more: Partial<ContactLine>): ContactLine => ({
  id: `line-${more.line ?? 0}`,
  recordId: 'record',
  threadId: 'line-0',
  line: 0,
  does: 'told',
  party: 'party/police',
  about: null,
  step: null,
  way: 'phone',
  at: Temporal.Instant.from('2026-11-20T09:00:00Z'),
  spokeTo: null,
  reference: null,
  said: null,
  reply: null,
  chaseOn: null,
  because: null,
  reason: null,
  enteredBy: null,
  enteredAt: Temporal.Instant.from('2026-11-20T09:05:00Z'),
  ...more,
})
const only = (...lines: ContactLine[]) => {
  const [contact] = contactsFrom(lines)
  if (contact === undefined) throw new Error('no contact')
  return contact
}

describe('a contact', () => {
  const told = line({ chaseOn: day('2026-11-25'), reference: 'CR/1' })

  test('is to be asked again from its day on, until the next line', () => {
    const stands = ['2026-11-24', '2026-11-25', '2026-11-26'].map((on) => standsOn(only(told), day(on)))
    expect(stands).toEqual(['waiting', 'ask_today', 'ask_late'])
    const again = line({ line: 1, does: 'asked_again', chaseOn: day('2026-12-02') })
    expect(standsOn(only(told, again), day('2026-11-26'))).toBe('waiting')
    const reply = line({ line: 2, does: 'replied', reply: 'Nothing further', reference: 'CR/2' })
    const answered = only(reply, told, again)
    expect(standsOn(answered, day('2026-12-03'))).toBe('answered')
    expect(answered.reference).toBe('CR/2')
    expect(answered.later.map((one) => one.does)).toEqual(['asked_again', 'replied'])
  })

  test('said anew holds as it was said last, and keeps what was said before', () => {
    const anew = line({
      line: 1,
      does: 'not_told',
      because: 'Advised against it',
      reason: 'Wrong child',
      chaseOn: null,
    })
    const contact = only(told, anew)
    expect(standsOn(contact, day('2026-11-26'))).toBe('not_told')
    expect(contact.before).toEqual([told])
    expect(contact.now.because).toBe('Advised against it')
  })
})
