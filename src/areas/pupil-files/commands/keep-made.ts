import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { recordEvent, recordLook } from '#platform/ledger/event.ts'
import { askWhatItLacks } from './ask-what-it-lacks.ts'

/**
 * Keeps the fingerprint and the seal of a file as it was made last, until it is sent: of the paper itself, or of the manifest
 * of its archive. Each making is in the ledger with the evidence that went into it.
 */
export async function keepMade(
  tx: Tx,
  actor: PersonActor,
  made: {
    readonly id: string
    readonly sha256: string
    readonly seal: string
    readonly how: 'paper' | 'archive'
    readonly files: readonly { readonly path: string; readonly sha256: string }[]
    /** The cases that are in it: all that whoever makes it may read. */
    readonly cases: readonly string[]
  },
): Promise<void> {
  const row = await tx
    .updateTable('app.pupil_file')
    .set({ pdf_sha256: made.sha256, seal: made.seal })
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', made.id)
    // What was sent is what was sent; a copy made later has a hash of its own in the ledger.
    .where('sent_at', 'is', null)
    .returning('pupil_id')
    .executeTakeFirst()
  recordEvent(tx, {
    code: 'pupil_file.made',
    subject: { kind: 'pupil_file', id: made.id },
    ...(row === undefined ? {} : { personId: row.pupil_id }),
    details: { sha256: made.sha256, seal: made.seal, how: made.how, files: made.files, cases: made.cases },
  })
  // What leaves in a file is among the looks at each case, for those who handle it.
  for (const id of made.cases)
    recordLook(tx, {
      code: 'incident.exported',
      subject: { kind: 'record', id },
      recordId: id,
      details: { reason: 'For the file of a pupil who moves', sha256: made.sha256 },
    })
  await askWhatItLacks(tx, actor, made.id, made.cases)
}
