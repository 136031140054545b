import { sql } from 'kysely'
import pg from 'pg'
import { systemActor } from '#core/actor.ts'
import type { Database } from '#platform/database/database.ts'

const MARK = 'sample_made'

/** Notes that the invented school is whole. */
export async function markFinished(db: Database, organisationId: string): Promise<void> {
  await db.inTx(systemActor(organisationId, 'sample'), (tx) =>
    tx
      .updateTable('app.organisation')
      .set({ settings: sql<string>`settings || jsonb_build_object(${MARK}::text, true)` })
      .where('organisation_id', '=', organisationId)
      .execute(),
  )
}

/** Whether the making of an invented school came to its end, or was stopped on the way. */
export async function isFinished(db: Database, organisationId: string): Promise<boolean> {
  const row = await db.inTx(systemActor(organisationId, 'sample'), (tx) =>
    tx
      .selectFrom('app.organisation')
      .select(sql<boolean>`coalesce((settings ->> ${MARK})::boolean, false)`.as('made'))
      .where('organisation_id', '=', organisationId)
      .executeTakeFirst(),
  )
  return row?.made ?? false
}

/** Empties a database that holds nothing but half an invented school, so that it can be made again from its beginning. */
export async function clearSample(adminUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    const { rows } = await admin.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname in ('app', 'identity') or (schemaname = 'graphile_worker' and tablename = '_private_jobs')`,
    )
    await admin.query(`truncate ${rows.map((row) => row.name).join(', ')}`)
  } finally {
    await admin.end()
  }
}
