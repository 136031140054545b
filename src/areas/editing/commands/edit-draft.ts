import { type PolicyDraft, readRevision, reviseDraft } from '#areas/drafting/index.ts'
import type { Actor } from '#core/actor.ts'
import { checkContent } from '#pack/edit/check-content.ts'
import type { Edit } from '#pack/edit/edit.ts'
import type { ContentFault } from '#pack/edit/faults.ts'
import { type Conflict, mergeEdit } from '#pack/edit/merge.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { newFaults } from '../faults.ts'
import { sayChange } from '../say-change.ts'

export interface EditDraft {
  readonly draftId: string
  /** The revision that was before whoever edited. */
  readonly basedOn: number
  readonly edit: Edit
  readonly place: string
  /** Keeps it although the checker finds something new that must be put right before publishing. */
  readonly anyway?: boolean
  /** Why, where that is asked. */
  readonly reason?: string
}

/** What became of an edit. */
export type Edited =
  | { readonly is: 'made'; readonly revision: number }
  | { readonly is: 'conflict'; readonly conflicts: readonly Conflict[]; readonly revision: number }
  /** `form`: it cannot be kept like this; else it can, when whoever edits says so. */
  | { readonly is: 'faulty'; readonly faults: readonly ContentFault[]; readonly form: boolean }

/**
 * Makes an edit on the draft as it stands now, with the same checker as everywhere. What others changed meanwhile stays.
 * @throws Forbidden for whoever does not keep the policy; Refused for a draft that has ended.
 */
export async function editDraft(tx: Tx, actor: Actor, input: EditDraft): Promise<Edited> {
  const outcome: { edited: Edited | null } = { edited: null }
  const revision = await reviseDraft(tx, actor, input.draftId, async (now) => {
    const base = input.basedOn >= now.revision ? now.pack : (await readRevision(tx, input.draftId, input.basedOn)).pack
    const [content, edited] = outcomeOf(now, base, input)
    outcome.edited = edited
    // The same content makes no revision.
    if (content === null) return { content: now.pack, says: '-' }
    return { content, says: sayChange(now.pack, content, input.reason), place: input.place }
  })
  return outcome.edited ?? { is: 'made', revision }
}

function outcomeOf(now: PolicyDraft, base: Pack, input: EditDraft): [Pack | null, Edited | null] {
  const merged = mergeEdit(base, now.pack, input.edit)
  if (merged.is === 'conflict') return [null, { is: 'conflict', conflicts: merged.conflicts, revision: now.revision }]
  if (merged.is === 'refused') return [null, { is: 'faulty', faults: merged.faults, form: true }]
  const faults = input.anyway === true ? [] : newFaults(checkContent(now.pack), checkContent(merged.content))
  return faults.length > 0 ? [null, { is: 'faulty', faults, form: false }] : [merged.content, null]
}
