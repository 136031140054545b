import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const press = {
  br: (text: string) => promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }),
  gzip: (text: string) => promisify(gzip)(text),
}
/** Pages are pressed while somebody waits: a little larger, and ready in milliseconds. */
const QUALITY = 5
/** Smaller than a packet of the network: nothing is won. */
const SMALL = 1400

/**
 * Sends a public page compressed where the browser can read it. Only for pages without a session, a form token or anything
 * else that is secret: the length of a compressed page tells what repeats in it.
 */
export async function compressed(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (typeof payload !== 'string' || payload.length < SMALL) return payload
  reply.header('vary', 'Accept-Encoding')
  const takes = String(request.headers['accept-encoding'] ?? '')
  const way = /\bbr\b/.test(takes) ? 'br' : /\bgzip\b/.test(takes) ? 'gzip' : null
  if (way === null) return payload
  reply.header('content-encoding', way)
  return press[way](payload)
}
