import { sql } from 'kysely'
import type { Actor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import { isNeeded } from '../queries/is-needed.ts'

type Kept = Pick<Parts, 'db' | 'files'>

/**
 * Holds some content until the transaction ends. The same file may be sent twice at once: whoever writes that it is there and
 * whoever removes it because nothing needs it wait for each other.
 */
async function holdContent(tx: Tx, sha256: string): Promise<void> {
  const key = `evidence ${contextOf(tx).actor.organisationId} ${sha256}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx)
}

/** Holds content that is about to get its row. @throws Refused when somebody removed the same in the meantime. */
export async function holdKept(tx: Tx, { files }: Pick<Parts, 'files'>, sha256: string): Promise<void> {
  await holdContent(tx, sha256)
  if (!(await files.evidence.has(contextOf(tx).actor.organisationId, sha256)))
    throw new Refused('evidence.file.again', 'This file could not be kept just now. Send it once more.')
}

/** Removes content that no evidence needs. */
export const removeUnneeded = ({ db, files }: Kept, actor: Actor, sha256: string): Promise<void> =>
  db.inTx(actor, async (tx) => {
    await holdContent(tx, sha256)
    if (!(await isNeeded(tx, sha256))) await files.evidence.remove(actor.organisationId, sha256)
  })
