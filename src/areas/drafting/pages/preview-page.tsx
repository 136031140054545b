import { z } from 'zod'
import { textOf } from '#areas/policy/index.ts'
import type { Web } from '#platform/web/server.ts'
import { asKeeper, keepers } from '../keeper.ts'
import { paths } from '../paths.ts'
import { askedOf, sectionsOf, toldOf } from '../preview-lines.ts'
import { readDraft } from '../queries/read-draft.ts'
import { PreviewView } from '../views/preview-view.tsx'

const params = z.object({ draft: z.uuid() })
const querystring = z.object({ part: z.enum(['text', 'board', 'asked', 'told']).catch('text') })

/** A draft as it will be. */
export function previewPage(app: Web): void {
  app.get(
    paths.preview.route,
    { schema: { params, querystring }, config: keepers('policy.draft.preview.viewed') },
    async (request, reply) => {
      const { draft: id } = request.params
      const { part } = request.query
      const { title, pack } = await asKeeper(request, (tx) => readDraft(tx, id))
      return reply.view(
        <PreviewView
          draft={{ id, title }}
          title={textOf(pack.pack.title)}
          part={part}
          sections={part === 'text' || part === 'board' ? sectionsOf(pack) : []}
          asked={part === 'asked' ? askedOf(pack) : []}
          told={part === 'told' ? toldOf(pack) : []}
        />,
      )
    },
  )
}
