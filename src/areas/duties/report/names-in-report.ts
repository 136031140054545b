import type { NamesFound } from '#pack/engines/reports/names.ts'
import { namesIn } from '#pack/engines/reports/names.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'

/** The people of the school whom a text names. All of them are looked through, whoever may see them. */
export async function namesInReport(tx: Tx, text: string): Promise<NamesFound> {
  if (text.trim() === '') return { whole: [], perhaps: [] }
  const people = await asSystem(tx, () =>
    tx
      .selectFrom('app.person')
      .select(['given_name', 'preferred_name', 'family_name'])
      .where('organisation_id', '=', contextOf(tx).actor.organisationId)
      .execute(),
  )
  return namesIn(
    text,
    people.flatMap(({ given_name: given, preferred_name: preferred, family_name: family }) => [
      { given, family },
      ...(preferred === null ? [] : [{ given: preferred, family }]),
    ]),
  )
}
