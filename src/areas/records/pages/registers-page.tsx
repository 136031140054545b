import { z } from 'zod'
import { textOf } from '#areas/policy/index.ts'
import type { Web } from '#platform/web/server.ts'
import { clausesOfKind } from '../clauses-of-kind.ts'
import { registersOf } from '../queries/registers.ts'
import { entryHome, paths } from '../register-paths.ts'
import { RegistersView } from '../views/registers-view.tsx'

/** The registers that a person may write in or look into. */
export function registersPage(app: Web): void {
  app.get(
    paths.all.route,
    { schema: { querystring: z.object({}) }, config: { audit: 'registers.viewed', access: entryHome.access } },
    async (request, reply) => {
      const { policy, registers } = await request.inTx((tx) => registersOf(tx, request.person()))
      const lines = registers.map((register) => {
        const record = policy.pack.records[register.kind]
        return {
          ...register,
          says: textOf(record?.plural ?? record?.says ?? register.kind),
          one: textOf(record?.says ?? register.kind),
          clauses: clausesOfKind(policy.pack, register.kind),
        }
      })
      return reply.view(<RegistersView registers={lines.toSorted((a, b) => a.says.localeCompare(b.says, 'en'))} />)
    },
  )
}
