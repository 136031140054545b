import { BadInput } from '#core/errors.ts'

/** Reads bytes as text: by its mark, as UTF-16 without one, as UTF-8, and last as Windows-1252, which old files are. */
export function decodeText(bytes: Uint8Array): string {
  const text = decoderFor(bytes).decode(bytes)
  if (looksBinary(text))
    throw new BadInput('document.unknown', 'This is not a document that can be read: use .docx, .pdf, .html or .txt.')
  return text
}

function decoderFor(bytes: Uint8Array): TextDecoder {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le')
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be')
  const unmarked = utf16Without(bytes)
  if (unmarked !== null) return new TextDecoder(unmarked)
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252')
}

/** In English UTF-16 every other byte is nought. */
function utf16Without(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 2_000)
  const noughts = [0, 0]
  for (const [index, byte] of head.entries()) if (byte === 0) noughts[index % 2] = (noughts[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = noughts
  const most = head.length / 2
  if (odd > most * 0.6 && even < most * 0.1) return 'utf-16le'
  return even > most * 0.6 && odd < most * 0.1 ? 'utf-16be' : null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Text has hardly any control characters beside tabs and line ends. */
function looksBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const odd = text.slice(0, 20_000).match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0
  return odd > Math.min(text.length, 20_000) * 0.005
}
