import { systemActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, enqueue, nowText } from '#platform/database/tx.ts'
import type { ScanAnswer } from '#platform/files/scan/clamd.ts'
import { sweepUnneeded } from '#platform/files/sweep-unneeded.ts'
import type { JobTask } from '#platform/jobs/runner.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import type { Parts } from '#platform/parts.ts'

/** Asks the scanner about one file. Without an answer it is marked unscanned and asked about again; twice changes nothing. */
export const scanTask =
  (parts: Parts): JobTask =>
  async ({ organisationId, evidenceId }) => {
    const system = systemActor(organisationId, 'evidence/scan')
    const file = await parts.db.inTx(system, (tx) => waiting(tx, String(evidenceId)))
    // Locked meanwhile, or answered already.
    if (file === undefined) return
    const answer = await scan(parts, organisationId, file.sha256)
    await parts.db.inTx(system, (tx) => keep(tx, file, answer))
  }

/** Asks again about whatever is unscanned: once a day, and when clamd has come back. */
export const scanAgainTask =
  (parts: Parts): JobTask =>
  async ({ organisationId }) => {
    // What a crash left unfinished, at either door: nobody was told that it is kept.
    const before = parts.clock.now().subtract({ hours: 24 })
    for (const store of [parts.files.evidence, parts.files.store]) await store.sweep(before)
    await sweepUnneeded(parts, organisationId)
    if (parts.files.scanner === null) return
    await parts.db.inTx(systemActor(organisationId, 'evidence/scan'), async (tx) => {
      const rows = await tx
        .selectFrom('app.evidence_file')
        .select('evidence_id')
        .where('organisation_id', '=', organisationId)
        .where('scan', 'in', ['waits', 'unscanned'])
        .where('erased_at', 'is', null)
        .orderBy('kept_at')
        .orderBy('evidence_id')
        .limit(MOST)
        .execute()
      for (const row of rows)
        await enqueue(tx, 'evidence_scan', { evidenceId: row.evidence_id }, { key: `evidence_scan:${row.evidence_id}` })
    })
  }

const MOST = 500

async function scan(parts: Parts, organisationId: string, sha256: string): Promise<ScanAnswer> {
  const { scanner, evidence } = parts.files
  if (scanner === null) return { kind: 'no-answer', why: 'no scanner is set' }
  return scanner((await evidence.open(organisationId, sha256)).content)
}

const waiting = (tx: Tx, evidenceId: string) =>
  tx
    .selectFrom('app.evidence_file')
    .select(['evidence_id', 'record_id', 'sha256', 'scan'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('evidence_id', '=', evidenceId)
    .where('scan', 'in', ['waits', 'unscanned'])
    .where('erased_at', 'is', null)
    .executeTakeFirst()

type Waiting = NonNullable<Awaited<ReturnType<typeof waiting>>>

const SCAN = { clean: 'clean', infected: 'infected', 'no-answer': 'unscanned' } as const

async function keep(tx: Tx, file: Waiting, answer: ScanAnswer): Promise<void> {
  const scan = SCAN[answer.kind]
  await tx
    .updateTable('app.evidence_file')
    .set({
      scan,
      scan_says: answer.kind === 'infected' ? answer.says : answer.kind === 'no-answer' ? answer.why : null,
      scanned_at: nowText(tx),
    })
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('evidence_id', '=', file.evidence_id)
    .execute()
  if (scan === file.scan) return
  recordEvent(tx, {
    code: `evidence.${scan}`,
    subject: { kind: 'evidence', id: file.evidence_id },
    recordId: file.record_id,
  })
}
