import { describe, expect, test } from 'vitest'
import { safeFileName, servingHeaders } from './serving-headers.ts'

const served = (which: 'original' | 'copy', type: string, name = 'photo.jpg') =>
  servingHeaders({ which, type, name, bytes: 12 })

describe('servingHeaders', () => {
  test.each(['image/jpeg', 'image/png', 'application/pdf', 'text/plain', 'text/html', 'image/svg+xml'])(
    'an original %s is never shown in a page',
    (type) => {
      expect(served('original', type)).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': expect.stringMatching(/^attachment;/),
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining('sandbox'),
      })
    },
  )

  test.each(['image/jpeg', 'image/png', 'image/webp', 'application/pdf', 'text/plain'])(
    'our own copy as %s may be shown, in a sandbox',
    (type) => {
      expect(served('copy', type)['content-disposition']).toMatch(/^inline;/)
      expect(served('copy', type)['content-security-policy']).toContain('sandbox')
    },
  )

  test.each(['text/html', 'image/svg+xml', 'image/heic', 'constructor'])('no copy is shown as %s', (type) => {
    expect(served('copy', type)['content-disposition']).toMatch(/^attachment;/)
  })

  test('a name cannot break out of its header, and is kept in full beside', () => {
    const header = served('original', 'x', 'Zoë’s "shot"\r\nset-cookie: a=b.png')['content-disposition'] ?? ''
    expect(header).toBe(
      'attachment; filename="Zo__s _shot_set-cookie_ a=b.png"; filename*=UTF-8\'\'Zo%C3%AB%E2%80%99s%20_shot_set-cookie_%20a%3Db.png',
    )
  })
})

test.each([
  ['../../etc/passwd', '_.._etc_passwd'],
  ['  .hidden. ', 'hidden'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['', 'file'],
  ['فاطمة.pdf', 'فاطمة.pdf'],
])('%j is saved as %j', (name, safe) => expect(safeFileName(name)).toBe(safe))
