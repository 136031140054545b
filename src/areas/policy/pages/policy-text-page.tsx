import { z } from 'zod'
import { sayFullDate } from '#core/calendar/say-date.ts'
import type { Web } from '#platform/web/server.ts'
import { paths } from '../paths.ts'
import { readClauses } from '../queries/clauses.ts'
import { policyInForce } from '../queries/policy-in-force.ts'
import { PolicyTextView } from '../views/policy-text-view.tsx'

/** The text of the policy as published, with a search, for everyone who is signed in. */
export async function policyTextPage(app: Web): Promise<void> {
  app.get(
    paths.text.route,
    {
      schema: { querystring: z.object({ words: z.string().max(200).catch('') }) },
      config: { audit: 'policy.text.viewed', access: 'signed_in' },
    },
    async (request, reply) => {
      const words = request.query.words.trim()
      const { policy, clauses } = await request.inTx(async (tx) => {
        const inForce = await policyInForce(tx)
        return { policy: inForce, clauses: await readClauses(tx, inForce) }
      })
      const wanted = words.toLowerCase().split(/\s+/)
      const found = clauses.filter((clause) =>
        wanted.every((word) => `${clause.id} ${clause.section} ${clause.says}`.toLowerCase().includes(word)),
      )
      const { audience } = request.person()
      return reply.view(
        <PolicyTextView
          policy={{ title: policy.title, number: policy.number, inForce: sayFullDate(policy.inForceOn) }}
          sections={[...Map.groupBy(found, (clause) => clause.section)].map(([title, own]) => ({
            title,
            clauses: own,
          }))}
          staff={audience === 'staff' || audience === 'governor'}
          query={words}
        />,
      )
    },
  )
}
