import { z } from 'zod'
import { policyInForceOrNone, readSettings } from '#areas/policy/index.ts'
import { sayInstant } from '#core/calendar/say-date.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { packTitles } from '../begin/program-packs.ts'
import { asKeeper, keepers } from '../keeper.ts'
import { paths } from '../paths.ts'
import { listDrafts } from '../queries/list-drafts.ts'
import { sayBeganFrom, sayStage } from '../say-draft.ts'
import { readSuggestions } from '../suggestions/read-suggestions.ts'
import { DraftsView } from '../views/drafts-view.tsx'

/** The drafts of the policy. */
export function listPage(app: Web, parts: Parts): void {
  app.get(
    paths.list.route,
    { schema: { querystring: z.object({}) }, config: keepers('policy.drafts.viewed') },
    async (request, reply) => {
      const { drafts, zone, inForce, suggested } = await asKeeper(request, async (tx) => ({
        drafts: await listDrafts(tx),
        zone: (await readSettings(tx)).zone,
        suggested: (await readSuggestions(tx)).filter((one) => one.state === 'open').length,
        inForce: (await policyInForceOrNone(tx)) !== null,
      }))
      const titles = packTitles(parts.root)
      return reply.view(
        <DraftsView
          inForce={inForce}
          suggested={suggested}
          drafts={drafts.map((draft) => ({
            id: draft.id,
            title: draft.title,
            stage: sayStage(draft.stage),
            ended: draft.stage === 'published' || draft.stage === 'set_aside',
            from: sayBeganFrom(draft.beganFrom, titles),
            changed: sayInstant(draft.changedAt, parts.clock.now(), zone),
          }))}
        />,
      )
    },
  )
}
