import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { type Answer, answerOf } from '#tests/support/browser.ts'

/** Whoever sends files, as a browser of theirs would. */
export interface Sender {
  readonly url: string
  readonly cookie: string
}

/** A file that is on its way into a case, and what was kept before it. */
export interface UnderWay {
  /** The item whose arrival was answered. */
  readonly kept: string
  /** Settles when the sending is over: whether it was answered. */
  readonly answered: Promise<boolean>
}

const KEPT = Buffer.from('What was said in the group chat, and acknowledged.')
const EDGE = 'edge-of-a-part'
const PIECE = Buffer.alloc(64 * 1024, 7)

/** Sends one file of a case whole, and begins another that has no end, until the server is gone. */
export async function beginSending(sender: Sender, incident: string): Promise<UnderWay> {
  await takesFiles(sender, incident)
  const kept = await sendWhole(sender, incident)
  async function* body() {
    yield Buffer.from(head('long.bin'))
    for (;;) {
      yield PIECE
      await new Promise((go) => setTimeout(go, 20))
    }
  }
  const answered = send(sender, await addressFor(sender, incident), body()).then(
    () => true,
    () => false,
  )
  return { kept, answered }
}

/** Sends a file to its end; the address of the item that came of it. */
export async function sendWhole(sender: Sender, incident: string): Promise<string> {
  async function* body() {
    yield Buffer.from(head('chat.txt'))
    yield KEPT
    yield Buffer.from(`\r\n--${EDGE}--\r\n`)
  }
  const response = await send(sender, await addressFor(sender, incident), body())
  const item = response.headers.get('location')
  if (response.status !== 303 || item === null) throw new Error(`a file was answered with ${response.status}`)
  return item
}

/** Whether the original of an item can be had, and is what was sent. */
export async function isWhole(sender: Sender, item: string): Promise<boolean> {
  const { fields } = (await open(sender, `${item}/download`)).form('')
  const response = await fetch(`${sender.url}${item}/download`, {
    method: 'POST',
    headers: ours(sender),
    body: new URLSearchParams({ ...fields, reason: 'To see that it is whole' }),
  })
  const content = Buffer.from(await response.arrayBuffer())
  return response.status === 200 && hash(content) === hash(KEPT)
}

/** Answers the first question of a case: no file is taken before. */
async function takesFiles(sender: Sender, incident: string): Promise<void> {
  const show = await open(sender, `/incidents/${incident}`)
  const [, step = ''] = new RegExp(`"(/incidents/${incident}/steps/[^"#?]+)`).exec(show.body) ?? []
  const { fields } = (await open(sender, step)).form('')
  const body = new URLSearchParams({ ...fields, answer: 'not_illegal' })
  const response = await fetch(`${sender.url}${step}`, {
    ...{ method: 'POST', headers: ours(sender), body, redirect: 'manual' },
  })
  if (response.status !== 303) throw new Error(`the first step was answered with ${response.status}`)
}

const addressFor = async (sender: Sender, incident: string): Promise<string> =>
  (await open(sender, `/evidence/of/${incident}/add/file`)).form(`/evidence/of/${incident}/send/file`).action

async function open(sender: Sender, path: string): Promise<Answer> {
  const response = await fetch(`${sender.url}${path}`, { headers: ours(sender) })
  return answerOf({ statusCode: response.status, headers: {}, body: await response.text() })
}

const send = (sender: Sender, action: string, body: AsyncIterable<Buffer>): Promise<Response> =>
  fetch(`${sender.url}${action}`, {
    ...{ method: 'POST', body: streamOf(body), duplex: 'half', redirect: 'manual' },
    headers: { ...ours(sender), 'content-type': `multipart/form-data; boundary=${EDGE}` },
  })

const streamOf = (body: AsyncIterable<Buffer>): ReadableStream<Uint8Array> =>
  Readable.toWeb(Readable.from(body, { objectMode: false })) as ReadableStream<Uint8Array>

const ours = ({ url, cookie }: Sender) => ({ cookie, origin: url, 'sec-fetch-site': 'same-origin' })

const WORDS = { title: 'The group chat', shows: '', source: 'A phone', 'at-day': '1', 'at-month': '9' }
const WHEN = { 'at-year': '2025', 'at-time': '9:15', by: 'Hal Example, staff', witness: '' }

const head = (name: string): string =>
  `${Object.entries({ ...WORDS, ...WHEN })
    .map(([field, value]) => `--${EDGE}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`)
    .join('')}--${EDGE}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n`

const hash = (content: Buffer): string => createHash('sha256').update(content).digest('hex')
