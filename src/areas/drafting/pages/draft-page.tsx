import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import { sayInstant } from '#core/calendar/say-date.ts'
import { FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { packTitles } from '../begin/program-packs.ts'
import { setStage } from '../commands/set-stage.ts'
import { asKeeper, keepers } from '../keeper.ts'
import { paths } from '../paths.ts'
import { namesOf } from '../queries/names-of.ts'
import { readFacts } from '../queries/read-facts.ts'
import { listRevisions } from '../queries/read-revision.ts'
import { sayBeganFrom, sayStage } from '../say-draft.ts'
import { readSuggestions } from '../suggestions/read-suggestions.ts'
import { stopsOf, tasksOf } from '../tasks.ts'
import { DraftView } from '../views/draft-view.tsx'

const params = z.object({ draft: z.uuid() })

/** A draft with its tasks; setting it aside and taking it up again. */
export function draftPage(app: Web, parts: Parts): void {
  app.get(paths.show.route, { schema: { params }, config: keepers('policy.draft.viewed') }, async (request, reply) =>
    reply.view(await asKeeper(request, (tx) => drawDraft(tx, parts, request.params.draft))),
  )

  app.post(
    paths.setAside.route,
    { schema: { params, body: z.looseObject({}) }, config: keepers('policy.draft.set_aside.sent') },
    async (request, reply) => {
      const { draft } = request.params
      const reader = new FormReader(request.body)
      const form = reader.done({ why: reader.text('why', { required: 'Say why it is set aside', max: 2_000 }) })
      if (hasErrors(form))
        return reply.code(400).view(await asKeeper(request, (tx) => drawDraft(tx, parts, draft, form.errors)))
      const actor = request.person()
      await asKeeper(request, (tx) => setStage(tx, actor, draft, { to: 'set_aside', whyEnded: form.values.why }))
      return reply.flash('The draft is set aside.').redirect(paths.show.to(draft), 303)
    },
  )

  app.post(
    paths.takeUp.route,
    { schema: { params, body: z.looseObject({}) }, config: keepers('policy.draft.take_up.sent') },
    async (request, reply) => {
      const { draft } = request.params
      const actor = request.person()
      await asKeeper(request, (tx) => setStage(tx, actor, draft, { to: 'editing', whyEnded: '' }))
      return reply.flash('The draft is taken up again.').redirect(paths.show.to(draft), 303)
    },
  )
}

async function drawDraft(tx: Tx, parts: Parts, id: string, errors?: Readonly<Record<string, string>>) {
  const facts = await readFacts(tx, id)
  const { draft } = facts
  const changes = await listRevisions(tx, id, { most: 6 })
  const names = await namesOf(
    tx,
    changes.map(({ madeBy }) => madeBy),
  )
  const { zone } = await readSettings(tx)
  const now = parts.clock.now()
  return (
    <DraftView
      draft={{
        id,
        title: draft.title,
        stage: sayStage(draft.stage),
        from: sayBeganFrom(draft.beganFrom, packTitles(parts.root)),
      }}
      ended={draft.stage === 'published' || draft.stage === 'set_aside' ? draft.stage : null}
      why={draft.whyEnded}
      groups={tasksOf(facts)}
      stops={stopsOf(facts)}
      suggested={await readSuggestions(tx, id)}
      changes={changes.map(({ says, madeBy, madeAt }) => ({
        says: says.length > 160 ? `${says.slice(0, 159)}…` : says,
        who: names.get(madeBy ?? '') ?? 'Kept',
        when: sayInstant(madeAt, now, zone),
      }))}
      {...(errors === undefined ? {} : { errors })}
    />
  )
}
