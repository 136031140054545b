import { createHash } from 'node:crypto'
import type { Actor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import { canonical } from '#platform/ledger/canonical.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { countsOf, isEmptyPlan } from '../import/plan-import.ts'
import type { CurrentPeople, ImportPlan } from '../import/plan-types.ts'
import { peopleChanged } from '../people-changed.ts'
import { applyClasses, applyFamilies, applySchools } from './apply-groups.ts'
import { applyPeople } from './apply-people.ts'
import { ImportIds } from './import-ids.ts'

/** How far an import has come. */
export interface ProgressStep {
  readonly stage: 'reading' | 'planning' | 'joiners' | 'changes' | 'class members'
  readonly done: number
  readonly of: number
}

export type Progress = (step: ProgressStep) => void

/** One line about how far an import has come. */
export function stageSays({ stage, done, of }: ProgressStep): string {
  if (stage === 'reading') return 'Reading the files'
  if (stage === 'planning') return 'Working out what changes'
  return `Writing ${stage}: ${done} of ${of}`
}

/**
 * Carries a plan out, as one change with one entry in the ledger. Nothing is written, and no entry made, for a plan
 * that changes nothing; a blocked plan is refused. `current` is what the plan was made against, in this transaction.
 */
export async function applyImport(
  tx: Tx,
  actor: Actor,
  plan: ImportPlan,
  current: CurrentPeople,
  progress: Progress = () => {},
): Promise<void> {
  if (plan.blocked !== null) throw new Refused(`import.blocked.${plan.blocked}`, blockedSays(plan))
  if (isEmptyPlan(plan)) return
  const { clock } = contextOf(tx)
  const ids = new ImportIds(actor.organisationId, clock, current, plan)
  await asSystem(tx, async () => {
    await applySchools(tx, ids, plan)
    await applyPeople(tx, ids, plan, current, progress)
    await applyFamilies(tx, ids, plan)
    await applyClasses(tx, ids, plan, progress)
  })
  await peopleChanged(
    tx,
    plan.leavers.map(({ id }) => id),
  )
  recordEvent(tx, {
    code: 'people.imported',
    subject: { kind: 'import', id: newId(clock) },
    details: {
      counts: Object.fromEntries(countsOf(plan).map(({ what, count }) => [what, count])),
      rows_skipped: plan.faults.filter(({ weight }) => weight === 'row').length,
      change_list_sha256: changeListHash(plan),
    },
  })
}

/** The hash of all that a plan changes; two plans with the same changes have the same one. */
export function changeListHash(plan: ImportPlan): string {
  const { schools, joiners, leavers, changes, families, classes, classMembers } = plan
  const list = { schools, joiners, leavers, changes, families, classes, classMembers }
  return createHash('sha256').update(canonical(list)).digest('hex')
}

const blockedSays = ({ blocked, faults }: ImportPlan): string => {
  if (blocked === 'set') return 'The files cannot be used as they are. Nothing was changed.'
  const rows = faults.filter(({ weight }) => weight === 'row').length
  return `${rows} ${rows === 1 ? 'fault was' : 'faults were'} found in the rows, so nothing was changed. Correct them, or skip those rows.`
}
