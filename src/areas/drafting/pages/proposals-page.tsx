import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { textOf } from '#areas/policy/index.ts'
import { Refused } from '#core/errors.ts'
import { FormReader, hasErrors } from '#core/form.ts'
import { controlKinds } from '#pack/types/base.ts'
import { clauseKinds } from '#pack/types/clause.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { linkClause, planClause } from '../commands/link-clause.ts'
import { acceptProposals, changeProposal, dropClauses, joinClause, splitClause } from '../commands/settle-proposals.ts'
import { asKeeper, keepers } from '../keeper.ts'
import { paths } from '../paths.ts'
import { readDraft } from '../queries/read-draft.ts'
import { readProposals } from '../queries/read-proposals.ts'
import { ProposalView } from '../views/proposal-view.tsx'
import { ProposalsView, type ProposalsViewProps } from '../views/proposals-view.tsx'
import { readProposal, sayWhere } from './read-proposal.ts'

const params = z.object({ draft: z.uuid() })
const clauseName = z.string().min(1).max(40)
const querystring = z.object({
  clause: clauseName.optional().catch(undefined),
  state: z.enum(['open', 'unlinked', 'all']).catch('open'),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})
type Query = z.infer<typeof querystring>
const body = z.looseObject({
  do: z.enum(['accept', 'drop', 'join', 'change', 'split', 'link', 'plan']),
  clause: z.union([clauseName, z.array(clauseName).max(2_000)]).optional(),
})
type Sent = z.infer<typeof body>

/** The proposals for the clauses of a document: as a list with bulk, and one after the other. */
export function proposalsPage(app: Web, parts: Parts): void {
  app.get(
    paths.proposals.route,
    { schema: { params, querystring }, config: keepers('policy.draft.proposals.viewed') },
    async (request, reply) => show(request, reply, parts, request.params.draft, request.query),
  )

  app.post(
    paths.proposals.route,
    { schema: { params, body }, config: keepers('policy.draft.proposals.sent') },
    async (request, reply) => {
      const { draft } = request.params
      const sent = request.body
      const clauses = [sent.clause ?? []].flat()
      const single = !Array.isArray(sent.clause) && clauses[0] !== undefined
      const query: Query = { clause: single ? clauses[0] : undefined, state: 'open', page: 1 }
      try {
        const faults = await asKeeper(request, (tx) => carryOut(tx, request, draft, clauses, sent))
        if (faults !== null) return await show(request, reply.code(400), parts, draft, query, faults)
      } catch (fault) {
        if (!(fault instanceof Refused)) throw fault
        return show(request, reply.code(409), parts, draft, query, { [FIELD[sent.do] ?? 'main']: fault.message })
      }
      return reply.flash(DONE[sent.do]).redirect(await nextOf(request, draft, sent, clauses), 303)
    },
  )
}

const DONE: Readonly<Record<Sent['do'], string>> = {
  accept: 'Accepted.',
  drop: 'Left out. You find it under “What was left out”.',
  join: 'Joined.',
  change: 'Changed.',
  split: 'Split in two.',
  link: 'Linked.',
  plan: 'Planned.',
}
const FIELD: Readonly<Record<string, string>> = { link: 'ref', plan: 'plan', split: 'at', change: 'says' }

async function carryOut(
  tx: Tx,
  request: FastifyRequest,
  draftId: string,
  clauses: readonly string[],
  sent: Sent,
): Promise<Readonly<Record<string, string>> | null> {
  const actor = request.person()
  const [clause] = clauses
  if (clause === undefined) return { main: 'Tick at least one clause' }
  const reader = new FormReader(sent)
  const done = () => {
    const { errors } = reader.done(null)
    return hasErrors({ errors }) ? errors : null
  }
  switch (sent.do) {
    case 'accept':
      await acceptProposals(tx, actor, { draftId, clauses })
      return null
    case 'drop':
      await dropClauses(tx, actor, { draftId, clauses })
      return null
    case 'join':
      await joinClause(tx, actor, { draftId, clause })
      return null
    case 'split': {
      const at = Number(reader.text('at', { required: 'Choose where to cut it', max: 6 }))
      if (done() === null) await splitClause(tx, actor, { draftId, clause, at })
      return done()
    }
    case 'change': {
      const says = reader.text('says', { required: 'Enter the clause' })
      const kind = reader.choice('kind', clauseKinds, 'Choose a kind')
      const strength = reader.choice('strength', ['must', 'should', 'may'], 'Choose how binding it is')
      const area = reader.text('area', { max: 60 })
      if (done() === null && kind !== null && strength !== null)
        await changeProposal(tx, actor, { draftId, clause, says, kind, area, strength })
      return done()
    }
    case 'link': {
      const ref = reader.text('ref', { required: 'Choose what keeps it', max: 130 })
      if (done() === null) await linkClause(tx, actor, { draftId, clause, ref })
      return done()
    }
    case 'plan': {
      const says = reader.text('plan', { required: 'Enter what will keep it', max: 400 })
      const kind = reader.choice('control', controlKinds, 'Choose what it will be')
      if (done() === null && kind !== null) await planClause(tx, actor, { draftId, clause, kind, says })
      return done()
    }
  }
}

/** After one clause comes the next that is open; after linking one, the same again. */
async function nextOf(
  request: FastifyRequest,
  draftId: string,
  sent: Sent,
  clauses: readonly string[],
): Promise<string> {
  const [clause] = clauses
  if (Array.isArray(sent.clause) || clause === undefined) return paths.proposals.to(draftId)
  const to = (id: string) => paths.proposals.to(draftId, `?clause=${encodeURIComponent(id)}`)
  if (sent.do === 'link' || sent.do === 'plan' || sent.do === 'split' || sent.do === 'change') return to(clause)
  const all = await asKeeper(request, (tx) => readProposals(tx, draftId))
  const index = all.findIndex((one) => one.clause === clause)
  const next = [...all.slice(index + 1), ...all].find((one) => one.state === 'open')
  return next === undefined ? paths.proposals.to(draftId) : to(next.clause)
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  draftId: string,
  query: Query,
  errors?: Readonly<Record<string, string>>,
) {
  const { clause } = query
  if (clause !== undefined) {
    const view = await asKeeper(request, (tx) => readProposal(tx, parts.root, draftId, clause))
    return reply.view(<ProposalView {...view} {...(errors === undefined ? {} : { errors })} />)
  }
  const view = await asKeeper(request, (tx) => readList(tx, draftId, query))
  return reply.view(<ProposalsView {...view} fault={errors === undefined ? undefined : Object.values(errors)[0]} />)
}

const SIZE = 50

async function readList(tx: Tx, draftId: string, { state, page }: Query): Promise<ProposalsViewProps> {
  const { title, pack } = await readDraft(tx, draftId)
  const all = await readProposals(tx, draftId)
  const clauses = new Map(pack.clauses.map((clause) => [clause.id, clause]))
  const there = all.flatMap((proposal) => {
    const clause = clauses.get(proposal.clause)
    return clause === undefined ? [] : [{ proposal, clause }]
  })
  const shown = there.filter(
    ({ proposal, clause }) =>
      state === 'all' ||
      (state === 'open' ? proposal.state === 'open' : clause.kept_by.length + clause.planned.length === 0),
  )
  return {
    draft: { id: draftId, title },
    looked: there.filter(({ proposal }) => proposal.state !== 'open').length,
    of: there.length,
    leftOut: all.length - there.length,
    state,
    page,
    size: SIZE,
    total: shown.length,
    rows: shown.slice((page - 1) * SIZE, page * SIZE).map(({ proposal, clause }) => ({
      clause: clause.id,
      says: textOf(clause.says),
      where: sayWhere(proposal.at),
      proposed: [clause.kind, clause.area, clause.strength].filter((one) => one !== undefined).join(', '),
      state: STATES[proposal.state] ?? proposal.state,
      open: proposal.state === 'open',
      kept: [...clause.kept_by, ...clause.planned.map((ref) => `${ref} (planned)`)].join(', ') || 'Nothing yet',
    })),
    nextOpen: there.find(({ proposal }) => proposal.state === 'open')?.clause.id ?? null,
  }
}

const STATES: Readonly<Record<string, string>> = {
  open: 'Not looked at',
  accepted: 'Accepted',
  changed: 'Changed',
  split: 'Split',
}
