import { holdersAt, writeNotices } from '#areas/notices/index.ts'
import { awayToday, readCalendar } from '#areas/people/index.ts'
import { policyInForce } from '#areas/policy/index.ts'
import { actingFor } from '#pack/engines/audience/stand-ins.ts'
import { afterLength } from '#pack/time/due.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, enqueue, nowIn } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { everInIt } from '../queries/ever-in-it.ts'
import { wallsOf } from '../queries/walls-of.ts'
import { glassPath } from './paths.ts'

/** How long whoever is told has before somebody else is told as well. */
export const A_SCHOOL_DAY = { kind: 'length', count: 1, unit: 'school_day' } as const

// As many as the table takes: by then everybody who could look has been told.
const MOST = 20

/** Queues the moment at which it is late that nobody has looked. */
export const lateSoon = (tx: Tx, id: string, due: Temporal.Instant): Promise<void> =>
  enqueue(tx, 'record_glass_late', { id }, { key: `record_glass_late:${id}`, runAt: due })

/**
 * Tells whoever stands next in the order of the policy that nobody has looked in time at what was opened in an emergency;
 * where nobody is left, those who were told are told again. Does nothing once somebody has looked, or before it is late: it
 * may run as often as it likes. Run as the system.
 * @returns how many people were told.
 */
export async function passOnGlass(tx: Tx, id: string): Promise<number> {
  const organisationId = contextOf(tx).actor.organisationId
  const row = await tx
    .selectFrom('app.record_glass as g')
    .innerJoin('app.record as r', (join) =>
      join.onRef('r.organisation_id', '=', 'g.organisation_id').onRef('r.id', '=', 'g.record_id'),
    )
    .select(['g.id', 'g.record_id', 'g.person_id', 'g.alerted', 'g.review_due_at', 'g.reviewed_at'])
    .select(['r.kind', 'r.reference', 'r.school_id'])
    .where('g.organisation_id', '=', organisationId)
    .where('g.id', '=', id)
    .executeTakeFirst()
  if (row === undefined || row.reviewed_at !== null) return 0
  const now = nowIn(tx)
  const due = Temporal.Instant.from(row.review_due_at)
  if (Temporal.Instant.compare(due, now) > 0) {
    await lateSoon(tx, id, due)
    return 0
  }
  const { pack } = await policyInForce(tx, row.school_id)
  const alerts = pack.records[row.kind]?.break_glass?.alerts
  const inIt = [...(await wallsOf(tx, row.record_id)), ...(await everInIt(tx, row.record_id)), row.person_id]
  const holders = await holdersAt(tx, row.school_id)
  const situation = { keptOut: [...inIt, ...row.alerted], away: await awayToday(tx) }
  const next = alerts === undefined ? [] : actingFor(pack, alerts, holders, situation).people
  const alerted = [...new Set([...row.alerted, ...next])].slice(0, MOST)
  const told = next.length > 0 ? next : row.alerted
  const again = afterLength(A_SCHOOL_DAY, now, await readCalendar(tx, row.school_id)).at
  await tx
    .updateTable('app.record_glass')
    .set({ alerted, review_due_at: again.toString() })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute()
  const fresh = await writeNotices(
    tx,
    told.map((readerId) => ({
      readerId,
      // One for each time that it was due: whoever was told before is told again.
      code: `record.glass_late/${due.toString()}`,
      says: `Nobody has looked in time at ${row.reference}, which was opened in an emergency. Look at whether that was right`,
      href: glassPath(id),
      subject: { kind: 'record_glass', id },
      party: alerts ?? null,
      clauses: [],
      urgent: true,
    })),
  )
  recordEvent(tx, {
    code: 'record.glass_late',
    subject: { kind: 'record', id: row.record_id },
    recordId: row.record_id,
    details: { glass: id, was_due: row.review_due_at, told: fresh.map((notice) => notice.readerId) },
  })
  await lateSoon(tx, id, again)
  return fresh.length
}
