import type { Actor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { peopleChanged } from '../people-changed.ts'

export interface TermDays {
  readonly title: string
  readonly startsOn: string
  readonly endsOn: string
  readonly daysOff: readonly { readonly name: string; readonly start: string; readonly end: string }[]
}

/** Enters a school's terms; a term that begins on the same day is replaced. School days are counted by them. */
export async function setTerms(
  tx: Tx,
  actor: Actor,
  input: { schoolId: string; terms: readonly TermDays[] },
): Promise<void> {
  await asSystem(tx, async () => {
    for (const term of input.terms) {
      const days = JSON.stringify(term.daysOff)
      await tx
        .insertInto('app.term')
        .values({
          organisation_id: actor.organisationId,
          id: newId(contextOf(tx).clock),
          school_id: input.schoolId,
          title: term.title,
          starts_on: term.startsOn,
          ends_on: term.endsOn,
          days_off: days,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['organisation_id', 'school_id', 'starts_on'])
            .doUpdateSet({ title: term.title, ends_on: term.endsOn, days_off: days }),
        )
        .execute()
    }
  })
  await peopleChanged(tx)
  recordEvent(tx, {
    code: 'school.terms_set',
    subject: { kind: 'school', id: input.schoolId },
    details: { terms: input.terms },
  })
}
