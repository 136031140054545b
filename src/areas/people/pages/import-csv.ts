import type { CsvColumn } from '#core/csv/csv.ts'
import { nameOf } from '../import/plan-people.ts'
import type { ImportPlan } from '../import/plan-types.ts'
import { changeSays } from '../import/say-change.ts'
import type { RosterFault } from '../import/types.ts'

/** Every fault of a roster, for whoever corrects it. */
export const FAULT_COLUMNS: readonly CsvColumn<RosterFault>[] = [
  { title: 'File', value: ({ file }) => file },
  { title: 'Row', value: ({ row }) => row },
  { title: 'Column', value: ({ column }) => column },
  { title: 'Weight', value: ({ weight }) => weight },
  { title: 'Reason', value: ({ says }) => says },
]

/** One person of a plan and what happens to them. */
interface ChangeRow {
  readonly what: string
  readonly name: string
  readonly detail: string
}

export const CHANGE_COLUMNS: readonly CsvColumn<ChangeRow>[] = [
  { title: 'What', value: ({ what }) => what },
  { title: 'Name', value: ({ name }) => name },
  { title: 'Detail', value: ({ detail }) => detail },
]

/** Everybody whom a plan touches, in one list. */
export const changeRows = ({ joiners, leavers, changes }: ImportPlan): ChangeRow[] => [
  ...joiners.map((one) => ({
    what: 'joins',
    name: nameOf(one),
    detail: one.memberships.map(({ kind }) => kind).join(', '),
  })),
  ...leavers.map(({ name, kinds }) => ({ what: 'leaves', name, detail: kinds.join(', ') })),
  ...changes.map((one) => ({ what: 'changes', name: one.name, detail: changeSays(one).join('; ') })),
]
