import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import { anonymousActor } from '#core/actor.ts'
import { NotFound } from '#core/errors.ts'
import { emptyForm, type Form, FormReader, hasErrors } from '#core/form.ts'
import type { Parts } from '#platform/parts.ts'
import { setActor } from '#platform/web/decorations.ts'
import type { Web } from '#platform/web/server.ts'
import { confirmReceipt, readReceipt } from '../commands/go-on.ts'
import { paths } from '../paths.ts'
import { ReceiptView } from '../views/receipt-view.tsx'

const params = z.object({ organisation: z.string().max(50), token: z.string().regex(/^[0-9a-f]{40}$/) })

/** Where the other school confirms that a file is there: no account, and no name of a pupil. */
export function receiptPage(app: Web, parts: Parts): void {
  app.get(
    paths.receipt.route,
    { schema: { params }, config: { audit: 'pupil_file.receipt.viewed', access: 'public', limit: 60 } },
    async (request, reply) => {
      const { found } = await open(parts, request, request.params)
      return reply.view(draw(found, emptyForm(null)))
    },
  )
  app.post(
    paths.receipt.route,
    {
      schema: { params, body: z.looseObject({}) },
      config: { audit: 'pupil_file.receipt.sent', access: 'public', limit: 30 },
    },
    async (request, reply) => {
      const { token } = request.params
      const { found, actor } = await open(parts, request, request.params)
      const reader = new FormReader(request.body)
      const form = reader.done({ by: reader.text('by', { max: 200, required: 'Say who you are' }) })
      if (hasErrors(form)) return reply.code(400).view(draw(found, form))
      await parts.db.inTx(actor, (tx) => confirmReceipt(tx, token, form.values.by))
      return reply.view(draw({ ...found, confirmed: true }, emptyForm(null)))
    },
  )
}

type Found = Awaited<ReturnType<typeof open>>['found']

async function open(parts: Parts, request: FastifyRequest, asked: z.infer<typeof params>) {
  const { rows } = await sql<{ organisation_id: string; name: string }>`
    select organisation_id, name from app.organisation_by_slug(${asked.organisation})`.execute(parts.db.identity)
  const [organisation] = rows
  if (organisation === undefined) throw new NotFound('organisation.unknown')
  const actor = anonymousActor(organisation.organisation_id)
  setActor(request, actor)
  const found = await parts.db.inTx(actor, async (tx) => ({
    ...(await readReceipt(tx, asked.token)),
    school: organisation.name,
    zone: (await readSettings(tx)).zone,
  }))
  return { found, actor }
}

const draw = ({ school, sentAt, confirmed, zone }: Found, form: Form<unknown>) => (
  <ReceiptView
    school={school}
    sentAt={sentAt}
    confirmed={confirmed}
    zone={zone}
    typed={form.typed}
    errors={form.errors}
  />
)
