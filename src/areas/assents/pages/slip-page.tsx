import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { PackFields, readFields } from '#areas/records/index.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, FormReader, hasErrors } from '#core/form.ts'
import type { Web } from '#platform/web/server.ts'
import { agreementText, assentOf } from '../agreement-text.ts'
import { recordPaperSlip } from '../commands/record-paper-slip.ts'
import { readAnswers } from '../forms/read-sign.ts'
import { slipFields } from '../named-on-slip.ts'
import { paths } from '../paths.ts'
import { readPeople } from '../queries/read-people.ts'
import type { OpenSlip } from '../queries/read-slip.ts'
import { readSlip, withoutOwn } from '../queries/read-slip.ts'
import { SlipView } from '../views/slip-view.tsx'

const params = z.object({ id: z.uuid() })

/** Recording one slip that was signed on paper. */
export async function slipPage(app: Web): Promise<void> {
  app.get(
    paths.slip.route,
    { schema: { params }, config: { audit: 'agreement.slip.viewed', access: ['staff'] } },
    async (request, reply) => {
      const found = await openSlip(request, request.params.id)
      return reply.view(draw(found, emptyForm(null)))
    },
  )

  app.post(
    paths.slip.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'agreement.slip.sent', access: ['staff'] } },
    async (request, reply) => {
      const found = await openSlip(request, request.params.id)
      const form = readForm(request.body, found.slip)
      const { signerId, signedOn, ...rest } = form.values
      if (hasErrors(form) || signerId === null || signedOn === null) return reply.code(400).view(draw(found, form))
      await request.inTx((tx) =>
        recordPaperSlip(tx, request.person(), { requestId: found.slip.request.id, signerId, signedOn, ...rest }),
      )
      return reply
        .flash(`The slip for ${found.slip.about} is recorded.`)
        .redirect(paths.person.to(found.slip.request.aboutId), 303)
    },
  )
}

interface Found {
  readonly slip: OpenSlip
  readonly seenBy: string
}

const openSlip = (request: FastifyRequest, id: string): Promise<Found> =>
  request.inTx(async (tx) => {
    const { personId } = request.person()
    const slip = withoutOwn(await readSlip(tx, id), personId)
    return { slip, seenBy: (await readPeople(tx, [personId])).get(personId)?.name ?? '' }
  })

const fieldsOf = (slip: OpenSlip) => slipFields(slip.pack, assentOf(slip.pack, slip.request.assent))

function readForm(body: unknown, slip: OpenSlip) {
  const reader = new FormReader(body)
  const signerId = reader.choice(
    'signer',
    slip.signers.map((one) => one.id),
    'Choose who signed the slip',
  )
  const signedOn = reader.date('signed', 'the date on the slip')
  const typedName = reader.text('name', { max: 400 })
  const note = reader.text('note', { max: 2000 })
  const answers = readAnswers(reader, agreementText(slip.pack, slip.request.assent))
  const values = readFields(reader, fieldsOf(slip))
  const fields = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, String(value)]))
  return reader.done({ signerId, signedOn, typedName, note, answers, fields })
}

const draw = ({ slip, seenBy }: Found, form: Form<unknown>) => (
  <SlipView
    requestId={slip.request.id}
    aboutId={slip.request.aboutId}
    title={slip.title}
    about={slip.about}
    signers={slip.signers}
    text={agreementText(slip.pack, slip.request.assent)}
    slip={<PackFields fields={fieldsOf(slip)} typed={form.typed} errors={form.errors} />}
    form={form}
    seenBy={seenBy}
  />
)
