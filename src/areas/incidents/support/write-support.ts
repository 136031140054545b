import type { Case } from '#areas/records/index.ts'
import { actingAs, mayChange } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden, Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { readSupport } from './read-support.ts'
import type { SupportWord } from './support.ts'

/** An offer to somebody of the case, or what became of one. */
export type WriteSupport =
  | {
      readonly offer: { readonly inCase: string; readonly support: string; readonly byWhom: string }
      readonly on: Temporal.PlainDate
      readonly note: string
    }
  | { readonly of: string; readonly word: SupportWord; readonly on: Temporal.PlainDate; readonly note: string }

/**
 * Writes down support that was offered to somebody in a case, or what became of it. Nothing is written over: the last word holds.
 * @returns the id of the offer.
 * @throws Forbidden for whoever does not handle the case; Refused for somebody to whom the policy offers none.
 */
export async function writeSupport(tx: Tx, actor: PersonActor, one: Case, input: WriteSupport): Promise<string> {
  const handles = (await actingAs(tx, one.policy, actor.personId, one)).includes('handler')
  if (!handles || !(await mayChange(tx, one.id))) throw new Forbidden('incident.support')
  const id = newId(contextOf(tx).clock)
  const own = 'offer' in input ? ofOffer(one, input.offer, id) : await ofAnswer(tx, one, input)
  await tx
    .insertInto('app.support_word')
    .values({
      organisation_id: actor.organisationId,
      id,
      record_id: one.id,
      ...own,
      note: input.note === '' ? null : input.note,
      on_day: input.on.toString(),
      written_by: actor.personId,
      written_at: nowText(tx),
    })
    .execute()
  recordEvent(tx, {
    code: 'incident.support_written',
    subject: { kind: 'record', id: one.id },
    recordId: one.id,
    policyVersionId: one.policy.id,
    details: { support: own.support, word: own.word },
  })
  return own.offer_id
}

function ofOffer(
  one: Case,
  { inCase, support, byWhom }: { inCase: string; support: string; byWhom: string },
  id: string,
) {
  const person = one.people.find((candidate) => candidate.id === inCase)
  const parts = one.policy.pack.records[one.kind]?.support?.for ?? []
  if (person === undefined || !parts.includes(person.part))
    throw new Refused('incident.support.nobody', 'The policy offers support to others in the case.')
  const who = person.personId === null ? { described: person.name } : { person_id: person.personId }
  return { offer_id: id, ...who, part: person.part, support, word: 'offered', by_whom: byWhom }
}

async function ofAnswer(tx: Tx, one: Case, { of, word }: { of: string; word: SupportWord }) {
  const offer = (await readSupport(tx, one.id)).find((candidate) => candidate.id === of)
  if (offer === undefined) throw new Refused('incident.support.no_offer', 'This was not offered in this case.')
  const who = offer.personId === null ? { described: offer.described } : { person_id: offer.personId }
  return { offer_id: of, ...who, part: offer.part, support: offer.support, word, by_whom: null }
}
