import { z } from 'zod'
import { policyInForce, readSettings, textOf } from '#areas/policy/index.ts'
import { NotFound } from '#core/errors.ts'
import { emptyForm, type Form, FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { answerComplaint } from '../commands/answer-complaint.ts'
import { outcomes } from '../complaint.ts'
import { paths } from '../paths.ts'
import { readComplaints } from '../queries/read-complaints.ts'
import { ComplaintView } from '../views/complaint-view.tsx'
import { ComplaintsView } from '../views/complaints-view.tsx'

const access = ['staff', 'governor', 'parent'] as const
const params = z.object({ id: z.uuid() })

/** The complaints that somebody hears, and one of them with its answer. */
export function complaintPages(app: Web, parts: Parts): void {
  app.get(paths.all.route, { schema: {}, config: { audit: 'complaints.viewed', access } }, async (request, reply) => {
    const found = await request.inTx(async (tx) => ({
      complaints: await readComplaints(tx),
      zone: (await readSettings(tx)).zone,
    }))
    return reply.view(<ComplaintsView {...found} now={parts.clock.now()} />)
  })
  app.get(
    paths.one.route,
    { schema: { params }, config: { audit: 'complaint.viewed', access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readOne(tx, request.params.id))
      return reply.view(draw(found, parts, emptyForm(null)))
    },
  )
  app.post(
    paths.one.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'complaint.answer.sent', access } },
    async (request, reply) => {
      const actor = request.person()
      const found = await request.inTx((tx) => readOne(tx, request.params.id))
      const reader = new FormReader(request.body)
      const outcome = reader.choice('outcome', outcomes, 'Say what you decide')
      const answer = reader.text('answer', { max: 8000, required: 'Write down your answer' })
      const form = reader.done(null)
      if (hasErrors(form) || outcome === null) return reply.code(400).view(draw(found, parts, form))
      await request.inTx((tx) => answerComplaint(tx, actor, { complaint: found.complaint, outcome, answer }))
      return reply.flash('The complaint is answered').redirect(paths.one.to(found.complaint.id), 303)
    },
  )
}

async function readOne(tx: Tx, id: string) {
  const [complaint] = await readComplaints(tx, id)
  if (complaint === undefined) throw new NotFound('complaint.missing')
  const { pack } = await policyInForce(tx)
  const party = complaint.heardAs ?? complaint.body ?? ''
  return { complaint, party: textOf(pack.parties[party]?.says ?? party), zone: (await readSettings(tx)).zone }
}

const draw = (found: Awaited<ReturnType<typeof readOne>>, parts: Parts, form: Form<unknown>) => (
  <ComplaintView {...found} now={parts.clock.now()} typed={form.typed} errors={form.errors} />
)
