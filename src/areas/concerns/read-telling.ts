import type { Form } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { TellValues } from './forms.ts'
import { readTell } from './forms.ts'
import type { MoreToAsk } from './more.ts'
import { moreToAsk } from './queries/more-to-ask.ts'
import type { FormFacts } from './queries/tell-choices.ts'
import type { Step } from './tell-steps.ts'
import { faultsUpTo, isEasy, stepAfter, stepOf } from './tell-steps.ts'

/** How far a form of telling has come. */
export interface ReadTelling {
  readonly form: Form<TellValues>
  readonly more: MoreToAsk
  /** The page to show next; null when everything has been said. */
  readonly page: Step | null
}

/** Reads a page of telling with all that was said on the pages before it, and says what comes next. */
export async function readTelling(
  tx: Tx,
  body: unknown,
  facts: FormFacts,
  reporterId: string | null,
): Promise<ReadTelling> {
  const { worry, schoolId, aboutPosts } = readTell(body, facts, []).values
  const easy = isEasy(facts.teller)
  const more = await moreToAsk(tx, { worry, schoolId, aboutPosts, reporterId, easy })
  const form = readTell(
    body,
    facts,
    more.whom.map((one) => one.value),
  )
  const step = stepOf(body)
  const { errors, page } = faultsUpTo(facts.teller, step, form.errors)
  const next = stepAfter(facts.teller, step, more.accident !== null || more.whom.length > 0)
  return { form: { ...form, errors }, more, page: page ?? next }
}
