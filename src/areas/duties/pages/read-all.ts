import { policyInForce, readSettings } from '#areas/policy/index.ts'
import { namesOf } from '#areas/records/index.ts'
import { sayFullInstant } from '#core/calendar/say-date.ts'
import type { CsvColumn } from '#core/csv/csv.ts'
import { Forbidden } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { personOfParty, sayParty } from '../owners.ts'
import type { AllFilter } from '../queries/all-duties.ts'
import { allDuties, classNames } from '../queries/all-duties.ts'
import type { DutyRow } from '../queries/read-duties.ts'
import { seesAll } from '../sees-all.ts'

/** The duties of all, with what their list, file and paper say beside them: for those who lead, and for governors. */
export async function readAll(tx: Tx, filter: AllFilter) {
  const { actor } = contextOf(tx)
  if (actor.kind !== 'person' || !(await seesAll(tx, actor))) throw new Forbidden('duty.all')
  const rows = await allDuties(tx, filter)
  const names = await namesOf(tx, [actor.personId, ...rows.flatMap((row) => [row.doneBy, personOfParty(row.party)])])
  return {
    rows,
    names,
    by: names.get(actor.personId) ?? '',
    policy: await policyInForce(tx),
    classes: await classNames(tx),
    now: nowIn(tx),
    zone: (await readSettings(tx)).zone,
  }
}

/** The columns of the file and of the paper. */
export function columnsOf({ classes, names, zone }: Awaited<ReturnType<typeof readAll>>): CsvColumn<DutyRow>[] {
  const at = (instant: Temporal.Instant | null) => (instant === null ? '' : sayFullInstant(instant, zone))
  return [
    { title: 'Duty', value: (row) => row.title },
    { title: 'Owner', value: (row) => sayParty(row.pack, row.party, classes, names) },
    { title: 'Clauses', value: (row) => row.asks?.clauses.join('; ') ?? '' },
    { title: 'Since', value: (row) => at(row.startsAt) },
    { title: 'Due', value: (row) => at(row.dueAt) },
    { title: 'State', value: (row) => STATES[row.state] },
    { title: 'Settled', value: (row) => at(row.doneAt) },
    { title: 'By', value: (row) => (row.doneBy === null ? '' : (names.get(row.doneBy) ?? '')) },
    { title: 'Note', value: (row) => row.note },
  ]
}

const STATES: Readonly<Record<DutyRow['state'], string>> = {
  open: 'Open',
  done: 'Done',
  not_needed: 'Not needed',
  missed: 'Missed',
}
