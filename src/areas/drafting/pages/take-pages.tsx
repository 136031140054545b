import { z } from 'zod'
import { textOf } from '#areas/policy/index.ts'
import { NotFound } from '#core/errors.ts'
import { sentenceOf } from '#pack/sentences/sentence-of.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { programPack } from '../begin/program-packs.ts'
import { takeControl } from '../commands/link-clause.ts'
import { takeBackClause } from '../commands/settle-proposals.ts'
import { asKeeper, keepers } from '../keeper.ts'
import { paths } from '../paths.ts'
import { clauseOf } from '../propose/clause-edits.ts'
import { takeOver } from '../propose/take-over.ts'
import { readDraft } from '../queries/read-draft.ts'
import { readProposals } from '../queries/read-proposals.ts'
import { CONTROL_SAYS } from '../say-kinds.ts'
import { LeftOutView } from '../views/left-out-view.tsx'
import { TakeView } from '../views/take-view.tsx'
import { sayWhere } from './read-proposal.ts'

const params = z.object({ draft: z.uuid() })
const clause = z.string().min(1).max(40)
const taking = z.object({
  clause: clause.catch(''),
  pack: z.string().max(60).catch(''),
  ref: z.string().max(130).catch(''),
})

/** What comes with a control of another policy, and taking it; what was left out of a document, and taking it back. */
export function takePages(app: Web, parts: Parts): void {
  app.get(
    paths.take.route,
    { schema: { params, querystring: taking }, config: keepers('policy.draft.take.viewed') },
    async (request, reply) => {
      const { draft: draftId } = request.params
      const { pack: name, ref } = request.query
      const from = programPack(parts.root, name)
      const { pack } = await asKeeper(request, (tx) => readDraft(tx, draftId))
      const own = clauseOf(pack, request.query.clause)
      const taken = takeOver(pack, from, ref)
      if (taken === null) throw new NotFound('policy.control.missing')
      return reply.view(
        <TakeView
          draft={draftId}
          clause={{ id: own.id, says: textOf(own.says) }}
          pack={name}
          from={textOf(from.pack.title)}
          ref={ref}
          says={sentenceOf(from, ref)}
          comes={taken.comes.map((one) => ({ ...one, kind: kindOf(one.ref) }))}
          faults={taken.faults.map(({ says }) => says)}
        />,
      )
    },
  )

  app.post(
    paths.take.route,
    { schema: { params, body: taking }, config: keepers('policy.draft.take.sent') },
    async (request, reply) => {
      const { draft: draftId } = request.params
      const actor = request.person()
      await asKeeper(request, (tx) => takeControl(tx, actor, parts.root, { draftId, ...request.body }))
      const query = `?clause=${encodeURIComponent(request.body.clause)}`
      return reply.flash('Taken over and linked.').redirect(paths.proposals.to(draftId, query), 303)
    },
  )

  leftOutPage(app)
}

function leftOutPage(app: Web): void {
  app.get(
    paths.dropped.route,
    { schema: { params }, config: keepers('policy.draft.left_out.viewed') },
    async (request, reply) => {
      const { draft: id } = request.params
      const { title, texts } = await asKeeper(request, async (tx) => {
        const draft = await readDraft(tx, id)
        const there = new Set(draft.pack.clauses.map((one) => one.id))
        const proposals = await readProposals(tx, id)
        return { title: draft.title, texts: proposals.filter((one) => !there.has(one.clause)) }
      })
      return reply.view(
        <LeftOutView
          draft={{ id, title }}
          texts={texts.map((one) => ({
            clause: one.clause,
            says: one.says,
            where: sayWhere(one.at),
            why:
              one.state === 'joined'
                ? 'joined to the one before'
                : one.kind === undefined
                  ? 'read as no rule'
                  : 'left out',
          }))}
        />,
      )
    },
  )

  app.post(
    paths.dropped.route,
    { schema: { params, body: z.object({ clause }) }, config: keepers('policy.draft.left_out.sent') },
    async (request, reply) => {
      const { draft: draftId } = request.params
      const actor = request.person()
      await asKeeper(request, (tx) => takeBackClause(tx, actor, { draftId, clause: request.body.clause }))
      return reply.flash('Taken back: it stands where your document had it.').redirect(paths.dropped.to(draftId), 303)
    },
  )
}

const kindOf = (ref: string): string => {
  const kind = ref.slice(0, ref.indexOf('/'))
  return kind === 'fact' ? 'something known of people' : (CONTROL_SAYS[kind] ?? kind)
}
