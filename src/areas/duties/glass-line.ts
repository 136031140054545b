import type { GlassLine } from '#areas/records/index.ts'
import { glassPaths } from '#areas/records/index.ts'
import type { Beside, DutyLine } from './lines.ts'
import { sayWhen, whenOf } from './say.ts'

/** A case that was opened in an emergency and waits for somebody to look at whether that was right, as a line. */
export function glassDutyLine(line: GlassLine, { now, zone }: Pick<Beside, 'now' | 'zone'>): DutyLine {
  const when = whenOf(line.dueAt, now, zone)
  return {
    when,
    state: when === 'late' ? 'late' : 'due',
    what: `Look at ${line.reference}, opened in an emergency`,
    href: glassPaths.one.to(line.id),
    says: sayWhen(line.dueAt, now, zone),
    why: `${line.name} opened it, who does not see it otherwise`,
    clause: null,
    dueAt: line.dueAt,
  }
}
