import { sql } from 'kysely'
import { readSettings } from '#areas/policy/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'

const MOST = 500

/**
 * Erases the concerns that were announced and whose day has come, with those that were dealt with together with them. A tombstone
 * stays, and the times that the figures are made of. Runs as the system; the database refuses what is not settled or was not announced.
 * @returns how many were erased.
 */
export async function eraseConcerns(tx: Tx): Promise<number> {
  const { zone } = await readSettings(tx)
  const today = nowIn(tx).toZonedDateTimeISO(zone).toPlainDate().toString()
  const { rows: due } = await sql<{ id: string; rule: string }>`
    select c.id, x.rule from app.concern_expiry x
      join app.concern c on c.organisation_id = x.organisation_id and c.id = x.concern_id
     where x.organisation_id = ${contextOf(tx).actor.organisationId}
       and coalesce(x.postponed_until, x.expires_on) <= ${today}::date and x.announced_at::date + 14 <= ${today}::date
       and c.joined_to is null
       and (c.state = 'closed' or (c.state = 'incident' and exists (select 1 from app.record r
              where r.organisation_id = c.organisation_id and r.id = c.record_id and r.state = 'erased')))
       and not exists (select 1 from app.concern j where j.organisation_id = c.organisation_id and j.joined_to = c.id
                          and j.state in ('new', 'taken'))
     order by x.expires_on, c.id
     limit ${MOST}`.execute(tx)
  for (const { id, rule } of due) {
    const { rows } = await sql<{ gone: number }>`select app.erase_concern(${id}::uuid, ${today}::date) as gone`.execute(
      tx,
    )
    recordEvent(tx, {
      code: 'retention.erased',
      subject: { kind: 'concern', id },
      details: { rule, details: rows[0]?.gone ?? 0 },
    })
  }
  return due.length
}
