import type { Actor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { peopleChanged } from '../people-changed.ts'

export interface AddPerson {
  readonly givenName: string
  readonly familyName: string
  readonly email: string | null
  readonly kind: 'staff' | 'governor' | 'volunteer' | 'visitor'
  readonly schoolIds: readonly string[]
  readonly fromOn: Temporal.PlainDate
}

/** Adds one grown-up by hand; everybody else comes with a roster. They belong to each of the schools from the day on. */
export async function addPerson(tx: Tx, actor: Actor, input: AddPerson): Promise<string> {
  const { clock } = contextOf(tx)
  const { organisationId } = actor
  const id = newId(clock)
  await asSystem(tx, async () => {
    await tx
      .insertInto('app.person')
      .values({
        organisation_id: organisationId,
        id,
        given_name: input.givenName,
        family_name: input.familyName,
        email: input.email,
      })
      .execute()
    for (const schoolId of input.schoolIds) {
      await tx
        .insertInto('app.person_membership')
        .values({
          organisation_id: organisationId,
          id: newId(clock),
          person_id: id,
          school_id: schoolId,
          kind: input.kind,
          from_on: input.fromOn.toString(),
        })
        .execute()
    }
  })
  await peopleChanged(tx)
  recordEvent(tx, {
    code: 'person.added',
    subject: { kind: 'person', id },
    personId: id,
    details: { kind: input.kind, schools: [...input.schoolIds], from: input.fromOn.toString() },
  })
  return id
}
