import { z } from 'zod'
import { callsAbout } from '#areas/notices/index.ts'
import { policyVersion, readSettings } from '#areas/policy/index.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { canBeRung, helpLines } from '../help-lines.ts'
import { paths } from '../paths.ts'
import { readConcern } from '../queries/read-concern.ts'
import { schoolLines } from '../queries/tell-choices.ts'
import { CallView } from '../views/call-view.tsx'
import { sayParty, sayWorry } from '../worries.ts'

const params = z.object({ id: z.uuid() })

/** Somebody is called because a child may be in danger: what was told, whom to ring, and one button that takes it. */
export async function callPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.call.route,
    { schema: { params }, config: { audit: 'concern.call.viewed', access: ['staff', 'governor'] } },
    async (request, reply) => {
      const { id } = request.params
      const actor = request.person()
      const found = await request.inTx(async (tx) => {
        const concern = await readConcern(tx, id)
        const policy = await policyVersion(tx, concern.policyVersionId, concern.schoolId)
        return {
          concern,
          worry: sayWorry(policy, concern.aboutKind),
          lines: [...helpLines(policy), ...(await schoolLines(tx, policy, null))].filter(canBeRung),
          calls: (await callsAbout(tx, id)).map((call) => ({ ...call, post: sayParty(policy, call.party) })),
          zone: (await readSettings(tx)).zone,
        }
      })
      return reply.view(
        <CallView {...found} mine={found.concern.takenById === actor.personId} now={parts.clock.now()} />,
      )
    },
  )
}
