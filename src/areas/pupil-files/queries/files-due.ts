import { readCalendar } from '#areas/people/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { fileDue } from '../due.ts'
import { paths } from '../paths.ts'
import { isOver, listFiles } from './list-files.ts'
import { listGaps } from './list-gaps.ts'
import { movedPupils } from './moved.ts'

/** Something to do about the file of a pupil who moved. */
export interface FileDue {
  readonly what: string
  readonly why: string
  readonly href: string
  readonly dueAt: Temporal.Instant
}

/** What waits to be done about the files of pupils who moved; empty for whoever handles no case of theirs. */
export async function filesDue(tx: Tx): Promise<readonly FileDue[]> {
  const open = (await listFiles(tx)).filter((file) => !isOver(file))
  const moved = await movedPupils(tx)
  const due: FileDue[] = open.map((file) => ({
    what: file.way === 'out' ? sayOut(file.pupil, file.sent !== null) : sayIn(file.pupil, file.asked !== null),
    why: file.way === 'out' ? `Moved to ${file.schoolName}` : `Came from ${file.schoolName}`,
    href: paths.one.to(file.id),
    dueAt: file.dueAt,
  }))
  for (const one of moved)
    due.push({
      what: one.way === 'out' ? sayOut(one.pupil, false) : sayIn(one.pupil, false),
      why: one.way === 'out' ? 'They left, and are named in a case' : 'They came to the school',
      href: paths.add.to(one.way, one.pupilId),
      dueAt: fileDue(one.on, await readCalendar(tx, one.schoolId)),
    })
  for (const gap of await listGaps(tx))
    due.push({
      what: `Send ${gap.reference} to the next school of a pupil`,
      why: `Their file for ${gap.schoolName} was made without it`,
      href: paths.gap.to(gap.id),
      dueAt: gap.dueAt,
    })
  return due
}

const sayOut = (pupil: string, sent: boolean): string =>
  sent ? `Get a receipt for the file of ${pupil}` : `Send the file of ${pupil} to the next school`
const sayIn = (pupil: string, asked: boolean): string =>
  asked ? `See that the file of ${pupil} comes` : `Ask the last school for the file of ${pupil}`
