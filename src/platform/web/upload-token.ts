import { createHmac, randomBytes } from 'node:crypto'
import type { Clock } from '#core/clock.ts'
import type { FormHolder, TokenState } from './csrf.ts'
import { isSame, NO_SESSION, openMarks } from './csrf.ts'

/**
 * Tokens of upload forms. They stand in the address, because one inside the body comes after the file; an address is
 * written down in more places than a body, so each works once, for an hour, in one session.
 */
export interface UploadTokens {
  tokenFor(holder: FormHolder): string
  /** Spends a good token: the next time it is `earlier`. */
  spend(holder: FormHolder, token: unknown): TokenState
  /** For whom a token of ours was made, or null when it is not ours. */
  markOf(token: unknown): string | null
}

const LIVES_MS = 60 * 60 * 1000
const SHAPE = /^[\w-]{22}\.[0-9a-z]{8,9}\.[\w-]{22}\.[\w-]{22}\.[\w-]{43}$/

/** Opens upload tokens. Spent ones are remembered by this process until they would be over anyway. */
export function openUploadTokens(key: Buffer, clock: Clock): UploadTokens {
  const marks = openMarks(key)
  const spent = new Map<string, number>()
  const sign = (text: string) => createHmac('sha256', key).update(`upload:${text}`).digest('base64url')
  const tagOf = (holder: FormHolder) => sign(`session:${holder?.sessionId ?? NO_SESSION}`).slice(0, 22)
  const isOurs = (token: unknown): token is string => {
    if (typeof token !== 'string' || !SHAPE.test(token)) return false
    const end = token.lastIndexOf('.')
    return isSame(token.slice(end + 1), sign(token.slice(0, end)))
  }
  return {
    tokenFor(holder) {
      const until = (clock.now().epochMilliseconds + LIVES_MS).toString(36)
      const head = [randomBytes(16).toString('base64url'), until, marks.of(holder), tagOf(holder)].join('.')
      return `${head}.${sign(head)}`
    },
    spend(holder, token) {
      if (!isOurs(token)) return 'wrong'
      const [nonce = '', until = '', mark = '', tag = ''] = token.split('.')
      if (!isSame(mark, marks.of(holder))) return 'wrong'
      const now = clock.now().epochMilliseconds
      const end = Number.parseInt(until, 36)
      if (!isSame(tag, tagOf(holder)) || end <= now || spent.has(nonce)) return 'earlier'
      for (const [other, over] of spent) if (over <= now) spent.delete(other)
      spent.set(nonce, end)
      return 'good'
    },
    markOf: (token) => (isOurs(token) ? (token.split('.')[2] ?? null) : null),
  }
}
