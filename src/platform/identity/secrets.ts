import { createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** What a text is hashed for: the same text gives unrelated hashes for different purposes. */
export type HashPurpose = 'session' | 'next session' | 'card' | 'attempt' | 'setup' | 'magic link' | 'letter'

/** The keys of identity. Whoever reads the database alone can neither use nor guess what is hashed with them. */
export interface Secrets {
  readonly forLibrary: string
  hash(purpose: HashPurpose, text: string): string
}

/** Derives the keys of identity from one secret of at least 32 bytes. */
export function openSecrets(secret: Uint8Array): Secrets {
  if (secret.length < 32) throw new TypeError('the secret of identity has fewer than 32 bytes')
  const derive = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'kept identity', purpose, 32))
  const keys = new Map<HashPurpose, Buffer>()
  const keyFor = (purpose: HashPurpose): Buffer => {
    const key = keys.get(purpose) ?? derive(purpose)
    keys.set(purpose, key)
    return key
  }
  return {
    forLibrary: derive('library').toString('base64url'),
    hash: (purpose, text) => createHmac('sha256', keyFor(purpose)).update(text).digest('base64url'),
  }
}

/** A token of 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url')
