import type { PolicyInForce } from '#areas/policy/index.ts'
import { Refused } from '#core/errors.ts'
import type { Taken } from '#pack/engines/flow/answer.ts'
import { isStepEvent } from '#pack/engines/flow/run.ts'
import { type Telling, type Told, toTell } from '#pack/engines/flow/tells.ts'
import type { Tx } from '#platform/database/tx.ts'
import { stepOfChart } from '../step-of-chart.ts'
import { firstLine, type NewLine, type Said, writeLine } from './enter-contact.ts'
import { readContacts } from './read-contacts.ts'

/** What somebody says at a step about one whom it tells: told now, told before, or not told and why. */
export type ToldAtStep = Telling &
  ({ readonly said: Said } | { readonly before: string } | { readonly because: string })

/** What a step writes down, ready for the engine and for the table. */
export interface ToldReady {
  readonly told: readonly Told[]
  readonly lines: readonly NewLine[]
}

/**
 * Gets ready what somebody says at a step.
 * @throws Refused when they name a contact that is not one of this record with the same body.
 */
export async function readyTold(
  tx: Tx,
  record: { readonly id: string },
  step: string,
  given: readonly ToldAtStep[],
): Promise<ToldReady> {
  const told: Told[] = []
  const lines: NewLine[] = []
  const known = given.some((one) => 'before' in one) ? await readContacts(tx, [record.id]) : []
  for (const one of given) {
    const { party, about } = one
    if ('before' in one) {
      const same = known.find((contact) => contact.id === one.before)
      if (same?.party !== party || same.about !== about || same.now.does !== 'told')
        throw new Refused('record.contact.unknown', 'Nothing is written down yet about telling them.')
      told.push({ party, about, contact: same.id })
      continue
    }
    const because = 'because' in one ? one.because : undefined
    const line = firstLine(
      tx,
      record.id,
      one,
      'because' in one ? { step, does: 'not_told', because: one.because } : { step, said: one.said },
    )
    lines.push(line)
    told.push({ party, about, contact: line.id, ...(because === undefined ? {} : { because }) })
  }
  return { told, lines }
}

/** Writes down what was said at a step that was taken, and why nobody was told where it was not needed. */
export async function keepTold(
  tx: Tx,
  policy: PolicyInForce,
  record: { readonly id: string; readonly kind: string },
  taken: Taken,
  lines: readonly NewLine[],
  by: string | null,
  children: readonly string[],
): Promise<void> {
  const left = taken.events.filter(isStepEvent).flatMap((event) => {
    const step = stepOfChart(policy.pack, event.chart, event.stepId)
    const asked = step === undefined || event.kind !== 'not_needed' ? null : toTell(step, event.branch, children)
    return (asked?.each ?? []).map((one) =>
      firstLine(tx, record.id, one, { step: event.step, does: 'not_told', because: event.reason ?? '' }),
    )
  })
  const clauses = taken.events
    .filter(isStepEvent)
    .flatMap((event) => stepOfChart(policy.pack, event.chart, event.stepId)?.clauses ?? [])
  const of = { id: record.id, kind: record.kind, policyVersionId: policy.id, clauses: [...new Set(clauses)] }
  for (const line of [...lines, ...left]) await writeLine(tx, of, line, by)
}
