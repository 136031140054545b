import type { AnonymousActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { filesAreOpen, filesOf } from '../queries/files-of.ts'
import { writeMessage } from './write-message.ts'

/** As many as help; whoever has more writes to us. */
const MOST = 10

export interface CleanedFile {
  readonly sha256: string
  readonly bytes: number
  readonly type: string
  readonly cleaned: readonly string[]
}

/** @throws Refused where no file may come, before any of it is read. */
export async function assertMayBring(tx: Tx, concernId: string): Promise<void> {
  if (!(await filesAreOpen(tx, concernId))) throw new Refused('concern.file.never', say('en', 'concern.file.never'))
  if ((await filesOf(tx, concernId)).length >= MOST)
    throw new Refused('concern.file.many', say('en', 'concern.file.many'))
}

/** Keeps that a cleaned file came with a concern, and says so in the conversation. Its name is never kept. */
export async function keepFile(
  tx: Tx,
  actor: AnonymousActor & { readonly concernId: string },
  file: CleanedFile,
): Promise<void> {
  const { concernId } = actor
  await assertMayBring(tx, concernId)
  const id = newId(contextOf(tx).clock)
  await tx
    .insertInto('app.concern_file')
    .values({
      organisation_id: actor.organisationId,
      concern_id: concernId,
      id,
      sha256: file.sha256,
      bytes: String(file.bytes),
      type: file.type,
      cleaned: [...file.cleaned],
      from_reporter: true,
      received_at: nowText(tx),
    })
    .execute()
  recordEvent(tx, {
    code: 'concern.file.received',
    subject: { kind: 'concern', id: concernId },
    details: { file: id, sha256: file.sha256, type: file.type, cleaned: file.cleaned },
  })
  await writeMessage(tx, actor, { concernId, body: say('en', 'concern.file.message') })
}
