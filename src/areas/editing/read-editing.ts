import type { FastifyRequest } from 'fastify'
import { listRevisions, mayKeepPolicy, type PolicyDraft, readDraft, readRevision } from '#areas/drafting/index.ts'
import { readSettings } from '#areas/policy/index.ts'
import { namesOf } from '#areas/records/index.ts'
import { sayInstant } from '#core/calendar/say-date.ts'
import { Forbidden } from '#core/errors.ts'
import { checkContent } from '#pack/edit/check-content.ts'
import type { ContentFault } from '#pack/edit/faults.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import { paths } from './paths.ts'
import type { LastChangeProps } from './views/last-change.tsx'

/** A draft as it is edited: its newest content, what the checker finds in it, and what was changed last. */
export interface Editing {
  readonly draft: PolicyDraft
  readonly pack: Pack
  readonly faults: readonly ContentFault[]
  readonly last: LastChangeProps | null
}

/** Reads a draft for editing. */
export async function readEditing(tx: Tx, draftId: string): Promise<Editing> {
  const draft = await readDraft(tx, draftId)
  const [newest] = await listRevisions(tx, draftId, { most: 1 })
  const { zone } = await readSettings(tx)
  const names = newest?.madeBy ? await namesOf(tx, [newest.madeBy]) : new Map<string, string>()
  const last = newest && {
    says: newest.says.length > 240 ? `${newest.says.slice(0, 239)}…` : newest.says,
    who: names.get(newest.madeBy ?? '') ?? 'Kept',
    when: sayInstant(newest.madeAt, nowIn(tx), zone),
    revision: newest.number,
    undo: paths.undo.to(draftId),
    history: paths.history.to(draftId),
  }
  return { draft, pack: draft.pack, faults: checkContent(draft.pack), last: last ?? null }
}

/** What stood in the draft when a form was drawn: what the form changes is told against that. */
export const contentAt = async (request: FastifyRequest, { draft, pack }: Editing, revision: number): Promise<Pack> =>
  revision === draft.revision ? pack : (await asKeeper(request, (tx) => readRevision(tx, draft.id, revision))).pack

/** Does the work of a page for somebody who keeps the policy, in one transaction. */
export const asKeeper = <T>(request: FastifyRequest, work: (tx: Tx) => Promise<T>): Promise<T> =>
  request.inTx(async (tx) => {
    if (!(await mayKeepPolicy(tx))) throw new Forbidden('policy.draft.not_keeper')
    return work(tx)
  })

/** How the pages are declared: for adults who may keep a policy; which of them do, the database says. */
export const keepers = (audit: string) => ({ audit, access: ['staff' as const, 'governor' as const] })
