import type { PersonActor } from '#core/actor.ts'
import { Forbidden, NotFound, Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Telling } from '#pack/engines/flow/tells.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, enqueue } from '#platform/database/tx.ts'
import { actingAs } from '../acting-as.ts'
import { lockAny } from '../commands/lock-any.ts'
import { lockRecord } from '../commands/take-step.ts'
import { mayChange } from '../queries/may-change.ts'
import type { Case } from '../queries/read-case.ts'
import type { Contact, Does } from './contact.ts'
import { firstLine, type Said, type ToldOf, writeLine } from './enter-contact.ts'
import { readContacts } from './read-contacts.ts'

type Handled = Pick<Case, 'id' | 'kind' | 'circle' | 'openedBy' | 'policy'>

/** What holds of a telling: what was said, or why they were not told. */
export type Holds = { readonly said: Said } | { readonly because: string }

/**
 * Writes down by hand that somebody was told of a record, or not and why.
 * @throws Forbidden for whoever does not handle it; NotFound for whoever may not see it; Refused when it is closed.
 */
export async function enterContact(
  tx: Tx,
  actor: PersonActor,
  input: { readonly one: Handled; readonly telling: Telling } & Holds,
): Promise<{ readonly id: string }> {
  await assertHandles(tx, actor, input.one)
  await lockRecord(tx, actor, input.one.id)
  const what = 'said' in input ? { said: input.said } : { does: 'not_told' as const, because: reasonOf(input.because) }
  const line = firstLine(tx, input.one.id, input.telling, what)
  await writeLine(tx, toldOf(input.one), line, actor.personId)
  await enqueue(tx, 'record_moment', { recordId: input.one.id, moment: 'changed' })
  return { id: line.threadId }
}

/**
 * Adds a line to a contact: their answer, another try, or the whole of it anew with the reason. An answer may come after the
 * case was closed.
 * @throws Forbidden for whoever does not handle it; NotFound for whoever may not see it; Refused without a reason.
 */
export async function addToContact(
  tx: Tx,
  actor: PersonActor,
  input: { readonly one: Handled; readonly contactId: string } & (
    | { readonly does: 'replied' | 'asked_again'; readonly said: Said }
    | ({ readonly does: 'anew'; readonly reason: string } & Holds)
  ),
): Promise<void> {
  const { one } = input
  await assertHandles(tx, actor, one)
  // Two who add a line at the same time wait for each other: each line has its own number.
  const { state } = await lockAny(tx, actor, one.id)
  if (state !== 'open' && state !== 'closed')
    throw new Refused('record.contact.ended', 'Nothing more is written down in it.')
  const contact = await contactOf(tx, one.id, input.contactId)
  const holds =
    input.does !== 'anew'
      ? { said: input.said }
      : 'said' in input
        ? { said: input.said }
        : { said: null, because: reasonOf(input.because) }
  const does: Does = input.does !== 'anew' ? input.does : 'because' in holds ? 'not_told' : 'told'
  const line = {
    id: newId(contextOf(tx).clock),
    recordId: one.id,
    threadId: contact.id,
    line: contact.before.length + contact.later.length + 1,
    party: contact.party,
    about: contact.about,
    does,
    ...holds,
    ...(input.does === 'anew' ? { reason: reasonOf(input.reason) } : {}),
  }
  await writeLine(tx, toldOf(one), line, actor.personId)
  await enqueue(tx, 'record_moment', { recordId: one.id, moment: 'changed' })
}

/** One contact of a record. @throws NotFound when it has none of that id, or nobody may see it. */
export async function contactOf(tx: Tx, recordId: string, contactId: string): Promise<Contact> {
  const found = (await readContacts(tx, [recordId])).find((contact) => contact.id === contactId)
  if (found === undefined) throw new NotFound('record.contact.missing')
  return found
}

/** @throws Forbidden for whoever does not handle a record, or only reads it, in an emergency or to hear a complaint. */
export async function assertHandles(tx: Tx, actor: PersonActor, one: Handled): Promise<void> {
  const changes = await mayChange(tx, one.id)
  const mine = changes ? await actingAs(tx, one.policy, actor.personId, one) : []
  if (!mine.includes('handler')) throw new Forbidden('record.contact')
}

function reasonOf(text: string): string {
  if (text.trim() === '') throw new Refused('record.contact.no_reason', 'Say why.')
  return text.trim()
}

const toldOf = (one: Handled): ToldOf => ({
  id: one.id,
  kind: one.kind,
  policyVersionId: one.policy.id,
  clauses: [],
})
