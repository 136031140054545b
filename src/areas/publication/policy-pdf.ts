import type { Tx } from '#platform/database/tx.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import type { PrintedPolicy } from './policy-document.ts'
import { policyDocument } from './policy-document.ts'
import { sealOf } from './queries/versions.ts'
import type { Reading } from './read-policy.ts'

/** What the paper of a version needs, read before it is drawn: drawing takes seconds, and a transaction must not. */
export async function printedPolicy(tx: Tx, reading: Reading, school: string): Promise<PrintedPolicy> {
  const { policy, version, zone } = reading
  const seal = await sealOf(tx, version.id)
  return { pack: policy.pack, title: policy.title, schoolId: reading.schoolId, school, version, zone, seal }
}

// What is said of a version is said when it is published, so its paper never changes: it is drawn once, and whoever asks
// while it is drawn waits for the same.
const drawn = new Map<string, Promise<Buffer>>()
const MOST_HELD = 20

/** The PDF of a version, for a school. */
export function policyPdf(printed: PrintedPolicy): Promise<Buffer> {
  const { version, school, schoolId } = printed
  const key = `${version.id} ${version.hash} ${schoolId} ${school}`
  const held = drawn.get(key)
  if (held !== undefined) return held
  const made = renderPdf(policyDocument(printed), { standard: 'ua-1' })
  if (drawn.size >= MOST_HELD) drawn.clear()
  drawn.set(key, made)
  // A document that failed is tried again by whoever asks next.
  made.catch(() => drawn.delete(key))
  return made
}
