import type { PersonActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Matter } from '../settle.ts'
import { assertStaff } from '../staff.ts'
import type { NewSignature } from '../write-signature.ts'
import { writeSigned } from '../write-signed.ts'
import type { SignAgreement } from './sign-agreement.ts'

/** What somebody signs on a device of the school, with a member of staff beside them. */
export type SignInPerson = Omit<SignAgreement, 'way'> & { readonly signerId: string }

/**
 * Signs in the presence of the member of staff who acts: a pupil in class on signing day, anybody else in person at the
 * front desk. Who was present stands beside the signature.
 * @throws Forbidden when the actor is not staff or nobody asks the signer; Refused for oneself, and for an agreement that
 *   cannot be signed so.
 */
export async function signInPerson(
  tx: Tx,
  actor: PersonActor,
  input: SignInPerson,
): Promise<{ signatureId: string; settled: boolean }> {
  await assertStaff(tx, actor)
  const { signerId, ...signed } = input
  if (signerId === actor.personId)
    throw new Refused('agreement.present.own', say('en', 'agreement.refused.own_presence'))
  return writeSigned(tx, actor, signed, { signerId, wayOf: wayPresent, witness: actor.personId })
}

/** In class for a pupil, in person for everybody else. */
export const wayOfPresence = (capacity: NewSignature['capacity']): 'class' | 'in_person' =>
  capacity === 'pupil' ? 'class' : 'in_person'

function wayPresent(matter: Matter, capacity: NewSignature['capacity']): 'class' | 'in_person' {
  const way = wayOfPresence(capacity)
  if (!matter.assent.ways.includes(way))
    throw new Refused('agreement.present.none', say('en', 'agreement.refused.no_presence'))
  return way
}
