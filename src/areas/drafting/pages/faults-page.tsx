import { z } from 'zod'
import { textOf } from '#areas/policy/index.ts'
import { checkContent } from '#pack/edit/check-content.ts'
import type { ContentFault } from '#pack/edit/faults.ts'
import { kindOfHolder } from '#pack/edit/holders.ts'
import { namedThing } from '#pack/sentences/words.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Web } from '#platform/web/server.ts'
import { asKeeper, keepers } from '../keeper.ts'
import { paths } from '../paths.ts'
import { readDraft } from '../queries/read-draft.ts'
import { SETTLED_ELSEWHERE } from '../tasks.ts'
import { FaultsView } from '../views/faults-view.tsx'

const params = z.object({ draft: z.uuid() })

/** What the checker finds in a draft, in plain words and by the part that it is in. */
export function faultsPage(app: Web): void {
  app.get(
    paths.faults.route,
    { schema: { params }, config: keepers('policy.draft.faults.viewed') },
    async (request, reply) => {
      const { draft: id } = request.params
      const { title, pack } = await asKeeper(request, (tx) => readDraft(tx, id))
      const faults = checkContent(pack, { publish: true })
      const own = faults.filter(({ rule }) => !SETTLED_ELSEWHERE.includes(rule))
      return reply.view(
        <FaultsView
          draft={{ id, title }}
          elsewhere={faults.length - own.length}
          groups={[...Map.groupBy(own, ({ place }) => partOf(place))].map(([place, some]) => ({
            place,
            title: nameOf(pack, place),
            faults: some.map(({ says }: ContentFault) => says),
          }))}
        />,
      )
    },
  )
}

const partOf = (place: string): string => place.split('/').slice(0, 2).join('/')

function nameOf(pack: Pack, place: string): string {
  const [holder = '', id = ''] = place.split('/')
  if (holder === 'clauses') return `Clause ${id}`
  const says = namedThing(pack, kindOfHolder(holder) ?? '', id)
  return says === undefined ? place.replaceAll('_', ' ') || 'The policy as a whole' : textOf(says)
}
