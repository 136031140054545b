import type { Actor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import type { Request } from './request.ts'

/** How one statement was answered: `true` for "I agree" and "I have read it". */
export type Answer = string | number | boolean

/** One signature, refusal or withdrawal to be written. */
export interface NewSignature {
  readonly signerId: string
  readonly capacity: 'self' | 'pupil' | 'parent' | 'other'
  readonly outcome: 'signed' | 'refused' | 'withdrawn'
  readonly way: 'link' | 'screen' | 'paper' | 'class' | 'in_person'
  readonly typedName: string
  readonly answers: Readonly<Record<string, Answer>>
  readonly fields: Readonly<Record<string, string>>
  readonly textHash: string
  readonly language: string
  readonly recordedBy: string | null
  readonly reason: string | null
  readonly signedAt: Temporal.Instant
}

/** Writes what somebody said. Run as whoever says it: the database checks once more that they may. */
export async function writeSignature(tx: Tx, actor: Actor, request: Request, said: NewSignature): Promise<string> {
  const id = newId(contextOf(tx).clock)
  await tx
    .insertInto('app.signature')
    .values({
      organisation_id: actor.organisationId,
      id,
      request_id: request.id,
      about_id: request.aboutId,
      signer_id: said.signerId,
      capacity: said.capacity,
      outcome: said.outcome,
      way: said.way,
      typed_name: said.typedName,
      answers: JSON.stringify({ items: said.answers, fields: said.fields }),
      text_hash: Buffer.from(said.textHash, 'hex'),
      language: said.language,
      recorded_by: said.recordedBy,
      reason: said.reason,
      signed_at: said.signedAt.toString(),
      recorded_at: nowText(tx),
    })
    .execute()
  return id
}
