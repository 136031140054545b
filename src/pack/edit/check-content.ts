import { createHash } from 'node:crypto'
import { type CheckOptions, checkPack } from '../check/check-pack.ts'
import type { Pack } from '../types/pack.ts'
import { type ContentFault, contentFault, distinct, pathPositions } from './faults.ts'
import { isMap } from './place.ts'

const KEPT = 40
const known = new Map<string, readonly ContentFault[]>()

/**
 * Checks content that came from no file with the same checker as a folder: every fault with its place, in the order of
 * the rules. Answers are kept by the hash of the content, because a page asks again what an edit has just asked.
 */
export function checkContent(content: Pack, options: CheckOptions = {}): readonly ContentFault[] {
  const key = `${options.publish === true ? 'publish' : 'edit'} ${contentHash(content)}`
  const before = known.get(key)
  if (before !== undefined) {
    known.delete(key)
    known.set(key, before)
    return before
  }
  const faults = distinct(checkPack(content, pathPositions, options).map((fault) => contentFault(content, fault)))
  known.set(key, faults)
  for (const oldest of known.keys()) {
    if (known.size <= KEPT) break
    known.delete(oldest)
  }
  return faults
}

const hashes = new WeakMap<object, string>()

/** The SHA-256 of content, whatever the order of its keys: storage does not keep that order. */
export function contentHash(content: Pack): string {
  const before = hashes.get(content)
  if (before !== undefined) return before
  const hash = createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('hex')
  hashes.set(content, hash)
  return hash
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isMap(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  )
}
