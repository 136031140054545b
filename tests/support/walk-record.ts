import { readCase, takeStep } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import type { OpenStep } from '#pack/engines/flow/open.ts'
import type { Field } from '#pack/types/field.ts'
import type { Scalar } from '#pack/types/value.ts'
import type { TestDatabase } from './database.ts'
import { tellAll } from './told.ts'

type Answers = Readonly<Record<string, string>>

/** Takes the steps of a record until it has ended: as the answers say, else the last that may be given, with every field filled in. */
export async function walkRecord(t: TestDatabase, reader: PersonActor, recordId: string, answers: Answers = {}) {
  const system = systemActor(reader.organisationId, 'tests')
  for (let left = 60; left > 0; left -= 1) {
    const { open, state } = await t.as(reader, (tx) => readCase(tx, recordId))
    const step = open.find((one) => !one.early)
    if (state !== 'open' || step === undefined) return
    const chosen = answers[step.stepId] ?? step.answers.at(-1)?.id
    const does = chosen === undefined ? { done: true as const } : { answers: [chosen] }
    const taken = await t.as(system, (tx) =>
      takeStep(tx, system, {
        recordId,
        step: step.key,
        does,
        fields: filledIn(step, chosen),
        told: tellAll(step, chosen === undefined ? [] : [chosen]),
        note: 'Done',
      }),
    )
    if (!taken.ok) throw new Error(`${step.key}: ${taken.says} ${JSON.stringify(taken.fields)}`)
  }
  throw new Error('it has not come to an end')
}

/** Every field of a step and of the answer, filled in with something that fits. */
export const filledIn = (step: OpenStep, chosen: string | undefined) =>
  Object.fromEntries(
    [...step.fields, ...(step.answers.find(({ id }) => id === chosen)?.fields ?? [])].map((field) => [
      field.id,
      filled(field),
    ]),
  )

function filled(field: Field): Scalar {
  if (field.type === 'boolean') return true
  if (field.type === 'datetime') return '2026-10-06T10:00'
  return field.type === 'date' ? '2026-10-06' : 'Written in the test'
}
