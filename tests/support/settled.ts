import { answerAll, readDraft, type Settled, settledContent, settlePoints } from '#areas/drafting/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { TestDatabase } from './database.ts'
import { packNamed } from './packs.ts'

const settled = new Map<string, Pack>()

/** A pack of the repository as a school would publish it: everything inferred confirmed, every reading settled. */
export function settledPack(name: string): Pack {
  const held = settled.get(name)
  if (held !== undefined) return held
  const pack = packNamed(name)
  const content = settledContent(pack, answerAll(pack))
  settled.set(name, content)
  return content
}

/**
 * Settles everything that is open in a draft through the commands, in one revision, as somebody who keeps the policy and
 * writes down who said so. `given` holds other values by their places.
 */
export async function settleDraft(
  t: TestDatabase,
  keeper: PersonActor,
  draftId: string,
  given: Readonly<Record<string, Settled['to']>> = {},
): Promise<number> {
  return t.as(keeper, async (tx) => {
    const { pack } = await readDraft(tx, draftId)
    const word = { who: 'Ann Lowe', on: Temporal.PlainDate.from('2026-11-20'), where: 'at the governors’ meeting' }
    return settlePoints(tx, keeper, { draftId, settle: answerAll(pack, given), word })
  })
}
