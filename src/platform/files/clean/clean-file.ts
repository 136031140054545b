import { Readable } from 'node:stream'
import { BadInput } from '#core/errors.ts'
import { letterLimits } from '#platform/documents/limits.ts'
import { readDocument } from '#platform/documents/read-document.ts'
import { TooLarge } from '../errors.ts'
import { sniffHead, TypeProbe } from '../sniff-type.ts'
import { cleanApart } from './clean-apart.ts'
import type { CleanLimits } from './limits.ts'
import { cleanLimits } from './limits.ts'
import { plainText } from './plain-text.ts'
import type { Removed } from './removed.ts'

/** A file of which nothing is left but what one sees in it. */
export interface CleanFile {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp' | 'application/pdf' | 'text/plain'
  readonly removed: readonly Removed[]
  readonly content: Readable
}

const HEAD = 4096
const DRAWN = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf'])
const WORDS = new Set(['application/vnd.openxmlformats-officedocument.wordprocessingml.document'])

// What is coming in at this moment, of all who send: a hundred slow lines must not fill the machine.
const MOST_IN_HAND = 256 * 1024 * 1024
let inHand = 0

/**
 * Takes in a file and gives one back that says nothing of whoever made or sent it: pictures and pages are drawn anew, of
 * documents the words are kept. What cannot be cleaned so is refused, as soon as its first bytes say so. A file is held in
 * memory while it comes in, never written down, and no more than the limits say; a slow line keeps nobody else waiting.
 * @throws BadInput with a sentence for whoever sent it; TooLarge.
 */
export async function cleanFile(
  source: AsyncIterable<Uint8Array>,
  limits: CleanLimits = cleanLimits,
): Promise<CleanFile> {
  const chunks: Buffer[] = []
  let bytes = 0
  let known: string | null | undefined
  try {
    for await (const chunk of source) {
      chunks.push(Buffer.from(chunk))
      bytes += chunk.length
      inHand += chunk.length
      if (bytes > limits.bytes) throw new TooLarge(limits.bytes)
      if (inHand > MOST_IN_HAND) throw new BadInput('file.clean.busy', BUSY)
      if (known === undefined && bytes >= HEAD) known = accepted(Buffer.concat(chunks))
    }
    const given = Buffer.concat(chunks)
    const type = known ?? accepted(given)
    if (type !== null && DRAWN.has(type)) return await cleanApart(given, type, limits)
    return type === null ? fromText(given) : await fromDocument(given)
  } finally {
    inHand -= bytes
  }
}

const BUSY = 'Many files are coming in just now. Wait a minute and send it again.'

/** The type that the first bytes give away, null where they may be text. */
function accepted(head: Buffer): string | null {
  const type = sniffHead(head)
  if (type !== null && !DRAWN.has(type) && !WORDS.has(type)) throw refused(type)
  return type
}

async function fromDocument(bytes: Buffer): Promise<CleanFile> {
  const outline = await readDocument(bytes, { ...letterLimits, bytes: bytes.length })
  return textFile(plainText(outline), ['all_but_words'])
}

function fromText(bytes: Buffer): CleanFile {
  const probe = new TypeProbe()
  probe.take(bytes)
  const type = probe.end()
  const text = bytes.toString('utf8')
  // A saved letter tells the addresses of the machines that it came through.
  if (type !== 'text/plain' || /^(received|return-path|message-id|x-originating-ip):/im.test(text.slice(0, 8000)))
    throw refused(type === 'text/plain' ? 'message/rfc822' : type)
  return textFile(text, [])
}

const textFile = (text: string, removed: readonly Removed[]): CleanFile => ({
  type: 'text/plain',
  removed,
  content: Readable.from([Buffer.from(text, 'utf8')], { objectMode: false }),
})

const refused = (type: string): BadInput => new BadInput('file.clean.unknown', sayRefused(type))

function sayRefused(type: string): string {
  if (/^(video|audio)\//.test(type))
    return 'We cannot take a video or a recording here. Leave it where it is, send it to nobody, and tell us in words what is in it.'
  if (type === 'image/heic')
    return 'We cannot use this photo as it is (HEIC). Open the photo, take a screenshot of it, and send the screenshot. Or choose it from your photos, not from your files.'
  if (/^image\//.test(type))
    return 'We cannot clean this kind of picture. Take a screenshot of it and send that, or save it as JPEG or PNG.'
  return type === 'message/rfc822'
    ? 'A saved e-mail says where it came from. Copy the words, or send a screenshot.'
    : 'We can take a photo (JPEG, PNG, WebP), a PDF, a Word document or plain text. This is something else.'
}
