import { connect, type Socket } from 'node:net'

/** What a scanner said of some bytes. `no-answer` is not a clean bill: the file stays marked unscanned. */
export type ScanAnswer =
  | { readonly kind: 'clean' }
  | { readonly kind: 'infected'; readonly says: string }
  | { readonly kind: 'no-answer'; readonly why: string }

/** Looks into bytes for what is known to be malicious. It never throws: without an answer it says so. */
export type Scanner = (content: AsyncIterable<Uint8Array>) => Promise<ScanAnswer>

/** How long clamd may be silent before it is given up. */
const PATIENCE_MS = 60_000
const LARGEST_CHUNK = 64 * 1024

/** ClamAV's daemon over its socket, with its INSTREAM command: it needs no access to our folders. */
export function clamdScanner(address: string, patience = PATIENCE_MS): Scanner {
  return async (content) => {
    try {
      return await ask(address, patience, content)
    } catch (fault) {
      return { kind: 'no-answer', why: codeOf(fault) }
    }
  }
}

async function ask(address: string, patience: number, content: AsyncIterable<Uint8Array>): Promise<ScanAnswer> {
  const socket = connect(placeOf(address))
  socket.setTimeout(patience, () => socket.destroy(new Error('it was silent for too long')))
  const answer = answerOf(socket)
  // The answer may be a refusal that comes while we still send; it is waited for below either way.
  answer.catch(() => undefined)
  try {
    await send(socket, Buffer.from('zINSTREAM\0'))
    for await (const chunk of content) {
      for (let at = 0; at < chunk.length; at += LARGEST_CHUNK) {
        const part = chunk.subarray(at, at + LARGEST_CHUNK)
        await send(socket, lengthOf(part.length))
        await send(socket, part)
      }
    }
    await send(socket, lengthOf(0))
    return readAnswer(await answer)
  } catch (fault) {
    // It closes the stream when a file is larger than its own limit, and says so first.
    const said = await Promise.race([answer.catch(() => ''), new Promise<string>((go) => setTimeout(go, 200, ''))])
    if (said !== '') return readAnswer(said)
    throw fault
  } finally {
    socket.destroy()
  }
}

function readAnswer(said: string): ScanAnswer {
  const text = said.replaceAll('\0', '').trim()
  if (/: OK$/.test(text)) return { kind: 'clean' }
  const found = /: (.+) FOUND$/.exec(text)?.[1]
  if (found !== undefined) return { kind: 'infected', says: found.slice(0, 200) }
  return { kind: 'no-answer', why: text.slice(0, 200) || 'it said nothing' }
}

const placeOf = (address: string) => {
  if (address.startsWith('unix:')) return { path: address.slice('unix:'.length) }
  const url = new URL(address)
  return { host: url.hostname, port: Number(url.port || '3310') }
}

const lengthOf = (length: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  return bytes
}

const send = (socket: Socket, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (fault) => (fault === null || fault === undefined ? resolve() : reject(fault)))
  })

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    socket.on('data', (bytes) => {
      said += bytes.toString('utf8')
    })
    socket.once('error', reject)
    socket.once('close', () => resolve(said))
  })
}

const codeOf = (fault: unknown): string =>
  fault instanceof Error ? ('code' in fault ? String(fault.code) : fault.message) : String(fault)
