import { createHash } from 'node:crypto'
import type { Pack } from '#pack/types/pack.ts'
import { pack as packType } from '#pack/types/pack.ts'
import { canonical } from '#platform/ledger/canonical.ts'

/** A pack as it is stored, with the hash by which it is known: the one that its publication would have. */
export function stored(content: Pack): { text: string; hash: Buffer } {
  const text = canonical(content)
  return { text, hash: createHash('sha256').update(text).digest() }
}

// A revision never changes and is read by every page of its draft; parsing the largest takes a tenth of a second.
const known = new Map<string, Pack>()
const MOST_HELD = 30

/** The pack of a stored content, parsed once for as long as it is among those last used. Never change what it gives. */
export function packOf(hash: Buffer, content: unknown): Pack {
  const key = hash.toString('base64')
  const pack = known.get(key) ?? packType.parse(content)
  known.delete(key)
  known.set(key, pack)
  const [oldest] = known.keys()
  if (known.size > MOST_HELD && oldest !== undefined) known.delete(oldest)
  return pack
}

/** Whether a content is held already, so that it need not be asked of the database. */
export const heldPack = (hash: Buffer): Pack | undefined => known.get(hash.toString('base64'))
