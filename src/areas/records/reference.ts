import { sql } from 'kysely'
import type { Tx } from '#platform/database/tx.ts'

/** The next number of a record kind as people say it: INC-0147. The counter's row lock makes it gapless and unique. */
export async function nextReference(tx: Tx, organisationId: string, kind: string): Promise<string> {
  const { value } = await tx
    .insertInto('app.counter')
    .values({ organisation_id: organisationId, name: kind, value: 1 })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'name']).doUpdateSet({ value: sql<string>`counter.value + 1` }),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return `${kind.replaceAll('_', '').slice(0, 3).toUpperCase()}-${String(value).padStart(4, '0')}`
}
