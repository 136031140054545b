import { textOf } from '#areas/policy/index.ts'
import type { Actor } from '#core/actor.ts'
import { personOf } from '#core/actor.ts'
import { Forbidden, NotFound, Refused } from '#core/errors.ts'
import { strengthOf } from '#pack/propose/cut.ts'
import { type Clause, clauseKinds } from '#pack/types/clause.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowText } from '#platform/database/tx.ts'
import { recordEvent } from '#platform/ledger/event.ts'
import { mayKeepPolicy } from '../may-keep.ts'
import { clauseOf, cutsOf, halfId, withClause, withNewClause, withoutClause } from '../propose/clause-edits.ts'
import { type KeptProposal, type ProposalState, readProposals } from '../queries/read-proposals.ts'
import { reviseDraft } from './revise-draft.ts'

interface OfDraft {
  readonly draftId: string
}

/** Accepts proposals as they stand: the kind and area that the draft has already. Nothing is linked by it. */
export async function acceptProposals(tx: Tx, actor: Actor, input: OfDraft & { readonly clauses: readonly string[] }) {
  await assertKeeper(tx, actor)
  await openOnes(tx, input.draftId, input.clauses)
  await mark(tx, actor, input.draftId, input.clauses, 'accepted')
  recordEvent(tx, {
    code: 'policy.proposals.accepted',
    subject: { kind: 'policy_draft', id: input.draftId },
    details: { clauses: input.clauses.join(' ') },
  })
}

export interface ChangeProposal extends OfDraft {
  readonly clause: string
  readonly says: string
  readonly kind: Clause['kind']
  readonly area: string
  readonly strength: Clause['strength']
}

/** Says what a clause is instead of what was proposed. */
export async function changeProposal(tx: Tx, actor: Actor, input: ChangeProposal): Promise<void> {
  const { draftId, clause: id, says, kind, area, strength } = input
  await reviseDraft(tx, actor, draftId, ({ pack }) => {
    clauseOf(pack, id)
    const changed = withClause(pack, id, { says, kind, strength, ...(area === '' ? {} : { area }) })
    const content = area === '' ? withoutArea(changed, id) : changed
    return { content, says: `What ${id} is`, place: `clauses/${id}` }
  })
  await mark(tx, actor, draftId, [id], 'changed')
}

const withoutArea = (pack: Pack, id: string): Pack => ({
  ...pack,
  clauses: pack.clauses.map(({ area, ...clause }) =>
    clause.id === id || area === undefined ? clause : { ...clause, area },
  ),
})

/** Cuts a clause in two at a character of its text. The second half waits to be looked at. */
export async function splitClause(
  tx: Tx,
  actor: Actor,
  input: OfDraft & { clause: string; at: number },
): Promise<string> {
  const { draftId, clause: id, at } = input
  const proposal = await proposalOf(tx, draftId, id)
  let half = ''
  await reviseDraft(tx, actor, draftId, ({ pack }) => {
    const clause = clauseOf(pack, id)
    const cut = cutsOf(textOf(clause.says)).find((one) => one.at === at)
    if (cut === undefined)
      throw new Refused('policy.clause.cut', 'The text changed meanwhile. Choose again where to cut it.')
    half = halfId(pack, id)
    const second = { ...clause, id: half, says: cut.second, strength: strengthOf(cut.second), kept_by: [], planned: [] }
    const content = withNewClause(withClause(pack, id, { says: cut.first }), id, second)
    return { content, says: `Split ${id}: the second half is ${half}`, place: `clauses/${id}` }
  })
  await mark(tx, actor, draftId, [id], 'split')
  await tx
    .insertInto('app.policy_proposal')
    .values({
      organisation_id: actor.organisationId,
      draft_id: draftId,
      clause: half,
      position: proposal.position,
      found_at: JSON.stringify(proposal.at),
      proposal: JSON.stringify(saidOf(proposal)),
    })
    .execute()
  return half
}

/** Joins a clause to the one before it. */
export async function joinClause(tx: Tx, actor: Actor, input: OfDraft & { readonly clause: string }): Promise<string> {
  const { draftId, clause: id } = input
  let before = ''
  await reviseDraft(tx, actor, draftId, ({ pack }) => {
    const clause = clauseOf(pack, id)
    const previous = pack.clauses[pack.clauses.findIndex((one) => one.id === id) - 1]
    if (previous === undefined) throw new Refused('policy.clause.first', 'There is no clause before this one.')
    before = previous.id
    const says = `${textOf(previous.says)} ${textOf(clause.says)}`
    const content = withClause(withoutClause(pack, id), before, { says })
    return { content, says: `Joined ${id} to ${before}`, place: `clauses/${before}` }
  })
  await mark(tx, actor, draftId, [id], 'joined')
  return before
}

/** Leaves clauses out: they are no rules. They stay in a list and can be taken back. */
export async function dropClauses(tx: Tx, actor: Actor, input: OfDraft & { readonly clauses: readonly string[] }) {
  const { draftId, clauses } = input
  await reviseDraft(tx, actor, draftId, ({ pack }) => {
    for (const id of clauses) clauseOf(pack, id)
    const content = clauses.reduce<Pack>(withoutClause, pack)
    return {
      content,
      says: `Left out, as no rule: ${clauses.slice(0, 20).join(', ')}${clauses.length > 20 ? ' …' : ''}`,
    }
  })
  await mark(tx, actor, draftId, clauses, 'dropped')
}

/** Takes a clause back that was left out or joined: it stands again where its document had it, and is open. */
export async function takeBackClause(
  tx: Tx,
  actor: Actor,
  input: OfDraft & { readonly clause: string },
): Promise<void> {
  const { draftId, clause: id } = input
  const all = await readProposals(tx, draftId)
  const proposal = all.find((one) => one.clause === id)
  if (proposal === undefined) throw new NotFound('policy.proposal.missing')
  await reviseDraft(tx, actor, draftId, ({ pack }) => {
    if (pack.clauses.some((clause) => clause.id === id))
      throw new Refused('policy.clause.there', 'This clause is in the draft already.')
    return {
      content: withNewClause(pack, neighbour(pack, all, proposal), restored(pack, all, proposal)),
      says: `Taken back: ${id}`,
      place: `clauses/${id}`,
    }
  })
  await tx
    .updateTable('app.policy_proposal')
    .set({ state: 'open', settled_by: null, settled_at: null })
    .where('organisation_id', '=', actor.organisationId)
    .where('draft_id', '=', draftId)
    .where('clause', '=', id)
    .execute()
}

function restored(pack: Pack, all: readonly KeptProposal[], proposal: KeptProposal): Clause {
  const before = neighbour(pack, all, proposal)
  const section = pack.clauses.find((clause) => clause.id === before)?.section
  const { says, kind, area, clause: id } = proposal
  return {
    id,
    ...(section === undefined ? {} : { section }),
    says,
    binds: [],
    strength: strengthOf(says),
    kind: clauseKinds.find((one) => one === kind?.is) ?? 'notice',
    ...(area === undefined ? {} : { area: area.is }),
    kept_by: [],
    planned: [],
  }
}

/** The last clause of the draft that stood before a text in the document. */
function neighbour(pack: Pack, all: readonly KeptProposal[], { at }: KeptProposal): string | null {
  const places = new Map(all.map((one) => [one.clause, one.at.number]))
  return pack.clauses.findLast((clause) => (places.get(clause.id) ?? Number.MAX_VALUE) < at.number)?.id ?? null
}

async function assertKeeper(tx: Tx, actor: Actor): Promise<void> {
  if (actor.kind !== 'system' && !(await mayKeepPolicy(tx))) throw new Forbidden('policy.draft.not_keeper')
}

async function proposalOf(tx: Tx, draftId: string, clause: string): Promise<KeptProposal> {
  const found = (await readProposals(tx, draftId)).find((one) => one.clause === clause)
  if (found === undefined) throw new NotFound('policy.proposal.missing')
  return found
}

async function openOnes(tx: Tx, draftId: string, clauses: readonly string[]): Promise<void> {
  const open = new Set(
    (await readProposals(tx, draftId)).filter(({ state }) => state === 'open').map((one) => one.clause),
  )
  if (clauses.length === 0 || clauses.some((clause) => !open.has(clause)))
    throw new Refused('policy.proposal.settled', 'Somebody has looked at one of these already. Look at the list again.')
}

async function mark(
  tx: Tx,
  actor: Actor,
  draftId: string,
  clauses: readonly string[],
  state: ProposalState,
): Promise<void> {
  await tx
    .updateTable('app.policy_proposal')
    .set({ state, settled_by: personOf(actor), settled_at: nowText(tx) })
    .where('organisation_id', '=', actor.organisationId)
    .where('draft_id', '=', draftId)
    .where('clause', 'in', [...clauses])
    .execute()
}

const saidOf = ({ says, kind, area, keptBy, examples }: KeptProposal) => ({ says, kind, area, keptBy, examples })
