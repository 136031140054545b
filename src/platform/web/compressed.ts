import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const press = {
  br: (text: string | Buffer) =>
    promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }),
  gzip: (text: string | Buffer) => promisify(gzip)(text),
}
/** Pages are pressed while somebody waits: a little larger, and ready in milliseconds. */
const QUALITY = 5
/** Smaller than a packet of the network: nothing is won. */
const SMALL = 1400

const TEXT = /^(text\/|application\/json|image\/svg\+xml)/

/**
 * Sends text compressed where the browser can read it. The length of a compressed page tells what repeats in it, so a page
 * of somebody's own is pressed only when they asked for it themselves: see decision 0014.
 */
export async function compressed(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (!isText(payload, reply) || payload.length < SMALL) return payload
  reply.header('vary', 'Accept-Encoding')
  const takes = String(request.headers['accept-encoding'] ?? '')
  const way = /\bbr\b/.test(takes) ? 'br' : /\bgzip\b/.test(takes) ? 'gzip' : null
  if (way === null || !isAskedFreely(request)) return payload
  reply.header('content-encoding', way)
  return press[way](payload)
}

const isText = (payload: unknown, reply: FastifyReply): payload is string | Buffer =>
  (typeof payload === 'string' || Buffer.isBuffer(payload)) &&
  !reply.hasHeader('content-encoding') &&
  TEXT.test(String(reply.getHeader('content-type') ?? ''))

// Another site cannot make the browser say either of these, so it cannot ask again and again with guesses of its own.
const isAskedFreely = ({ headers, routeOptions }: FastifyRequest): boolean =>
  routeOptions.config?.access === 'public' ||
  headers['sec-fetch-site'] === 'same-origin' ||
  headers['sec-fetch-site'] === 'none'
