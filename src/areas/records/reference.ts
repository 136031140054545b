import { sql } from 'kysely'
import { derivedFrom } from '#pack/engines/actions/kinds.ts'
import type { Tx } from '#platform/database/tx.ts'

/** The next number of a record kind as people say it: INC-0147. The counter's row lock makes it gapless and unique. */
export async function nextReference(tx: Tx, organisationId: string, kind: string): Promise<string> {
  const counted = COUNTED[derivedFrom(kind)?.of ?? 'own'] ?? kind
  const { value } = await tx
    .insertInto('app.counter')
    .values({ organisation_id: organisationId, name: counted, value: 1 })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'name']).doUpdateSet({ value: sql<string>`counter.value + 1` }),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return `${lettersOf(counted)}-${String(value).padStart(4, '0')}`
}

// Actions are counted together, whichever they are, and so are exceptions and what is to be done.
const COUNTED: Readonly<Record<string, string>> = {
  action: 'action',
  exception: 'exception',
  held: 'task',
  letter: 'letter',
}

// Kinds that begin alike are told apart: equipment is EQU, a disposal of equipment EQDI.
function lettersOf(kind: string): string {
  const words = kind.split('_')
  const letters = words.length === 1 ? kind.slice(0, 3) : words.map((word) => word.slice(0, 2)).join('')
  return letters.toUpperCase()
}
