import { z } from 'zod'
import { policyInForce, readSettings } from '#areas/policy/index.ts'
import { actingAs, namesOf } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { NotFound } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { recordLook } from '#platform/ledger/event.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { paths } from '../paths.ts'
import { chronologyLines } from './chronology-lines.ts'
import { ChronologyView } from './chronology-view.tsx'

/** What happened around one person across all cases, for those who handle cases. */
export async function chronologyPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.chronology.route,
    {
      schema: { params: z.object({ person: z.uuid() }) },
      config: { audit: 'incident.chronology.viewed', access: ['staff', 'governor'] },
    },
    async (request, reply) => {
      const found = await request.inTx((tx) => readPage(tx, request.person(), request.params.person))
      return reply.view(<ChronologyView {...found} now={parts.clock.now()} />)
    },
  )
}

async function readPage(tx: Tx, actor: PersonActor, personId: string) {
  const policy = await policyInForce(tx)
  const mine = await actingAs(tx, policy, actor.personId, { kind: 'incident', circle: '', openedBy: null })
  const names = await namesOf(tx, [personId, actor.personId])
  const name = names.get(personId)
  if (name === undefined || !mine.includes('handler')) throw new NotFound('incident.chronology')
  const lines = await chronologyLines(tx, actor.personId, personId)
  // One look for the whole of it: at the person, and not at each case.
  recordLook(tx, {
    code: 'person.chronology',
    subject: { kind: 'person', id: personId },
    personId,
    details: { count: lines.length },
  })
  return { personId, name, lines, by: names.get(actor.personId) ?? '', zone: (await readSettings(tx)).zone }
}
