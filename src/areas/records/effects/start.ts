import { textOf } from '#areas/policy/index.ts'
import { kindOfAction, SUBJECT } from '#pack/engines/actions/kinds.ts'
import type { RunEffect } from '#pack/engines/flow/effects.ts'
import { partsOf } from '#pack/types/parts.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, enqueue, nowText } from '#platform/database/tx.ts'
import { openFollowing } from '../commands/open-following.ts'
import { fromPart } from '../people.ts'
import { askToDo } from './ask-to-do.ts'
import { beginException } from './begin-exception.ts'
import type { Carrying } from './carry-one.ts'
import { openIfLet } from './open-if-let.ts'
import { whom } from './whom.ts'

/** Starts what an effect names: an action and a record without a form at once, a duty as a job, the rest by hand. */
export async function startThing(tx: Tx, carrying: Carrying, ref: string): Promise<void> {
  const { policy, record, due } = carrying
  const parts = partsOf(ref)
  if (parts?.kind === 'action') return beginAction(tx, carrying, parts.id)
  if (parts?.kind === 'exception') return beginException(tx, carrying, parts.id)
  if (parts?.kind === 'duty')
    return enqueue(tx, 'start_duty', {
      duty: parts.id,
      recordId: record.id,
      schoolId: record.school_id,
      key: due.key,
      at: nowText(tx),
    })
  const rule = parts?.kind === 'notify' ? policy.pack.notify[parts.id] : undefined
  if (rule !== undefined && isWho(rule.to)) {
    const effect = { notify: rule.to, says: rule.says }
    return enqueue(tx, 'record_effect', { recordId: record.id, key: due.key, effect, branch: due.branch })
  }
  const kind = parts?.kind === 'record' ? policy.pack.records[parts.id] : undefined
  if (parts === null || kind === undefined || kind.fields.some((field) => field.required) || kind.about.length > 0)
    return askToDo(tx, carrying, null, whom(record, carrying.run, due))
  const opening = {
    kind: parts.id,
    schoolId: record.school_id,
    title: textOf(kind.says).slice(0, 200),
    category: null,
    occurredAt: null,
    fields: {},
    people: [],
  }
  await openIfLet(tx, carrying, opening, due.key)
}

const isWho = (to: object | string): to is string => typeof to === 'string' || 'any_of' in to || 'all_of' in to

async function beginAction(tx: Tx, { policy, record, run, due }: Carrying, id: string): Promise<void> {
  const action = policy.pack.actions[id]
  if (action === undefined) return
  await openFollowing(
    tx,
    contextOf(tx).actor,
    policy,
    {
      kind: kindOfAction(id),
      schoolId: record.school_id,
      title: textOf(action.says).slice(0, 200),
      category: null,
      occurredAt: null,
      fields: {},
      people: subjects(record, run, due),
    },
    { id: record.id, circle: record.circle, effect: due.key },
  )
}

// Whoever is only described in the case is described in the action too.
function subjects(record: Carrying['record'], run: Carrying['run'], due: RunEffect) {
  const people = due.branch === null ? whom(record, run, due) : [due.branch]
  return people.map((person) => fromPart({ person, part: SUBJECT }))
}
