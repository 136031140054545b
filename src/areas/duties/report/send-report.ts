import { holdersAt, writeNotices } from '#areas/notices/index.ts'
import { textOf } from '#areas/policy/index.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Report } from '#pack/types/report.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { partiesIn } from '../owners.ts'
import { paths } from '../paths.ts'

/** Tells those for whom a report is that it is there: whoever holds the posts that it names, and the members of its bodies who hold them. */
export async function sendReport(
  tx: Tx,
  pack: Pack,
  report: Report,
  one: { readonly id: string; readonly schoolId: string | null },
): Promise<void> {
  const holders = await holdersAt(tx, one.schoolId)
  const { actor } = contextOf(tx)
  const told = partiesIn(report.to).flatMap((party) => {
    const found = pack.parties[party]
    const members = found?.kind === 'body' && found.members !== undefined ? partiesIn(found.members) : []
    return [party, ...members].flatMap((post) =>
      (holders[`party/${post}`] ?? []).map((readerId) => ({ readerId, party: post })),
    )
  })
  const others = told.filter(({ readerId }) => actor.kind !== 'person' || readerId !== actor.personId)
  await writeNotices(
    tx,
    [...new Map(others.map((reader) => [reader.readerId, reader])).values()].map(({ readerId, party }) => ({
      readerId,
      code: `report:${one.id}`,
      says: `A report is there for you: ${textOf(report.says)}`,
      href: paths.show.to(one.id),
      subject: { kind: 'duty', id: one.id },
      party,
      clauses: [...report.clauses],
      urgent: false,
    })),
  )
}
