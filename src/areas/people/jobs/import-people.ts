import { z } from 'zod'
import type { PersonActor } from '#core/actor.ts'
import { NotFound } from '#core/errors.ts'
import type { Database } from '#platform/database/database.ts'
import type { JobTask } from '#platform/jobs/runner.ts'
import { changeListHash, type Progress } from '../commands/apply-import.ts'
import { importReading } from '../commands/import-roster.ts'
import { noteUpload } from '../commands/note-upload.ts'
import { importedSays } from '../import/say-change.ts'
import { heldUpload } from '../queries/held-upload.ts'

const shape = z.object({
  organisationId: z.uuid(),
  personId: z.uuid(),
  uploadId: z.uuid(),
  skipFaultyRows: z.boolean(),
  seen: z.string(),
})
type Asked = z.infer<typeof shape>

/** Carries out an upload that its sender has approved, as them: what they may not do, this may not either. */
export const importPeople =
  (db: Database): JobTask =>
  async (payload) => {
    const asked = shape.parse(payload)
    const { organisationId, personId, uploadId } = asked
    const actor: PersonActor = { kind: 'person', organisationId, personId, audience: 'staff' }
    const board = progressBoard(db, actor, uploadId)
    try {
      await carryOut(db, actor, asked, board.show)
    } catch (fault) {
      // Another upload took its place: there is nothing left to do, and nothing went wrong.
      if (fault instanceof NotFound) return
      await db.inTx(actor, (tx) => noteUpload(tx, actor, uploadId, { state: 'failed', said: FAILED }))
      throw fault
    } finally {
      await board.settled()
    }
  }

const FAILED = 'Something went wrong on our side. Nothing was changed. Try again.'
const MOVED = 'People changed before the import began. Nothing was imported. Look at it again.'

async function carryOut(db: Database, actor: PersonActor, asked: Asked, progress: Progress): Promise<void> {
  await db.inTx(actor, async (tx) => {
    const { state, reading } = await heldUpload(tx, actor, asked.uploadId)
    // A job that failed is tried again by itself; its sender decides instead.
    if (state !== 'running') return
    const { skipFaultyRows, seen: approved } = asked
    const plan = await importReading(tx, actor, reading, { dryRun: false, skipFaultyRows, approved, progress })
    const done = plan.blocked === null && changeListHash(plan) === approved
    const note = done
      ? ({ state: 'done', said: importedSays(plan) } as const)
      : ({ state: 'waiting', said: MOVED } as const)
    await noteUpload(tx, actor, asked.uploadId, note)
  })
}

/** Writes progress beside the transaction that does the work, one note at a time; what comes meanwhile is passed over. */
function progressBoard(db: Database, actor: PersonActor, uploadId: string) {
  let busy = false
  let last = Promise.resolve()
  const show: Progress = (progress) => {
    if (busy) return
    busy = true
    last = db
      .inTx(actor, (tx) => noteUpload(tx, actor, uploadId, { progress }))
      .catch(() => undefined)
      .finally(() => {
        busy = false
      })
  }
  return { show, settled: () => last }
}
