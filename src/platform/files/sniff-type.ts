/** What a file is by its own bytes; a name or a browser's word counts for nothing. */
export const OCTETS = 'application/octet-stream'

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const HEAD = 4096

type Test = (head: Buffer) => string | null

/** Looks at a stream as it passes: its first bytes, and for text every byte. */
export class TypeProbe {
  #head: Buffer = Buffer.alloc(0)
  #text: TextDecoder | null = new TextDecoder('utf-8', { fatal: true })
  #any = false

  take(chunk: Buffer): void {
    this.#any ||= chunk.length > 0
    if (this.#head.length < HEAD) this.#head = Buffer.concat([this.#head, chunk.subarray(0, HEAD - this.#head.length)])
    if (this.#text !== null && !isPlain(this.#text, chunk)) this.#text = null
  }

  end(): string {
    const known = sniffHead(this.#head)
    if (known !== null) return known
    const text = this.#any && this.#text !== null && endsWell(this.#text)
    return text ? textType(this.#head.toString('utf8')) : OCTETS
  }
}

/** The type that the first bytes give away, or null when they give away nothing. */
export const sniffHead: Test = (head) => {
  for (const test of tests) {
    const type = test(head)
    if (type !== null) return type
  }
  return null
}

const starts =
  (type: string, ...signatures: string[]): Test =>
  (head) =>
    signatures.some((bytes) => head.toString('latin1', 0, bytes.length) === bytes) ? type : null

const tests: readonly Test[] = [
  starts('image/jpeg', '\xff\xd8\xff'),
  starts('image/png', '\x89PNG\r\n\x1a\n'),
  starts('image/gif', 'GIF87a', 'GIF89a'),
  starts('application/pdf', '%PDF-'),
  starts('application/x-ole-storage', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
  starts('audio/mpeg', 'ID3'),
  riff,
  boxed,
  zipped,
]

function riff(head: Buffer): string | null {
  if (head.toString('latin1', 0, 4) !== 'RIFF') return null
  const kinds: Readonly<Record<string, string>> = { WEBP: 'image/webp', WAVE: 'audio/wav', 'AVI ': 'video/x-msvideo' }
  return kinds[head.toString('latin1', 8, 12)] ?? null
}

/** HEIC, AVIF, MP4 and QuickTime share one container and differ by its brand. */
function boxed(head: Buffer): string | null {
  if (head.toString('latin1', 4, 8) !== 'ftyp') return null
  const brand = head.toString('latin1', 8, 12)
  if (/^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand)) return 'image/heic'
  if (/^avi[fs]$/.test(brand)) return 'image/avif'
  if (brand === 'qt  ') return 'video/quicktime'
  return brand.startsWith('M4A') ? 'audio/mp4' : 'video/mp4'
}

/** A zip is named by its first entries: Office and OpenDocument files say there what they are. */
function zipped(head: Buffer): string | null {
  const text = head.toString('latin1')
  if (!text.startsWith('PK\x03\x04') && !text.startsWith('PK\x05\x06')) return null
  const open = /^.{30}mimetype(application\/vnd\.oasis\.opendocument\.[a-z]+)/s.exec(text)?.[1]
  if (open !== undefined) return open
  if (!text.includes('[Content_Types].xml') && !text.includes('_rels/.rels')) return 'application/zip'
  if (text.includes('word/')) return `${OFFICE}.wordprocessingml.document`
  if (text.includes('xl/')) return `${OFFICE}.spreadsheetml.sheet`
  return text.includes('ppt/') ? `${OFFICE}.presentationml.presentation` : 'application/zip'
}

/** Markup is told from text, because a browser would run it. */
function textType(text: string): string {
  const start = text
    .replace(/^\ufeff/, '')
    .trimStart()
    .slice(0, 1000)
    .toLowerCase()
  if (/<svg[\s>]/.test(start)) return 'image/svg+xml'
  if (/<(!doctype html|html|head|body|script|iframe|style|title)[\s>]/.test(start)) return 'text/html'
  return start.startsWith('<?xml') ? 'application/xml' : 'text/plain'
}

function isPlain(decoder: TextDecoder, chunk: Buffer): boolean {
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
    return !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(decoder.decode(chunk, { stream: true }))
  } catch {
    return false
  }
}

function endsWell(decoder: TextDecoder): boolean {
  try {
    decoder.decode()
    return true
  } catch {
    return false
  }
}
