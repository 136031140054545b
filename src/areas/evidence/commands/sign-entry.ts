import type { PersonActor } from '#core/actor.ts'
import { NotFound, Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { type Asked, notSigned } from '../model/entry.ts'
import type { FoundEntry } from '../model/item.ts'
import { hashOfStatement } from '../model/statement.ts'
import { entriesOf } from '../queries/entries.ts'
import { readItem } from '../queries/items.ts'
import { recordAt } from '../queries/record-at.ts'
import { afterSigning } from './after-signing.ts'
import { assertMayChange } from './may-change.ts'

/** How somebody signed: with their own password, in the sample school without one, or on paper and where that is. */
export type SignMethod =
  | { readonly by: 'password' }
  | { readonly by: 'sample' }
  | { readonly by: 'paper'; readonly says: string }

/** Finds an entry that waits for a signature. @throws NotFound when it does not, or may not be seen. */
export async function entryToSign(tx: Tx, entryId: string, part: string): Promise<{ entry: FoundEntry; asked: Asked }> {
  const [entry] = await entriesOf(tx, { entryId })
  const asked = entry === undefined ? undefined : notSigned(entry).find((one) => one.part === part)
  if (entry === undefined || asked === undefined) throw new NotFound('evidence.signature.missing')
  return { entry, asked }
}

/** Writes a signature down. Whether it is their own is asked before: this only keeps who signed, what, and how. */
export async function signEntry(
  tx: Tx,
  actor: PersonActor,
  input: { readonly entryId: string; readonly part: string; readonly method: SignMethod },
): Promise<FoundEntry> {
  const { entry, asked } = await entryToSign(tx, input.entryId, input.part)
  if (asked.by.personId === null && input.method.by !== 'paper')
    throw new Refused('evidence.sign.paper', 'Somebody whom the school does not know signs on paper.')
  const record = await recordAt(tx, entry.recordId)
  await assertMayChange(tx, record.id)
  const item = entry.evidenceId === null ? null : await readItem(tx, entry.evidenceId)
  const signs = hashOfStatement({
    recordId: entry.recordId,
    evidenceId: entry.evidenceId,
    sha256: item?.file?.sha256 ?? null,
    entry,
  })
  await asSystem(tx, () =>
    tx
      .insertInto('app.evidence_signature')
      .values({
        organisation_id: actor.organisationId,
        entry_id: entry.id,
        record_id: entry.recordId,
        part: input.part,
        person_id: asked.by.personId,
        words: asked.by.words,
        method: input.method.by,
        says: input.method.by === 'paper' ? input.method.says : null,
        signs,
        signed_at: nowText(tx),
        noted_by: actor.personId,
      })
      .execute(),
  )
  recordEvent(tx, {
    code: 'evidence.signed',
    subject: { kind: 'evidence', id: entry.evidenceId ?? entry.id },
    recordId: entry.recordId,
    policyVersionId: record.policy.id,
    details: { entry: entry.id, part: input.part, by: asked.by, method: input.method.by, signs: signs.toString('hex') },
  })
  const [after] = await entriesOf(tx, { entryId: entry.id })
  if (after !== undefined && notSigned(after).length === 0) await afterSigning(tx, actor, record, after)
  return after ?? entry
}
