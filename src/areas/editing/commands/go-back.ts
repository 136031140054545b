import { readRevision, reviseDraft } from '#areas/drafting/index.ts'
import type { Actor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'

/**
 * Makes a draft as it was after one of its changes. Nothing is lost: going back is a change of its own.
 * @returns the number of the new revision.
 */
export const goBack = (tx: Tx, actor: Actor, input: { draftId: string; number: number }): Promise<number> =>
  reviseDraft(tx, actor, input.draftId, async () => {
    const { pack } = await readRevision(tx, input.draftId, input.number)
    return { content: pack, says: `Back to how it was after change ${input.number}`, goesBackTo: input.number }
  })
