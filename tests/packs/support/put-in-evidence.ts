import { addItem, signEntry } from '#areas/evidence/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { EvidenceKind } from '#pack/types/evidence.ts'
import type { TestDatabase } from '#tests/support/database.ts'

const words = (name: string) => ({ personId: null, words: name })

/** Puts an item into the evidence of a case at this address, signed on paper by whoever took it and by a witness. */
export async function putInEvidence(t: TestDatabase, person: PersonActor, record: string, kind: EvidenceKind) {
  const recordId = record.split('/').at(-1) ?? ''
  await t.as(person, async (tx) => {
    const { entryId } = await addItem(tx, person, {
      ...{ recordId, kind, title: 'Taken in the test', shows: 'Three messages', label: {}, file: null, from: null },
      ...{ capturedAt: t.clock.now(), by: words('Ada Sand'), witness: words('Bea Sand') },
    })
    for (const part of ['taker', 'witness'])
      await signEntry(tx, person, { entryId, part, method: { by: 'paper', says: 'In the folder' } })
  })
}
