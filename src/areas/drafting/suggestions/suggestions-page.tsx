import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import { FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { asKeeper, keepers } from '../keeper.ts'
import { paths } from '../paths.ts'
import { listDrafts } from '../queries/list-drafts.ts'
import { readSuggestions } from './read-suggestions.ts'
import { settleSuggestion } from './settle-suggestion.ts'
import { SuggestionsView } from './suggestions-view.tsx'

/** The changes that were suggested: taken into a draft, or turned down with a reason. */
export function suggestionsPage(app: Web): void {
  app.get(
    paths.suggestions.route,
    { schema: {}, config: keepers('policy.suggestions.viewed') },
    async (request, reply) =>
      reply.view(<SuggestionsView {...(await asKeeper(request, readPage))} at={null} errors={{}} />),
  )
  app.post(
    paths.suggestion.route,
    {
      schema: { params: z.object({ id: z.uuid() }), body: z.looseObject({}) },
      config: keepers('policy.suggestion.sent'),
    },
    async (request, reply) => {
      const { id } = request.params
      const found = await asKeeper(request, readPage)
      const reader = new FormReader(request.body)
      const into = reader.choice('into', [...found.drafts.map((draft) => draft.id), 'none'], 'Say what becomes of it')
      const reason = reader.text('reason')
      if (into === 'none' && reason === '') reader.fault('reason', 'Say why it is turned down')
      const form = reader.done(null)
      if (hasErrors(form) || into === null)
        return reply.code(400).view(<SuggestionsView {...found} at={id} errors={form.errors} />)
      const actor = request.person()
      await asKeeper(request, (tx) =>
        settleSuggestion(tx, actor, into === 'none' ? { id, reason } : { id, draftId: into }),
      )
      return reply
        .flash(into === 'none' ? 'The suggestion is turned down' : 'The suggestion is taken into the draft')
        .redirect(into === 'none' ? paths.suggestions.to() : paths.show.to(into), 303)
    },
  )
}

async function readPage(tx: Tx) {
  const drafts = (await listDrafts(tx)).filter((draft) => draft.stage === 'editing' || draft.stage === 'consulting')
  return {
    suggestions: await readSuggestions(tx),
    drafts: drafts.map(({ id, title }) => ({ id, title })),
    now: nowIn(tx),
    zone: (await readSettings(tx)).zone,
  }
}
