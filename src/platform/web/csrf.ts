import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Whose page a form is drawn on: a session, and the person that it goes on as. Null for people without a session. */
export type FormHolder = {
  readonly sessionId: string
  readonly organisationId: string
  readonly personId: string
} | null

/** `earlier`: drawn for the same person, in a session that is over. The form is theirs, and must be sent again. */
export type TokenState = 'good' | 'earlier' | 'wrong'

/** Makes and checks the token that a form carries. Nothing is stored: the token is the session's, signed. */
export interface Csrf {
  tokenFor(holder: FormHolder): string
  stateOf(holder: FormHolder, token: unknown): TokenState
}

/** People without a session share one token: their forms are guarded by the same-site check, and change nothing of theirs. */
export const NO_SESSION = 'nobody'

/**
 * Opens the tokens of forms under a key. The part before the dot says for whom, without saying who that is. The part behind
 * it is masked anew each time: no two pages hold the same token, so that the length of a compressed one gives nothing away.
 */
export function openCsrf(key: Buffer): Csrf {
  const marks = openMarks(key)
  const plainFor = (holder: FormHolder) => {
    const mark = marks.of(holder)
    return {
      mark,
      sign: createHmac('sha256', key)
        .update(`csrf:${holder?.sessionId ?? NO_SESSION}:${mark}`)
        .digest(),
    }
  }
  return {
    tokenFor(holder) {
      const { mark, sign } = plainFor(holder)
      return `${mark}.${masked(sign)}`
    },
    stateOf(holder, token) {
      if (typeof token !== 'string') return 'wrong'
      const plain = plainFor(holder)
      const [mark = '', sent = ''] = token.split('.')
      if (isSame(mark, plain.mark) && isSame(unmasked(sent), plain.sign.toString('base64url'))) return 'good'
      return holder !== null && isSame(token.split('.')[0] ?? '', marks.of(holder)) ? 'earlier' : 'wrong'
    },
  }
}

function masked(sign: Buffer): string {
  const mask = randomBytes(sign.length)
  return Buffer.concat([mask, xor(mask, sign)]).toString('base64url')
}

function unmasked(text: string): string {
  const bytes = Buffer.from(text, 'base64url')
  const half = bytes.length / 2
  return xor(bytes.subarray(0, half), bytes.subarray(half)).toString('base64url')
}

const xor = (one: Buffer, other: Buffer): Buffer => Buffer.from(one.map((byte, index) => byte ^ (other[index] ?? 0)))

/** Signs of persons: the same for each of their sessions, and nobody else's. */
export interface Marks {
  of(person: { readonly organisationId: string; readonly personId: string } | null): string
}

/** Opens the signs of persons, under the key of the forms. */
export const openMarks = (key: Buffer): Marks => ({
  of: (person) =>
    createHmac('sha256', key)
      .update(`person:${person === null ? NO_SESSION : `${person.organisationId} ${person.personId}`}`)
      .digest('base64url')
      .slice(0, 22),
})

/** The sign of the person for whom a form was drawn; null when it is none. Whether the form is theirs is not said. */
export function markOf(token: unknown): string | null {
  const mark = typeof token === 'string' ? (token.split('.')[0] ?? '') : ''
  return /^[\w-]{22}$/.test(mark) ? mark : null
}

/** Whether two texts are the same, in a time that does not tell how much of them is. */
export function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
