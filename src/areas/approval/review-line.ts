import { mayKeepPolicy } from '#areas/drafting/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { paths } from './paths.ts'
import { readReview } from './queries/review.ts'

/** The review of the policy as something to do. */
export interface ReviewLine {
  readonly dueOn: Temporal.PlainDate
  readonly href: string
  readonly why: string
}

const DAYS_BEFORE = 30

/** The review as a duty of whoever keeps the policy, from a month before it is due; null for everybody else, and before. */
export async function reviewLine(tx: Tx): Promise<ReviewLine | null> {
  if (!(await mayKeepPolicy(tx))) return null
  const review = await readReview(tx)
  if (review === null || review.dueOn === null || review.today.until(review.dueOn).days > DAYS_BEFORE) return null
  return {
    dueOn: review.dueOn,
    href: paths.life.to(),
    why: review.sooner[0]?.reason ?? 'The policy says how often it is looked at again',
  }
}
