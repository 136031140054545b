import { sql } from 'kysely'
import { systemActor } from '#core/actor.ts'
import type { Clock } from '#core/clock.ts'
import type { Database } from '#platform/database/database.ts'
import type { FileStore } from './file-store.ts'
import type { Files } from './files.ts'

/** What sweeping needs of a running program. */
export interface Sweeping {
  readonly db: Database
  readonly files: Pick<Files, 'store' | 'evidence'>
  readonly clock: Clock
}

// A file comes before its row, and a large one takes its time.
const GRACE = { hours: 24 }

/**
 * Removes the files of an organisation that no row needs: what retention erased, locked or not, and what a crash left between
 * a file and its row. It begins from what is there, so it may run again at any time and forgets nothing.
 */
export async function sweepUnneeded({ db, files, clock }: Sweeping, organisationId: string): Promise<number> {
  const before = clock.now().subtract(GRACE)
  const evidence = await sweep(db, organisationId, files.evidence, 'evidence_unneeded', before)
  return evidence + (await sweep(db, organisationId, files.store, 'files_unneeded', before))
}

async function sweep(
  db: Database,
  organisationId: string,
  store: FileStore,
  asks: 'evidence_unneeded' | 'files_unneeded',
  before: Temporal.Instant,
): Promise<number> {
  const system = systemActor(organisationId, 'files/sweep')
  let removed = 0
  for await (const found of store.keptBefore(organisationId, before)) {
    const { rows } = await db.inTx(system, (tx) =>
      sql<{ content: string }>`select ${sql.ref(`app.${asks}`)}(${sql.val([...found])}::text[]) as content`.execute(tx),
    )
    for (const { content } of rows) await store.removeKept(organisationId, content, before)
    removed += rows.length
  }
  return removed
}
