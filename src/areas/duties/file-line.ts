import type { FileDue } from '#areas/pupil-files/index.ts'
import type { Beside, DutyLine } from './lines.ts'
import { sayWhen, whenOf } from './say.ts'

/** What waits to be done about the file of a pupil who moved, as a line. */
export function fileDutyLine(file: FileDue, { now, zone }: Pick<Beside, 'now' | 'zone'>): DutyLine {
  const when = whenOf(file.dueAt, now, zone)
  return { ...file, when, state: when === 'late' ? 'late' : 'due', says: sayWhen(file.dueAt, now, zone), clause: null }
}
