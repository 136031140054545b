import { textOf } from '#areas/policy/index.ts'
import type { Case } from '#areas/records/index.ts'
import { namesOf, sayValue, stepOfChart } from '#areas/records/index.ts'
import { isStepEvent, type StepEvent } from '#pack/engines/flow/run.ts'
import { partsOf } from '#pack/types/parts.ts'
import type { Tx } from '#platform/database/tx.ts'
import { readSupport } from './read-support.ts'
import type { SaidOffer } from './support-card.tsx'

/** The support of a case in words: the offers, and what was written at the steps that belong to it. */
export async function saidSupport(tx: Tx, one: Case) {
  const offers = await readSupport(tx, one.id)
  const names = await namesOf(
    tx,
    offers.map((offer) => offer.personId),
  )
  const kinds = kindsOf(one)
  const steps = heldSteps(one)
  const named = await namesOf(tx, namedIn(steps))
  return {
    offers: offers.map(
      (offer): SaidOffer => ({
        ...offer,
        to: offer.personId === null ? (offer.described ?? 'Somebody') : (names.get(offer.personId) ?? 'Somebody'),
        what: kinds.find(({ value }) => value === offer.support)?.text ?? offer.support,
      }),
    ),
    steps: steps.flatMap((event) => sayStep(one, event, named)),
  }
}

/** The kinds of support that the policy has for a case. */
export function kindsOf(one: Pick<Case, 'policy' | 'kind'>): { readonly value: string; readonly text: string }[] {
  const { pack } = one.policy
  const list = partsOf(pack.records[one.kind]?.support?.kinds ?? '')?.id ?? ''
  return (pack.lists[list]?.values ?? []).map(({ id, says }) => ({ value: id, text: textOf(says) }))
}

/** What was written last at each visit of a step that belongs to the support, where it holds: in the order of the way. */
function heldSteps({ policy, kind, run, drawing }: Case): StepEvent[] {
  const shown = new Set<string>(policy.pack.records[kind]?.support?.shows ?? [])
  const holds = new Set(drawing.nodes.flatMap(({ visit, answered }) => (answered === null ? [] : [visit])))
  const last = new Map(
    run.events
      .filter(isStepEvent)
      .filter(({ chart, stepId, step }) => shown.has(`${chart}#${stepId}`) && holds.has(step))
      .map((event) => [event.step, event]),
  )
  return [...last.values()]
}

/** Whose branch a step was, and whoever its fields may name: only an id can be somebody's. */
const namedIn = (steps: readonly StepEvent[]): string[] =>
  steps
    .flatMap(({ branch, fields }) => [branch, ...Object.values(fields ?? {})])
    .filter((value) => typeof value === 'string')
    .filter((value) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value))

function sayStep(one: Case, event: StepEvent, names: ReadonlyMap<string, string>): { key: string; value: string }[] {
  const { pack } = one.policy
  const step = stepOfChart(pack, event.chart, event.stepId)
  const chosen: readonly string[] = event.kind === 'answered' ? event.answers : []
  const answers = step !== undefined && 'ask' in step ? step.answers.filter((answer) => chosen.includes(answer.id)) : []
  const asked = [...(step?.fields ?? []), ...answers.flatMap((answer) => answer.fields)]
  const value = asked
    .flatMap((field) => {
      const said = sayValue(pack, field, event.fields?.[field.id], names)
      return said === '' ? [] : [`${textOf(field.asks)} ${said}`]
    })
    .join('\n')
  if (value === '') return []
  const title = textOf(step?.title ?? event.stepId)
  const { branch } = event
  const whose = branch === null ? '' : ` (${names.get(branch) ?? branch.replace(/^described:/, '')})`
  return [{ key: `${title}${whose}`, value }]
}
