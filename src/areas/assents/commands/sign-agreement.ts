import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Answer } from '../write-signature.ts'
import { writeSigned } from '../write-signed.ts'

export interface SignAgreement {
  readonly requestId: string
  readonly typedName: string
  /** By the id of the statement; left out, every statement is agreed to. */
  readonly answers?: Readonly<Record<string, Answer>>
  /** What else stands on the slip, such as a job title. */
  readonly fields?: Readonly<Record<string, string>>
  /** The hash of the text that was on the page; left out, of the text as it is. */
  readonly textHash?: string
  readonly language?: string
  /** `screen` unless told: the signer's own sign-in; `link`: a sign-in by a link or letter that the school sent. */
  readonly way?: 'link' | 'screen' | 'class'
}

/**
 * Signs an agreement for oneself or, with the right to act for them, for a child. Each parent's answer is their own.
 * @throws NotFound when the actor may not see the asking; Forbidden when nobody asks them; Refused for a second signature,
 *   for a text that has changed since it was shown, and for a statement that was not agreed to.
 */
export async function signAgreement(
  tx: Tx,
  actor: PersonActor,
  input: SignAgreement,
): Promise<{ signatureId: string; settled: boolean }> {
  return writeSigned(tx, actor, input, {
    signerId: actor.personId,
    wayOf: () => input.way ?? 'screen',
    witness: null,
  })
}
