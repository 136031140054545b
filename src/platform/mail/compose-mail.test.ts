import { describe, expect, test } from 'vitest'
import { composeMail, isAddress, isReachable } from './compose-mail.ts'

const composed = (subject: string, text = 'x') => composeMail({ to: 'amal@school.example', subject, text })

describe('composeMail', () => {
  test.each([
    ['Hello\r\nBcc: all@school.example', 'Hello Bcc: all@school.example'],
    ['a\u2028b\u0000c\td', 'a b c d'],
    ['  Kofi’s\u202E agreement ', 'Kofi’s agreement'],
    ['x'.repeat(300), `${'x'.repeat(199)}…`],
  ])('the subject %j is one line', (subject, line) => expect(composed(subject).subject).toBe(line))

  test('text becomes paragraphs, and nothing in it becomes markup', () => {
    const { html } = composed('s', 'Dear <b>Amal</b> & "co",\r\nplease sign.\n\nThank you')
    expect(html).toContain(
      '<p>Dear &#60;b&#62;Amal&#60;/b&#62; &#38; &#34;co&#34;,<br>please sign.</p>\n<p>Thank you</p>',
    )
  })

  test('an address of the web can be pressed, without the full stop behind it', () => {
    const { html } = composed('s', 'Go to https://kept.school.example/s?a=1&b=2.')
    expect(html).toContain(
      '<a href="https://kept.school.example/s?a=1&#38;b=2">https://kept.school.example/s?a=1&#38;b=2</a>.',
    )
    expect(composed('s', 'javascript:alert(1)').html).not.toContain('href')
  })
})

test.each([
  ['amal@school.example', false],
  ['amal@SCHOOL.EXAMPLE', false],
  ['amal@example.com', false],
  ['amal@mail.test', false],
  ['amal@localhost', false],
  ['amal@counterexample', true],
  ['amal@example.mailroom', true],
])('mail to %s can reach somebody: %s', (address, reachable) => expect(isReachable(address)).toBe(reachable))

test.each(['', 'amal', 'a@b@c', 'a@b, c@d', 'Amal <a@b>', 'a@b\r\nbcc: c@d', '"a b"@c', `${'x'.repeat(65)}@b`])(
  '%j is not one address',
  (text) => expect(isAddress(text)).toBe(false),
)
