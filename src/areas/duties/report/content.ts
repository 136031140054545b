import type { Duty } from '#pack/types/duty.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Report, WrittenPart } from '#pack/types/report.ts'

/** The report that a duty makes, or null when it makes none. */
export function reportOf(pack: Pack, duty: Duty | null | undefined): Report | null {
  const content = duty?.content ?? ''
  return content.startsWith('report/') ? (pack.reports[content.slice('report/'.length)] ?? null) : null
}

/** What whoever makes it writes. */
export const writtenParts = (report: Report | null): WrittenPart[] =>
  (report?.parts ?? []).flatMap((part) => ('writes' in part ? [part] : []))
