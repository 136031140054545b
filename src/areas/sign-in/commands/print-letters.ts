import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { Identity } from '#platform/identity/identity.ts'
import type { IssuedLetter } from '#platform/identity/letters.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import type { Addressee } from '../addressee.ts'

/** A letter with whom it is for. */
export interface PrintedLetter extends Addressee {
  readonly letter: IssuedLetter
}

/**
 * Makes a letter for each of the people chosen; those from before stop working. The ledger names who printed each: a letter
 * signs in as its reader. Ask first whether they may.
 */
export async function printLetters(
  tx: Tx,
  identity: Pick<Identity, 'issueLetter'>,
  chosen: readonly Addressee[],
): Promise<PrintedLetter[]> {
  const { organisationId } = contextOf(tx).actor
  const printed: PrintedLetter[] = []
  for (const person of chosen) {
    const letter = await identity.issueLetter(tx, { organisationId, personId: person.personId, email: person.email })
    recordEvent(tx, {
      code: 'access_letter.printed',
      subject: { kind: 'person', id: person.personId },
      personId: person.personId,
      details: { until: letter.expiresAt.toString() },
    })
    printed.push({ ...person, letter })
  }
  return printed
}
