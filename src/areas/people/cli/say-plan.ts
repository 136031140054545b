import { changeListHash } from '../commands/apply-import.ts'
import { isEmptyPlan } from '../import/plan-import.ts'
import { nameOf } from '../import/plan-people.ts'
import type { ImportPlan } from '../import/plan-types.ts'
import { changeSays } from '../import/say-change.ts'
import type { RosterFault } from '../import/types.ts'

/** How many of a list are shown on a terminal; `--json` has all. */
const SHOWN = 20

/** A plan as lines for a person at a terminal. */
export function sayPlan(plan: ImportPlan, dryRun: boolean): string {
  const { schools, joiners, leavers, changes, families, classes, classMembers } = plan
  const done = plan.blocked === null && !dryRun
  const lines = [
    ...listed('Faults', plan.faults.filter(({ weight }) => weight !== 'note').map(faultSays), Number.POSITIVE_INFINITY),
    ...listed('Notes', plan.faults.filter(({ weight }) => weight === 'note').map(faultSays)),
    ...listed('Look at this', plan.warnings),
    ...listed(
      'New schools',
      schools.add.map(({ name }) => name),
    ),
    ...listed(
      'Joiners',
      joiners.map((joiner) => `${nameOf(joiner)}, ${joiner.memberships.map(({ kind }) => kind).join(' and ')}`),
    ),
    ...listed(
      'Leavers',
      leavers.map(({ name, kinds }) => `${name}, ${kinds.join(' and ')}`),
    ),
    ...listed(
      'Changes',
      changes.map((change) => `${change.name}: ${changeSays(change).join('; ')}`),
    ),
    `Families: ${families.add.length} new links, ${families.end.length} ended`,
    `Classes: ${classes.add.length} new, ${classes.change.length} changed, ${classes.end.length} ended`,
    `Places in classes: ${classMembers.add.length} new, ${classMembers.end.length} ended`,
    '',
    isEmptyPlan(plan) ? 'Nothing changes.' : done ? 'Done.' : 'Nothing was changed yet.',
  ]
  return `${lines.join('\n')}\n`
}

/** One fault as a line: file, row, column, reason. */
const faultSays = ({ file, row, column, says }: RosterFault): string =>
  [file, row === null ? '' : `row ${row}`, column ?? '']
    .filter((part) => part !== '')
    .join(', ')
    .concat(`: ${says}`)

function listed(title: string, items: readonly string[], most = SHOWN): string[] {
  if (items.length === 0) return []
  const rest = items.length > most ? [`  … and ${items.length - most} more`] : []
  return [`${title} (${items.length})`, ...items.slice(0, most).map((item) => `  ${item}`), ...rest, '']
}

/** A plan as one JSON document. */
export const planJson = (plan: ImportPlan, dryRun: boolean) => ({
  dry_run: dryRun,
  applied: plan.blocked === null && !dryRun,
  blocked: plan.blocked,
  change_list_sha256: changeListHash(plan),
  faults: plan.faults,
  warnings: plan.warnings,
  schools: { joiners: plan.schools.add, changes: plan.schools.change },
  joiners: plan.joiners.map((joiner) => ({
    sourced_id: joiner.sourcedId,
    name: nameOf(joiner),
    kinds: joiner.memberships.map(({ kind }) => kind),
  })),
  leavers: plan.leavers,
  changes: plan.changes.map((change) => ({ id: change.id, name: change.name, changes: changeSays(change) })),
  families: { joined: plan.families.add.length, ended: plan.families.end.length },
  classes: { added: plan.classes.add.length, changed: plan.classes.change.length, ended: plan.classes.end.length },
  class_members: { added: plan.classMembers.add.length, ended: plan.classMembers.end.length },
})
