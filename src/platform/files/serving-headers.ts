import { OCTETS } from './sniff-type.ts'

/** Types that may stand in a page once we have re-encoded them ourselves. */
const SHOWN: ReadonlyMap<string, string> = new Map([
  ['image/jpeg', 'image/jpeg'],
  ['image/png', 'image/png'],
  ['image/webp', 'image/webp'],
  ['application/pdf', 'application/pdf'],
  ['text/plain', 'text/plain; charset=utf-8'],
])

/** What is about to be sent. */
export interface ServedFile {
  /** `original`: as somebody sent it. `copy`: made by us from decoded content. */
  readonly which: 'original' | 'copy'
  readonly type: string
  readonly name: string
  readonly bytes: number
}

/** The headers of a file's answer. An original is always a download of unknown bytes; only our own copies are shown. */
export function servingHeaders(file: ServedFile): Record<string, string> {
  const shown = file.which === 'copy' ? SHOWN.get(file.type) : undefined
  return {
    'content-type': shown ?? OCTETS,
    'content-disposition': disposition(shown === undefined ? 'attachment' : 'inline', file.name),
    'content-length': String(file.bytes),
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'self'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, no-store',
  }
}

function disposition(how: 'attachment' | 'inline', name: string): string {
  const safe = safeFileName(name)
  const plain = safe.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const full = encodeURIComponent(safe).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${how}; filename="${plain}"; filename*=UTF-8''${full}`
}

/** A name that can be saved on any machine: no folders, no controls, nothing that hides its real ending. */
export function safeFileName(name: string): string {
  const tidy = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return [...tidy].slice(-120).join('') || 'file'
}
