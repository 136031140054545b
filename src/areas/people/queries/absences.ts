import { SCHOOL_ZONE } from '#core/clock.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import type { Absence } from '../people-lines.ts'

const today = (tx: Tx): Temporal.PlainDate => nowIn(tx).toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate()

/** Who of the organisation is away today. Only then somebody else acts in their place. */
export async function awayToday(tx: Tx): Promise<string[]> {
  const day = today(tx).toString()
  const rows = await tx
    .selectFrom('app.absence')
    .select('person_id')
    .distinct()
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('called_off_at', 'is', null)
    .where('from_on', '<=', day)
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>=', day)]))
    .execute()
  return rows.map((row) => row.person_id)
}

/** When somebody is away now or is going to be. */
export async function absencesOf(tx: Tx, personId: string): Promise<Absence[]> {
  const rows = await tx
    .selectFrom('app.absence')
    .select(['id', 'from_on', 'until_on'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('person_id', '=', personId)
    .where('called_off_at', 'is', null)
    .where((eb) => eb.or([eb('until_on', 'is', null), eb('until_on', '>=', today(tx).toString())]))
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    fromOn: Temporal.PlainDate.from(row.from_on),
    untilOn: row.until_on === null ? null : Temporal.PlainDate.from(row.until_on),
  }))
}
