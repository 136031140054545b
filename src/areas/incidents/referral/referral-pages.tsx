import { z } from 'zod'
import { caseProps, namesOf, readCaseFacts } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { Forbidden } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import { recordLook } from '#platform/ledger/event.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import type { Web } from '#platform/web/server.ts'
import { incidentHome } from '../home.ts'
import { KIND_FIELD, sayKind } from '../kinds.ts'
import { paths } from '../paths.ts'
import { referralDocument, referralParts } from './referral-form.ts'
import { ReferralView } from './referral-view.tsx'
import { referredTo } from './referred-to.ts'

const params = z.object({ id: z.uuid() })
const access = ['staff', 'governor'] as const
const to = z.string().max(100).optional()
const chosen = z.object({
  to,
  part: z
    .union([z.string().max(600), z.array(z.string().max(600)).max(200)])
    .optional()
    .transform((part) => [part ?? []].flat()),
})

/** What a case has to say to a body outside: to copy, and as a form on paper. */
export async function referralPages(app: Web): Promise<void> {
  app.get(
    paths.referral.route,
    { schema: { params, querystring: z.object({ to }) }, config: { audit: 'incident.referral.viewed', access } },
    async (request, reply) => {
      const { one, parts } = await request.inTx((tx) => readParts(tx, request.person(), request.params.id))
      const to = referredTo(one, request.query.to)
      return reply.view(<ReferralView id={one.id} reference={one.reference} parts={parts} to={to} />)
    },
  )
  app.get(
    paths.referralPdf.route,
    { schema: { params, querystring: chosen }, config: { audit: 'incident.referral.printed', access, limit: 60 } },
    async (request, reply) => {
      const actor = request.person()
      const { part } = request.query
      const found = await request.inTx(async (tx) => {
        const { one, parts, zone } = await readParts(tx, actor, request.params.id)
        const sent = parts.filter((candidate) => part.includes(candidate.id))
        recordLook(tx, {
          code: 'incident.exported',
          subject: { kind: 'record', id: one.id },
          recordId: one.id,
          details: {
            way: 'referral',
            ...(request.query.to === undefined ? {} : { to: request.query.to }),
            parts: sent.map((candidate) => candidate.title),
          },
        })
        const by = (await namesOf(tx, [actor.personId])).get(actor.personId) ?? ''
        return { one, sent, made: { by, at: nowIn(tx), zone } }
      })
      const pdf = await renderPdf(
        referralDocument(found.one.reference, found.sent, found.made, referredTo(found.one, request.query.to)),
        { standard: 'ua-1' },
      )
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="referral-${found.one.reference}.pdf"`)
        .header('cache-control', 'private, no-store')
        .send(pdf)
    },
  )
}

async function readParts(tx: Tx, actor: PersonActor, id: string) {
  const facts = await readCaseFacts(tx, actor, incidentHome, id)
  // Whoever only reads it for a while in an emergency sends nothing of it anywhere.
  if (!facts.mine.includes('handler')) throw new Forbidden('incident.referral')
  const { one } = facts
  const props = caseProps(incidentHome, facts, nowIn(tx), [KIND_FIELD])
  return { one, zone: props.zone, parts: referralParts({ ...props, kind: sayKind(one.policy, one.category) }) }
}
