import type { Decision } from '../../types/decision.ts'
import type { Pack } from '../../types/pack.ts'
import type { RecordKind } from '../../types/record.ts'
import { letterRecord, lettersIn } from '../letters/letter-record.ts'
import { actionRecord, appealOf } from './action-record.ts'
import { exceptionRecord } from './exception-record.ts'
import { heldRecord, holdersIn, toDoRecord } from './held-record.ts'
import { kindOfAction, kindOfException, kindOfHeld, kindOfLetter, TO_DO } from './kinds.ts'
import { withTables } from './table-steps.ts'

const made = new WeakMap<Pack, Pack>()

/**
 * The pack as it runs: a step that applies a table is a question with the table's outcomes as its answers, and every action,
 * every exception and everything that a post has to do in another system is a kind of record with steps of its own. One
 * object for each pack.
 */
export function runnable(pack: Pack): Pack {
  const known = made.get(pack)
  if (known !== undefined) return known
  const ran = derive(pack)
  made.set(pack, ran)
  made.set(ran, ran)
  return ran
}

function derive(pack: Pack): Pack {
  const records: Record<string, RecordKind> = { [TO_DO]: toDoRecord }
  const decisions: Record<string, Decision> = {}
  for (const [id, action] of Object.entries(pack.actions)) {
    records[kindOfAction(id)] = actionRecord(id, action)
    const appeal = appealOf(action)
    if (appeal !== null) decisions[kindOfAction(id)] = appeal
  }
  for (const [id, exception] of Object.entries(pack.exceptions))
    records[kindOfException(id)] = exceptionRecord(exception)
  for (const post of holdersIn(pack)) records[kindOfHeld(post)] = heldRecord(pack, post)
  for (const letter of lettersIn(pack)) records[kindOfLetter(letter)] = letterRecord(pack, letter)
  const flows = Object.entries(pack.flows).map(([id, flow]) => [id, { ...flow, steps: withTables(pack, flow.steps) }])
  const own = Object.entries(pack.records).map(([id, record]) => [
    id,
    { ...record, steps: withTables(pack, record.steps) },
  ])
  return {
    ...pack,
    flows: Object.fromEntries(flows),
    // What the pack declares itself comes first and holds.
    records: { ...Object.fromEntries(own), ...without(records, pack.records) },
    decisions: { ...pack.decisions, ...without(decisions, pack.decisions) },
  }
}

const without = <T>(some: Readonly<Record<string, T>>, others: Readonly<Record<string, unknown>>): Record<string, T> =>
  Object.fromEntries(Object.entries(some).filter(([id]) => !Object.hasOwn(others, id)))
