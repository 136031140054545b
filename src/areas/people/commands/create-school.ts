import type { Actor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'

/** What a school may teach. */
export const PHASES = ['nursery', 'primary', 'secondary', 'sixth_form'] as const
export type Phase = (typeof PHASES)[number]

export interface CreateSchool {
  readonly name: string
  readonly phases: readonly Phase[]
  /** What the policy calls it; left out, it is known there by its name. */
  readonly place?: string
}

/** Adds a school to the organisation. A roster may give it its number later. */
export async function createSchool(tx: Tx, actor: Actor, input: CreateSchool): Promise<string> {
  const id = newId(contextOf(tx).clock)
  await asSystem(tx, () =>
    tx
      .insertInto('app.school')
      .values({
        organisation_id: actor.organisationId,
        id,
        name: input.name,
        phases: [...input.phases],
        place: input.place ?? null,
      })
      .execute(),
  )
  recordEvent(tx, { code: 'school.created', subject: { kind: 'school', id }, details: { ...input } })
  return id
}
