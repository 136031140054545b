import { createHash, randomBytes } from 'node:crypto'

/** What a link carries: 32 random bytes. */
export const newLinkToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of it. A random token of this length needs no salt. */
export const linkHash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** How long a link may be used. */
export const LINK_LASTS = Temporal.Duration.from({ hours: 7 * 24 })
