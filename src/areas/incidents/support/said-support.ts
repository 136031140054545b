import { textOf } from '#areas/policy/index.ts'
import type { Case } from '#areas/records/index.ts'
import { namesOf, sayValue } from '#areas/records/index.ts'
import { isStepEvent } from '#pack/engines/flow/run.ts'
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
  return {
    offers: offers.map(
      (offer): SaidOffer => ({
        ...offer,
        to: offer.personId === null ? (offer.described ?? 'Somebody') : (names.get(offer.personId) ?? 'Somebody'),
        what: kinds.find(({ value }) => value === offer.support)?.text ?? offer.support,
      }),
    ),
    steps: stepsOf(one, await namesOf(tx, namedIn(one))),
  }
}

/** The kinds of support that the policy has for a case. */
export function kindsOf(one: Pick<Case, 'policy' | 'kind'>): { readonly value: string; readonly text: string }[] {
  const { pack } = one.policy
  const list = partsOf(pack.records[one.kind]?.support?.kinds ?? '')?.id ?? ''
  return (pack.lists[list]?.values ?? []).map(({ id, says }) => ({ value: id, text: textOf(says) }))
}

/** Whoever a field of a step may name: only an id can be somebody's. */
const namedIn = ({ run }: Case): string[] =>
  run.events
    .filter(isStepEvent)
    .flatMap((event) => Object.values(event.fields ?? {}))
    .filter((value) => typeof value === 'string')
    .filter((value) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value))

function stepsOf({ policy, kind, run }: Case, names: ReadonlyMap<string, string>): { key: string; value: string }[] {
  const shown = new Set<string>(policy.pack.records[kind]?.support?.shows ?? [])
  return run.events.filter(isStepEvent).flatMap((event) => {
    if (!shown.has(`${event.chart}#${event.stepId}`)) return []
    const [of, id = ''] = event.chart.split('/')
    const step = (of === 'flow' ? policy.pack.flows[id] : policy.pack.records[id])?.steps[event.stepId]
    const chosen: readonly string[] = event.kind === 'answered' ? event.answers : []
    const answers =
      step !== undefined && 'ask' in step ? step.answers.filter((answer) => chosen.includes(answer.id)) : []
    const asked = [...(step?.fields ?? []), ...answers.flatMap((answer) => answer.fields)]
    const value = asked
      .flatMap((field) => {
        const said = sayValue(policy.pack, field, event.fields?.[field.id], names)
        return said === '' ? [] : [`${textOf(field.asks)} ${said}`]
      })
      .join('\n')
    return value === '' ? [] : [{ key: textOf(step?.title ?? event.stepId), value }]
  })
}
