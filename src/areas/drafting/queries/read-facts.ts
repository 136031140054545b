import { readSchools } from '#areas/people/index.ts'
import { vacantPosts } from '#areas/policy/index.ts'
import { checkContent } from '#pack/edit/check-content.ts'
import type { Tx } from '#platform/database/tx.ts'
import { postLines } from '../posts/post-lines.ts'
import { pointsOf } from '../settle/points.ts'
import type { DraftFacts } from '../tasks.ts'
import { readPublishGuards } from './publish-guards.ts'
import { readDraft } from './read-draft.ts'
import { readHolders } from './read-holders.ts'
import { readProposals } from './read-proposals.ts'

/** A draft with everything that its tasks are worked out from. */
export async function readFacts(tx: Tx, draftId: string): Promise<DraftFacts> {
  const draft = await readDraft(tx, draftId)
  const schools = await readSchools(tx)
  return {
    draft,
    points: pointsOf(draft.pack),
    faults: checkContent(draft.pack, { publish: true }),
    posts: postLines(draft.pack, await readHolders(tx), await vacantPosts(tx, draft.pack)),
    proposals: await readProposals(tx, draftId),
    schools: schools.length,
    guards: await readPublishGuards(tx, draft),
  }
}
