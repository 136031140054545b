import type { Tx } from '#platform/database/tx.ts'
import { casesOfPupil } from './cases-of-pupil.ts'
import { evidenceOfCase, type FileEvidence } from './evidence-of-case.ts'

/** The evidence of all cases of a pupil that has or had a file, for choosing what goes along. Nothing of a case is opened. */
export async function evidenceOfPupil(tx: Tx, pupilId: string): Promise<readonly FileEvidence[]> {
  const found: FileEvidence[] = []
  for (const { id, reference } of await casesOfPupil(tx, pupilId))
    found.push(...(await evidenceOfCase(tx, id, reference)))
  return found.filter((one) => one.content !== null || one.stays !== null)
}
