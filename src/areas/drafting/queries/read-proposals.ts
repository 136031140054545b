import { z } from 'zod'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'

const guess = z.object({ is: z.string(), probability: z.number(), because: z.array(z.string()).default([]) })
const example = z.object({
  pack: z.string(),
  id: z.string(),
  says: z.string(),
  keptBy: z.array(z.string()),
  likeness: z.number(),
})
const shape = z.object({
  says: z.string().default(''),
  kind: guess.optional(),
  area: guess.optional(),
  keptBy: z.array(z.object({ control: z.string(), share: z.number() })).default([]),
  examples: z.array(example).default([]),
})
const place = z.object({ number: z.number(), page: z.number().optional() })

/** How a proposal stands. */
export type ProposalState = 'open' | 'accepted' | 'changed' | 'split' | 'joined' | 'dropped'

/** What was proposed for a clause of the school's own document, and what became of it. */
export interface KeptProposal extends z.infer<typeof shape> {
  readonly clause: string
  readonly at: z.infer<typeof place>
  readonly position: number
  readonly state: ProposalState
  readonly settledBy: string | null
}

/** The proposals of a draft in the order of its document. */
export async function readProposals(tx: Tx, draftId: string): Promise<KeptProposal[]> {
  const rows = await tx
    .selectFrom('app.policy_proposal')
    .select(['clause', 'position', 'found_at', 'proposal', 'state', 'settled_by'])
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .where('draft_id', '=', draftId)
    .orderBy('position')
    .orderBy('clause')
    .limit(MOST)
    .execute()
  return rows.map((row) => ({
    ...shape.parse(row.proposal),
    clause: row.clause,
    at: place.parse(row.found_at),
    position: row.position,
    state: STATES.find((state) => state === row.state) ?? 'open',
    settledBy: row.settled_by,
  }))
}

const MOST = 5_000
const STATES: readonly ProposalState[] = ['open', 'accepted', 'changed', 'split', 'joined', 'dropped']
