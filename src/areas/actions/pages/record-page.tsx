import { z } from 'zod'
import { textOf } from '#areas/policy/index.ts'
import { addressesOf, CaseView, caseProps, markSeen, type RecordHome, readCaseFacts } from '#areas/records/index.ts'
import { derivedFrom } from '#pack/engines/actions/kinds.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { Button } from '#ui/button/button.tsx'
import { paths } from '../paths.ts'

/** One action or exception: how it stands, what is to be done, for whom, and the case that it follows from. */
export function recordPage(app: Web, parts: Parts, home: RecordHome, title: string): void {
  app.get(
    home.paths.show.route,
    { schema: { params: z.object({ id: z.uuid() }) }, config: { audit: `${home.audit}.viewed`, access: home.access } },
    async (request, reply) => {
      const { id } = request.params
      const found = await request.inTx(async (tx) => {
        const facts = await readCaseFacts(tx, request.person(), home, id)
        await markSeen(tx, [id])
        return facts
      })
      const { came, one } = found
      return reply.view(
        <CaseView
          {...caseProps(home, found, parts.clock.now())}
          kind={kindWords(one.policy.pack, one.kind)}
          formTitle="What was decided"
          back={{ href: home.list(one.kind), text: title }}
          actions={
            <>
              {derivedFrom(one.kind)?.of === 'letter' && (
                <Button href={paths.letter.show.to(id)} variant="secondary" small>
                  Read and print the letter
                </Button>
              )}
              {came !== null && (
                <Button href={addressesOf('incident').show.to(came.id)} variant="secondary" small>
                  Go to the case
                </Button>
              )}
            </>
          }
        />,
      )
    },
  )
}

const KINDS = { sanction: 'Sanction', support: 'Support', referral: 'Referral' } as const

function kindWords(pack: Pack, kind: string): string {
  const derived = derivedFrom(kind)
  const action = derived?.of === 'action' ? pack.actions[derived.id] : undefined
  return action === undefined ? textOf(pack.records[kind]?.says ?? kind) : KINDS[action.kind]
}
