import { Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { recordLook } from '#platform/ledger/event.ts'
import type { Item, ItemFile } from '../model/item.ts'
import { shownAs } from '../model/shown.ts'
import { readItem } from '../queries/items.ts'
import { lookedAt, type RecordAt } from '../queries/record-at.ts'

/** A file that may be opened now. */
export interface Opened {
  readonly record: RecordAt
  readonly item: Item
  readonly file: ItemFile
}

/**
 * Opens the copy of a file for one look, and writes the look down. The row policy has decided already: where files are
 * locked there is no file to be found.
 */
export async function lookAt(tx: Tx, itemId: string, page: number): Promise<Opened> {
  const opened = await openFile(tx, itemId)
  if (shownAs(opened.file) === null)
    throw new Refused('evidence.look.unshown', 'This kind of file cannot be shown here. Download it with a reason.')
  recordLook(tx, {
    code: 'evidence.looked_at',
    subject: { kind: 'evidence', id: itemId },
    recordId: opened.record.id,
    details: { page, sha256: opened.file.sha256 },
  })
  return opened
}

/** Opens the original for somebody who says why, and writes that down. */
export async function takeOriginal(tx: Tx, itemId: string, reason: string): Promise<Opened> {
  const opened = await openFile(tx, itemId)
  recordLook(tx, {
    code: 'evidence.downloaded',
    subject: { kind: 'evidence', id: itemId },
    recordId: opened.record.id,
    details: { reason, sha256: opened.file.sha256 },
  })
  return opened
}

/** @throws Refused for a file that is locked, destroyed or malicious. */
export async function openFile(tx: Tx, itemId: string): Promise<Opened> {
  const item = await readItem(tx, itemId)
  const record = await lookedAt(tx, item.recordId)
  const { file } = item
  if (file === null || record.never || record.filesLocked)
    throw new Refused(
      'evidence.file.locked',
      'Nothing can be opened here. Files in this case are locked until the police say otherwise.',
    )
  if (file.erased) throw new Refused('evidence.file.erased', 'This file was destroyed.')
  if (file.scan === 'infected')
    throw new Refused(
      'evidence.file.malicious',
      'The scanner found this file malicious. It is neither shown nor given out.',
    )
  return { record, item, file }
}
