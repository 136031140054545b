import { writeNotices } from '#areas/notices/index.ts'
import { policyVersion } from '#areas/policy/index.ts'
import { handlersLeft } from '#areas/records/index.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { paths } from '../paths.ts'
import { type CaseOfPupil, casesOfPupil } from '../queries/cases-of-pupil.ts'

/** A file as it was made, by whom, and the cases that they could see. */
export interface MadeFile {
  readonly fileId: string
  readonly madeBy: string
  readonly seen: readonly string[]
}

/**
 * Notes each case of a pupil that is not in what was made of their file, and tells those who handle it: they send it
 * themselves. Nothing is written that whoever made the file could read. Runs as the system, and may run twice.
 * @returns how many cases were noted.
 */
export async function noteWhatItLacks(tx: Tx, { fileId, madeBy, seen }: MadeFile): Promise<number> {
  const file = await tx
    .selectFrom('app.pupil_file')
    .select(['id', 'pupil_id', 'school_name', 'due_at'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('id', '=', fileId)
    .where('way', '=', 'out')
    .executeTakeFirst()
  if (file === undefined) return 0
  const lacks = (await casesOfPupil(tx, file.pupil_id)).filter((one) => !seen.includes(one.id))
  const noted: string[] = []
  for (const one of lacks) if (await note(tx, file, one, madeBy)) noted.push(one.id)
  // One entry each time, whether or not anything is lacking: the seal on every page moves on in both cases.
  recordEvent(tx, {
    code: 'pupil_file.compared',
    subject: { kind: 'pupil_file', id: file.id },
    personId: file.pupil_id,
    details: { lacks: noted },
  })
  return noted.length
}

interface File {
  readonly id: string
  readonly pupil_id: string
  readonly school_name: string
  readonly due_at: string
}

async function note(tx: Tx, file: File, one: CaseOfPupil, madeBy: string): Promise<boolean> {
  const id = newId(contextOf(tx).clock)
  const fresh = await tx
    .insertInto('app.pupil_file_gap')
    .values({
      organisation_id: contextOf(tx).actor.organisationId,
      id,
      record_id: one.id,
      pupil_file_id: file.id,
      pupil_id: file.pupil_id,
      school_name: file.school_name,
      due_at: file.due_at,
      noted_at: nowText(tx),
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'pupil_file_id', 'record_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (fresh === undefined) return false
  const policy = await policyVersion(tx, one.policy_version_id, one.school_id)
  const handlers = await handlersLeft(tx, policy, one.id)
  await writeNotices(
    tx,
    handlers
      .filter(({ personId }) => personId !== madeBy)
      .map(({ personId, post }) => ({
        readerId: personId,
        // Of one case, each file that lacks it is told.
        code: `pupil_file.lacks/${file.id}`,
        says: `${one.reference} is missing in the file of a pupil who moves: whoever made the file may not read this case. Send it yourself`,
        href: paths.gap.to(id),
        subject: { kind: 'record', id: one.id },
        party: post,
        clauses: [],
        urgent: false,
      })),
  )
  return true
}
