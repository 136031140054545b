import { createHmac, timingSafeEqual } from 'node:crypto'

/** Makes and checks the token that a form of a session carries. Nothing is stored: the token is the session's, signed. */
export interface Csrf {
  tokenFor(sessionId: string): string
  holds(sessionId: string, token: unknown): boolean
}

/** People without a session share one token: their forms are guarded by the same-site check, and change nothing of theirs. */
export const NO_SESSION = 'nobody'

export function openCsrf(key: Buffer): Csrf {
  const tokenFor = (sessionId: string) => createHmac('sha256', key).update(`csrf:${sessionId}`).digest('base64url')
  return {
    tokenFor,
    holds(sessionId, token) {
      if (typeof token !== 'string') return false
      const [given, expected] = [Buffer.from(token), Buffer.from(tokenFor(sessionId))]
      return given.length === expected.length && timingSafeEqual(given, expected)
    },
  }
}
