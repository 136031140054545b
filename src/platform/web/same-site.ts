import type { FastifyRequest } from 'fastify'

const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request that changes something comes from our own pages. Decided from headers alone, before the body is read:
 * `Sec-Fetch-Site` where the browser sends it, `Origin` (or `Referer`) where it does not. Neither means no.
 */
export function isSameSite(request: Pick<FastifyRequest, 'method' | 'headers'>, baseUrl: string | null): boolean {
  if (SAFE.has(request.method)) return true
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  const from = request.headers.origin ?? request.headers.referer
  if (from === undefined || !URL.canParse(from)) return false
  const origin = new URL(from)
  if (baseUrl !== null) return origin.origin === new URL(baseUrl).origin
  return origin.host === request.headers.host
}
