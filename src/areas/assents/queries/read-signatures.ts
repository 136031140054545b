import { isInPart } from '#pack/engines/assents/agreed-to.ts'
import type { Signature } from '#pack/engines/assents/signature.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

/** What the engine calls each outcome of a signature. */
export const SAYS = { signed: 'agreed', refused: 'refused', withdrawn: 'withdrawn' } as const
const isOutcome = (text: string): text is keyof typeof SAYS => text in SAYS

/** What was said to each asking, in the order in which it was said, as the engine reads it. Run as the system. */
export async function readSignatures(
  tx: Tx,
  requests: readonly { readonly id: string; readonly policyVersionId: string }[],
): Promise<Map<string, Signature[]>> {
  if (requests.length === 0) return new Map()
  const versions = new Map(requests.map((request) => [request.id, request.policyVersionId]))
  const rows = await tx
    .selectFrom('app.signature')
    .select(['request_id', 'signer_id', 'outcome', 'signed_at', 'answers'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('request_id', 'in', [...versions.keys()])
    .orderBy('signed_at')
    .orderBy('id')
    .execute()
  const found = new Map<string, Signature[]>()
  for (const row of rows) {
    if (!isOutcome(row.outcome)) continue
    const before = found.get(row.request_id) ?? []
    if (isInPart({ outcome: row.outcome, answers: itemsOf(row.answers) })) {
      found.set(row.request_id, [...before, ...leftOf(before, row.signer_id)])
      continue
    }
    const signature: Signature = {
      person: row.signer_id,
      at: Temporal.Instant.from(row.signed_at).toString(),
      says: SAYS[row.outcome],
      version: versions.get(row.request_id) ?? '',
      fields: fieldsOf(row.answers),
    }
    found.set(row.request_id, [...before, signature])
  }
  return found
}

/** What is left of somebody's yes when they take part of it back: the same, at its own time. Nothing, when they gave none. */
export function leftOf(said: readonly Signature[], signerId: string): Signature[] {
  const last = said.findLast((one) => one.person === signerId)
  return last?.says === 'agreed' ? [{ ...last, inPart: true }] : []
}

/** How each statement was answered. */
export function itemsOf(answers: unknown): Record<string, unknown> {
  const items: unknown = typeof answers === 'object' && answers !== null ? Reflect.get(answers, 'items') : undefined
  return typeof items === 'object' && items !== null ? { ...items } : {}
}

/** What else stood on the slip, such as a job title. */
export function fieldsOf(answers: unknown): Record<string, string> {
  if (typeof answers !== 'object' || answers === null || !('fields' in answers)) return {}
  const { fields } = answers
  if (typeof fields !== 'object' || fields === null) return {}
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string'))
}
