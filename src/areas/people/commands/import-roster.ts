import type { Actor } from '#core/actor.ts'
import { SCHOOL_ZONE } from '#core/clock.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, nowIn } from '#platform/database/tx.ts'
import { knownIds } from '../import/known-ids.ts'
import { planImport } from '../import/plan-import.ts'
import type { CurrentPeople, ImportPlan } from '../import/plan-types.ts'
import { readRoster } from '../import/read-roster.ts'
import type { RosterFiles, RosterReading } from '../import/types.ts'
import { currentPeople } from '../queries/current-people.ts'
import { applyImport, changeListHash, type Progress } from './apply-import.ts'

export interface RosterImport {
  readonly dryRun: boolean
  readonly skipFaultyRows: boolean
  /** Only if the changes are still these, by their hash: somebody has seen and approved them. */
  readonly approved?: string
  readonly progress?: Progress
}

/** Reads a roster, plans the import and, unless it is a dry run or the plan is blocked, carries it out. */
export async function importRoster(
  tx: Tx,
  actor: Actor,
  files: RosterFiles,
  options: RosterImport,
): Promise<ImportPlan> {
  const current = await lockedPeople(tx, actor)
  options.progress?.({ stage: 'reading', done: 0, of: 1 })
  const reading = await readRoster(files, knownIds(current))
  return finishImport(tx, actor, reading, current, options)
}

/** The same from a reading that was kept from a dry run. */
export async function importReading(
  tx: Tx,
  actor: Actor,
  reading: RosterReading,
  options: RosterImport,
): Promise<ImportPlan> {
  return finishImport(tx, actor, reading, await lockedPeople(tx, actor), options)
}

async function finishImport(
  tx: Tx,
  actor: Actor,
  reading: RosterReading,
  current: CurrentPeople,
  options: RosterImport,
): Promise<ImportPlan> {
  options.progress?.({ stage: 'planning', done: 0, of: 1 })
  const today = nowIn(tx).toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate().toString()
  const plan = planImport(reading, current, { today, skipFaultyRows: options.skipFaultyRows })
  const stands = options.approved === undefined || changeListHash(plan) === options.approved
  if (!options.dryRun && plan.blocked === null && stands) await applyImport(tx, actor, plan, current, options.progress)
  return plan
}

// Two imports at once would both find the same people missing: the second waits for the first.
async function lockedPeople(tx: Tx, actor: Actor): Promise<CurrentPeople> {
  return asSystem(tx, async () => {
    await tx
      .selectFrom('app.organisation')
      .select('organisation_id')
      .where('organisation_id', '=', actor.organisationId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow()
    return currentPeople(tx, actor)
  })
}
