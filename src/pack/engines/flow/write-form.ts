import type { Pack } from '../../types/pack.ts'
import type { Taken } from './answer.ts'
import { effectsBetween } from './effects.ts'
import { openIn } from './open.ts'
import { replay } from './replay.ts'
import type { FlowContext, Run, Written } from './run.ts'

/** What is written into a record's own form, by whom, when. */
export type WriteForm = Pick<Written, 'changes' | 'reason' | 'by' | 'at'>

/**
 * Writes answers of the form into a run: steps may open or fall away, because a question behind which the chart parts is
 * answered otherwise. `was` knows the form as it stood, `now` as it stands with the changes.
 */
export function writeForm(
  pack: Pack,
  run: Run,
  input: WriteForm,
  { was, now }: { readonly was: FlowContext; readonly now: FlowContext },
): Taken {
  const before = replay(pack, run, was)
  const event: Written = { kind: 'written', seq: run.events.length + 1, ...input }
  const next: Run = { ...run, events: [...run.events, event] }
  const after = replay(pack, next, now)
  const wasOpen = new Set(openIn(before, run, was).map((step) => step.key))
  const open = openIn(after, next, now)
  return {
    ok: true,
    run: next,
    events: [event],
    open,
    opened: open.filter((step) => !step.early && !wasOpen.has(step.key)).map((step) => step.key),
    ended: after.ended,
    outcomes: after.outcomes,
    ...effectsBetween(before, after, next, now),
  }
}
