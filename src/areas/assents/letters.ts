import { insertNotices } from '#areas/notices/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import { newId } from '#core/ids.ts'
import { say } from '#core/messages/say.ts'
import { batches } from '#platform/database/batches.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, enqueue, nowText } from '#platform/database/tx.ts'
import { assentOf, clausesOf } from './agreement-text.ts'
import { paths } from './paths.ts'
import type { Named } from './queries/read-people.ts'
import { readPeople } from './queries/read-people.ts'

/** An asking, and those who are to hear of it. */
export interface Letter {
  readonly id: string
  readonly assent: string
  readonly aboutId: string
  readonly signers: readonly string[]
}

/**
 * Tells signers what waits for them: one notice and, where we have an address, one mail for each reader, however many
 * children and agreements. Run as the system.
 * @returns how many readers were told.
 */
export async function writeLetters(
  tx: Tx,
  policy: PolicyInForce,
  kind: 'asked' | 'reminded',
  letters: readonly Letter[],
): Promise<number> {
  const readers = byReader(letters)
  if (readers.size === 0) return 0
  const people = await readPeople(tx, [...readers.keys(), ...letters.map((letter) => letter.aboutId)])
  const { actor, clock } = contextOf(tx)
  const written = [...readers].map(([readerId, own]) => lettersTo(policy, people, readerId, own))
  await insertNotices(
    tx,
    written.map((one) => ({
      readerId: one.readerId,
      code: `agreement.${kind}`,
      says: say('en', `agreement.notice.${kind}`, { names: one.names }),
      href: paths.mine.to(),
      subject: { kind: 'assent_request', id: one.first?.id ?? '' },
      party: null,
      clauses: one.clauses,
      urgent: false,
    })),
  )
  const mails = written.flatMap((one) =>
    one.email === null
      ? []
      : {
          organisation_id: actor.organisationId,
          id: newId(clock),
          to_person_id: one.readerId,
          to_address: one.email,
          subject: say('en', `agreement.mail.${kind}.subject`, { names: one.names }).slice(0, 300),
          body: say('en', `agreement.mail.${kind}.body`, { names: one.names, what: one.what }),
          written_at: nowText(tx),
        },
  )
  for (const part of batches(mails))
    await tx
      .insertInto('app.mail')
      .values([...part])
      .execute()
  if (mails.length > 0) await enqueue(tx, 'send_mail', {}, { key: `mail:${actor.organisationId}` })
  return written.length
}

/** What one reader is told: for whom, of what, and under which clauses. */
function lettersTo(
  policy: PolicyInForce,
  people: ReadonlyMap<string, Named>,
  readerId: string,
  own: readonly Letter[],
) {
  const names = [
    ...new Set(own.map((one) => (one.aboutId === readerId ? 'yourself' : (people.get(one.aboutId)?.given ?? '')))),
  ]
  const what = [...new Set(own.map((one) => textOf(assentOf(policy.pack, one.assent).says)))]
  const clauses = [...new Set(own.flatMap((one) => clausesOf(assentOf(policy.pack, one.assent))))]
  return {
    readerId,
    email: people.get(readerId)?.email ?? null,
    names: listOf(names),
    what: what.join('\n'),
    clauses,
    first: own[0],
  }
}

function byReader(letters: readonly Letter[]): Map<string, Letter[]> {
  const readers = new Map<string, Letter[]>()
  for (const letter of letters)
    for (const reader of letter.signers) {
      const own = readers.get(reader)
      if (own === undefined) readers.set(reader, [letter])
      else own.push(letter)
    }
  return readers
}

/** `Ama, Kofi and Esi`. */
export const listOf = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
