import { isHeld } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, enqueue } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import type { FoundEntry } from '../model/item.ts'
import type { RecordAt } from '../queries/record-at.ts'

/** What an entry brings about once everybody has signed it, and not before. */
export async function afterSigning(tx: Tx, actor: PersonActor, record: RecordAt, entry: FoundEntry): Promise<void> {
  if (entry.kind === 'police_word' && entry.fields.word === 'unlock') await unlock(tx, actor, record)
  if (entry.kind === 'destroyed' && entry.evidenceId !== null) {
    if (await isHeld(tx, record.id))
      throw new Refused('evidence.held', 'The evidence of this case is held. It cannot be destroyed until that ends.')
    await enqueue(tx, 'evidence_erase', { evidenceId: entry.evidenceId })
  }
}

/** The police said that the files hold no indecent image of a child. A kind of case that never has files has none after that either. */
async function unlock(tx: Tx, actor: PersonActor, record: RecordAt): Promise<void> {
  if (record.never)
    throw new Refused(
      'evidence.unlock.never',
      'This kind of case never has files. Correct its kind and its chart first, if the police say that it is something else.',
    )
  await asSystem(tx, () =>
    tx
      .updateTable('app.record')
      .set({ files_locked: false })
      .where('organisation_id', '=', actor.organisationId)
      .where('id', '=', record.id)
      .execute(),
  )
  recordEvent(tx, {
    code: 'evidence.unlocked',
    subject: { kind: 'record', id: record.id },
    recordId: record.id,
    policyVersionId: record.policy.id,
  })
}
