import { Readable } from 'node:stream'
import { BadInput } from '#core/errors.ts'
import { documentLimits } from '#platform/documents/limits.ts'
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

/**
 * Takes in a file and gives one back that says nothing of whoever made or sent it: pictures and pages are drawn anew, of
 * documents the words are kept. What cannot be cleaned so is refused. Pictures and PDF pass through a process of their own
 * as a stream; of anything else no more is held in memory than the limits say.
 * @throws BadInput with a sentence for whoever sent it; TooLarge.
 */
export async function cleanFile(
  source: AsyncIterable<Uint8Array>,
  limits: CleanLimits = cleanLimits,
): Promise<CleanFile> {
  const from = limited(source, limits.bytes)
  const head = await takeHead(from)
  const type = sniffHead(head)
  const whole = joined(head, from)
  if (type !== null && DRAWN.has(type)) return cleanApart(whole, type, limits)
  if (type !== null && !WORDS.has(type)) {
    await from.return(undefined)
    throw refused(type)
  }
  const bytes = await collect(whole)
  return type === null ? fromText(bytes) : fromDocument(bytes)
}

async function fromDocument(bytes: Buffer): Promise<CleanFile> {
  const outline = await readDocument(bytes, { ...documentLimits, bytes: bytes.length })
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

function refused(type: string): BadInput {
  const says = /^(video|audio)\//.test(type)
    ? 'We cannot take a video or a recording here. Tell us in words what is in it, and keep it.'
    : /^image\//.test(type)
      ? 'We cannot clean this kind of picture. Take a screenshot of it and send that, or save it as JPEG or PNG.'
      : type === 'message/rfc822'
        ? 'A saved e-mail says where it came from. Copy the words, or send a screenshot.'
        : 'We can take a photo (JPEG, PNG, WebP), a PDF, a Word document or plain text. This is something else.'
  return new BadInput('file.clean.unknown', says)
}

async function* limited(source: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of source) {
    bytes += chunk.length
    if (bytes > most) throw new TooLarge(most)
    yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  }
}

async function takeHead(from: AsyncIterator<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for (let held = 0; held < HEAD; ) {
    const next = await from.next()
    if (next.done === true) break
    chunks.push(next.value)
    held += next.value.length
  }
  return Buffer.concat(chunks)
}

async function* joined(head: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield head
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}

async function collect(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of source) chunks.push(chunk)
  return Buffer.concat(chunks)
}
