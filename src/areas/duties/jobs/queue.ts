import type { Tx } from '#platform/database/tx.ts'
import { contextOf, enqueue } from '#platform/database/tx.ts'

// Keys of jobs are shared by all organisations, so each names its own.
const keyFor = (tx: Tx, word: string): string => `${word}:${contextOf(tx).actor.organisationId}`

/** Has the duties planned once this change is in, for instance after people joined or left. */
export const planSoon = (tx: Tx): Promise<void> =>
  enqueue(tx, 'plan_duties', {}, { key: keyFor(tx, 'plan-duties-soon') })

/** Has them planned again at a time; each planning asks for the next. */
export const planAt = (tx: Tx, at: Temporal.Instant): Promise<void> =>
  enqueue(tx, 'plan_duties', {}, { key: keyFor(tx, 'plan-duties'), runAt: at })

/** Has the late steps looked at as soon as this change is in. */
export const lookForLateSoon = (tx: Tx): Promise<void> =>
  enqueue(tx, 'duties_late', {}, { key: keyFor(tx, 'duties-late-soon') })

/** Has them looked at again when the next of them comes. */
export const lookForLateAt = (tx: Tx, at: Temporal.Instant): Promise<void> =>
  enqueue(tx, 'duties_late', {}, { key: keyFor(tx, 'duties-late'), runAt: at })
