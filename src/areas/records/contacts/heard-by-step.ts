import type { PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import { newId } from '#core/ids.ts'
import type { Taken } from '#pack/engines/flow/answer.ts'
import { isStepEvent, type StepEvent } from '#pack/engines/flow/run.ts'
import type { Step } from '#pack/types/step.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf, nowIn } from '#platform/database/tx.ts'
import { stepOfChart } from '../step-of-chart.ts'
import { writeLine } from './enter-contact.ts'
import { readContacts } from './read-contacts.ts'

/**
 * Writes the answer of a body that a step waited for into what was written down about telling it: nobody asks it again
 * then. What was never told, or has answered already, stays as it is.
 */
export async function keepHeard(
  tx: Tx,
  policy: PolicyInForce,
  record: { readonly id: string; readonly kind: string },
  taken: Taken,
  by: string | null,
): Promise<void> {
  const heard = taken.events.filter(isStepEvent).flatMap((event) => {
    const step = stepOfChart(policy.pack, event.chart, event.stepId)
    const party = step === undefined ? null : heardAt(step, event)
    return step === undefined || party === null ? [] : [{ event, step, party }]
  })
  if (heard.length === 0) return
  // Whoever enters the answer may be let in for that step alone.
  const contacts = await asSystem(tx, () => readContacts(tx, [record.id]))
  for (const { event, step, party } of heard)
    for (const contact of contacts.filter((one) => one.party === party && one.now.does === 'told')) {
      if (contact.answered && contact.chaseOn === null) continue
      await writeLine(
        tx,
        { id: record.id, kind: record.kind, policyVersionId: policy.id, clauses: step.clauses },
        {
          id: newId(contextOf(tx).clock),
          recordId: record.id,
          threadId: contact.id,
          line: contact.before.length + contact.later.length + 1,
          party: contact.party,
          about: contact.about,
          does: 'replied',
          step: event.step,
          said: { ...UNSAID, at: nowIn(tx), reply: replyOf(event, step) },
        },
        by,
      )
    }
}

const UNSAID = { way: null, spokeTo: '', reference: '', said: '', chaseOn: null } as const

function heardAt(step: Step, event: StepEvent): string | null {
  if (!('wait_for' in step) || typeof step.wait_for === 'string') return null
  if (event.kind === 'heard') return event.heard
  return event.kind === 'done' && 'party' in step.wait_for ? step.wait_for.party : null
}

// What was written of it at the step, in the words of whoever wrote it.
function replyOf(event: StepEvent, step: Step): string {
  const written = step.fields
    .filter(({ type }) => type === 'text' || type === 'long_text')
    .map(({ id }) => event.fields?.[id])
    .filter((value) => typeof value === 'string')
  const said = [...written, event.note ?? ''].map((words) => words.trim()).filter((words) => words !== '')
  return said.length === 0
    ? `Entered at the step “${textOf(step.title ?? event.stepId.replaceAll('_', ' '))}”.`
    : said.join('\n').slice(0, 8000)
}
