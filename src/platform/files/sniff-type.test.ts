import { describe, expect, test } from 'vitest'
import { TypeProbe } from './sniff-type.ts'

const typeOf = (...chunks: (Buffer | string)[]): string => {
  const probe = new TypeProbe()
  for (const chunk of chunks) probe.take(Buffer.from(chunk))
  return probe.end()
}
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1')
const entry = (name: string): string => `PK\x03\x04${'\0'.repeat(26)}${name}`

describe('a file is what its bytes say', () => {
  test.each([
    ['image/jpeg', '\xff\xd8\xff\xe0\x00\x10JFIF'],
    ['image/png', '\x89PNG\r\n\x1a\n\0\0'],
    ['image/gif', 'GIF89a..'],
    ['image/webp', 'RIFF\x10\0\0\0WEBPVP8 '],
    ['audio/wav', 'RIFF\x10\0\0\0WAVEfmt '],
    ['image/heic', '\0\0\0\x18ftypheic\0\0\0\0'],
    ['image/heic', '\0\0\0\x18ftypmif1\0\0\0\0'],
    ['image/avif', '\0\0\0\x18ftypavif\0\0\0\0'],
    ['video/quicktime', '\0\0\0\x18ftypqt  \0\0\0\0'],
    ['video/mp4', '\0\0\0\x18ftypisom\0\0\0\0'],
    ['application/pdf', '%PDF-1.7\n'],
    ['application/zip', entry('photo.jpg')],
    [
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      entry('[Content_Types].xml') + entry('word/document.xml'),
    ],
    [
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      entry('_rels/.rels') + entry('xl/workbook.xml'),
    ],
    ['application/vnd.oasis.opendocument.text', entry('mimetypeapplication/vnd.oasis.opendocument.text')],
    ['application/x-ole-storage', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['application/octet-stream', 'MZ\x90\0'],
    ['application/octet-stream', ''],
  ])('%s', (type, content) => expect(typeOf(bytes(content))).toBe(type))

  test('text is text to its last byte', () => {
    expect(typeOf('Kofi said:\n', '“I am Zoë”\t\r\n')).toBe('text/plain')
    expect(typeOf('words '.repeat(2000), bytes('\0'))).toBe('application/octet-stream')
    expect(typeOf('words ', bytes('\xff\xfe'))).toBe('application/octet-stream')
    expect(typeOf('cut in a letter ', bytes('\xe2\x80'))).toBe('application/octet-stream')
    expect(typeOf(bytes('\xe2'), bytes('\x80\x9c'))).toBe('text/plain')
  })

  test.each([
    ['text/html', '<!DOCTYPE html><p>'],
    ['text/html', '  \n<script>alert(1)</script>'],
    ['image/svg+xml', '<?xml version="1.0"?><svg onload="x()">'],
    ['application/xml', '<?xml version="1.0"?><a/>'],
  ])('markup is not plain text: %s', (type, content) => expect(typeOf(content)).toBe(type))
})
