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
  /** Spends a good token: the next time it is `earlier`, whichever process is asked. */
  spend(holder: FormHolder, token: unknown): Promise<TokenState>
  /** For whom a token of ours was made, or null when it is not ours. */
  markOf(token: unknown): string | null
}

const LIVES_MS = 60 * 60 * 1000
const SHAPE = /^[\w-]{22}\.[0-9a-z]{8,9}\.[\w-]{22}\.[\w-]{22}\.[\w-]{43}$/

/** Remembers what was spent until it would be over anyway. Says whether it was new: of two at once, one is. */
export type SpendOnce = (nonce: string, until: Temporal.Instant) => Promise<boolean>

/** Opens upload tokens. Only one that is otherwise good is asked about: a made-up one leaves no trace. */
export function openUploadTokens(key: Buffer, clock: Clock, spendOnce: SpendOnce): UploadTokens {
  const marks = openMarks(key)
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
    async spend(holder, token) {
      if (!isOurs(token)) return 'wrong'
      const [nonce = '', until = '', mark = '', tag = ''] = token.split('.')
      if (!isSame(mark, marks.of(holder))) return 'wrong'
      const end = Number.parseInt(until, 36)
      if (!isSame(tag, tagOf(holder)) || end <= clock.now().epochMilliseconds) return 'earlier'
      return (await spendOnce(nonce, Temporal.Instant.fromEpochMilliseconds(end))) ? 'good' : 'earlier'
    },
    markOf: (token) => (isOurs(token) ? (token.split('.')[2] ?? null) : null),
  }
}
