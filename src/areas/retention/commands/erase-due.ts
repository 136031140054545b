import { sql } from 'kysely'
import { readSettings } from '#areas/policy/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'

const MOST = 500

/**
 * Erases what was announced and whose day has come, unless its evidence is held. A tombstone stays, and the details and
 * salts of its entries in the ledger go. Its files leave the store with the sweep that follows. Runs as the system; the database
 * refuses what was not announced.
 * @returns how many were erased.
 */
export async function eraseDue(tx: Tx): Promise<number> {
  const { zone } = await readSettings(tx)
  const today = nowIn(tx).toZonedDateTimeISO(zone).toPlainDate().toString()
  const due = await dueNow(tx, today)
  for (const row of due) {
    const { rows } = await sql<{
      gone: number
    }>`select app.erase_record(${row.id}::uuid, ${today}::date) as gone`.execute(tx)
    recordEvent(tx, {
      code: 'retention.erased',
      subject: { kind: 'record', id: row.id },
      details: { reference: row.reference, kind: row.kind, rule: row.rule, details: rows[0]?.gone ?? 0 },
    })
  }
  // What followed from a case that is gone, and was still open then.
  await sql`select app.erase_followers()`.execute(tx)
  return due.length
}

function dueNow(tx: Tx, today: string) {
  return (
    tx
      .selectFrom('app.record_expiry as x')
      .innerJoin('app.record as r', (join) =>
        join.onRef('r.organisation_id', '=', 'x.organisation_id').onRef('r.id', '=', 'x.record_id'),
      )
      .select(['r.id', 'r.reference', 'r.kind', 'x.rule'])
      .where('x.organisation_id', '=', contextOf(tx).actor.organisationId)
      .where(sql<boolean>`coalesce(x.postponed_until, x.expires_on) <= ${today}::date`)
      .where(sql<boolean>`x.announced_at::date + 14 <= ${today}::date`)
      // Opened again meanwhile: its time begins anew when it is closed.
      .where('r.state', 'in', ['closed', 'voided'])
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('app.lasting_effect as l')
              .select('l.id')
              .whereRef('l.organisation_id', '=', 'x.organisation_id')
              .whereRef('l.record_id', '=', 'x.record_id')
              .where('l.does', '=', 'hold')
              .where('l.ended_at', 'is', null),
          ),
        ),
      )
      .orderBy('x.expires_on')
      .orderBy('x.record_id')
      .limit(MOST)
      .execute()
  )
}
