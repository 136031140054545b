import { z } from 'zod'
import { textOf } from '#areas/policy/index.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { Button } from '#ui/button/button.tsx'
import { mayOpen } from '../acting-as.ts'
import { caseProps, readCaseFacts } from '../case/case-on-page.ts'
import { markSeen } from '../commands/mark-seen.ts'
import { isKeptUp } from '../entries/change-entry.ts'
import { entryHome } from '../register-paths.ts'
import { CaseView } from '../views/case-view.tsx'

/** One entry of a register. */
export function entryPage(app: Web, parts: Parts): void {
  app.get(
    entryHome.paths.show.route,
    { schema: { params: z.object({ id: z.uuid() }) }, config: { audit: 'entry.viewed', access: entryHome.access } },
    async (request, reply) => {
      const { id } = request.params
      const found = await request.inTx(async (tx) => {
        const facts = await readCaseFacts(tx, request.person(), entryHome, id)
        await markSeen(tx, [id])
        const { one } = facts
        const kept = one.state === 'open' && isKeptUp(one.policy.pack.records[one.kind])
        return { ...facts, mayChange: kept && (await mayOpen(tx, one.policy, request.person().personId, one.kind)) }
      })
      const { one } = found
      const record = one.policy.pack.records[one.kind]
      return reply.view(
        <CaseView
          {...caseProps(entryHome, found, parts.clock.now())}
          kind={textOf(record?.says ?? one.kind)}
          formTitle="In the register"
          actions={
            found.mayChange && (
              <Button href={`${entryHome.paths.show.to(id)}/change`} variant="secondary" small>
                Change
              </Button>
            )
          }
          evidence={
            // Another area's page: where looks are noted, a thing may be held and handed on, such as a pupil's phone.
            record?.reading === 'noted' && (
              <p class="govuk-body-s kept-noprint">
                <a class="govuk-link" href={`/evidence/of/${id}`}>
                  Evidence, custody and receipts
                </a>
              </p>
            )
          }
          back={{ href: entryHome.list(one.kind), text: textOf(record?.plural ?? record?.says ?? one.kind) }}
        />,
      )
    },
  )
}
