import type { Pack } from '../../types/pack.ts'
import { append, type Taken } from './answer.ts'
import type { FlowContext, Run, Written } from './run.ts'

/** What is written into a record's own form, by whom, when. */
export type WriteForm = Pick<Written, 'changes' | 'reason' | 'by' | 'at'>

/**
 * Writes answers of the form into a run: steps may open or fall away, because a question behind which the chart parts is
 * answered otherwise. `was` knows the form as it stood, `now` as it stands with the changes.
 */
export const writeForm = (
  pack: Pack,
  run: Run,
  input: WriteForm,
  { was, now }: { readonly was: FlowContext; readonly now: FlowContext },
): Taken => append(pack, run, [{ kind: 'written', seq: run.events.length + 1, ...input }], now, was)
