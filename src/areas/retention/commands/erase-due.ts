import { sql } from 'kysely'
import { isNeeded } from '#areas/evidence/index.ts'
import { readSettings } from '#areas/policy/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'

/** What was erased, and the evidence files that nothing in the database points at any more. */
export interface Erased {
  readonly records: number
  readonly files: readonly string[]
}

const MOST = 500

/**
 * Erases what was announced and whose day has come, unless its evidence is held. A tombstone stays, and the details and
 * salts of its entries in the ledger go. Runs as the system; the database refuses what was not announced.
 */
export async function eraseDue(tx: Tx): Promise<Erased> {
  const { zone } = await readSettings(tx)
  const today = nowIn(tx).toZonedDateTimeISO(zone).toPlainDate().toString()
  const due = await dueNow(tx, today)
  const before = await filesOf(
    tx,
    due.map((row) => row.id),
  )
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
  const left = new Set(await stillThere(tx, before))
  return { records: due.length, files: before.filter((sha256) => !left.has(sha256)) }
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

async function filesOf(tx: Tx, records: readonly string[]): Promise<string[]> {
  if (records.length === 0) return []
  const rows = await tx
    .selectFrom('app.evidence_file')
    .select('sha256')
    .distinct()
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('record_id', 'in', [...records])
    .execute()
  return rows.map((row) => row.sha256)
}

// Asked past the lock of files: the same content may be in a case whose files nobody can find.
async function stillThere(tx: Tx, files: readonly string[]): Promise<string[]> {
  const needed: string[] = []
  for (const sha256 of files) if (await isNeeded(tx, sha256)) needed.push(sha256)
  return needed
}
