import { z } from 'zod'
import { addressesOf } from '#areas/records/index.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { paths } from '../paths.ts'
import { readEvidence } from '../queries/page-facts.ts'
import { lookedAt } from '../queries/record-at.ts'
import { EvidenceView } from '../views/evidence-view.tsx'

/** All evidence of one record. */
export function recordPage(app: Web, parts: Parts): void {
  app.get(
    paths.of.route,
    {
      schema: { params: z.object({ id: z.uuid() }) },
      config: { audit: 'evidence.of.viewed', access: ['staff', 'governor'] },
    },
    async (request, reply) => {
      const evidence = await request.inTx(async (tx) => {
        await lookedAt(tx, request.params.id)
        return readEvidence(tx, request.params.id)
      })
      const { record } = evidence
      const back = { href: addressesOf(record.kind).show.to(record.id), text: `Back to ${record.reference}` }
      return reply.view(<EvidenceView evidence={evidence} back={back} now={parts.clock.now()} />)
    },
  )
}
