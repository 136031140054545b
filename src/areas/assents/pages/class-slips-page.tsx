import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { policyInForce } from '#areas/policy/index.ts'
import type { Form } from '#core/form.ts'
import { emptyForm, FormReader, hasErrors } from '#core/form.ts'
import type { Web } from '#platform/web/server.ts'
import { agreementText } from '../agreement-text.ts'
import { recordPaperSlip } from '../commands/record-paper-slip.ts'
import { isOnItsOwn } from '../forms/read-sign.ts'
import { paths } from '../paths.ts'
import { listAskings } from '../queries/list-askings.ts'
import { readClass } from '../queries/read-classes.ts'
import { readPeople } from '../queries/read-people.ts'
import type { OpenSlip } from '../queries/read-slip.ts'
import { readSlip, withoutOwn } from '../queries/read-slip.ts'
import { queryOf } from '../views/asking-words.ts'
import { ClassSlipsView } from '../views/class-slips-view.tsx'
import { pupilOptions } from './class-page.tsx'
import { onPaper } from './overview-page.tsx'

const MOST = 200
const params = z.object({ id: z.uuid() })
const querystring = z.object({
  assent: z
    .string()
    .regex(/^[a-z0-9_]{0,80}$/)
    .catch(''),
})

/** Recording the paper slips of a whole class. */
export async function classSlipsPage(app: Web): Promise<void> {
  app.get(
    paths.classSlips.route,
    { schema: { params, querystring }, config: { audit: 'agreement.slips.viewed', access: ['staff'] } },
    async (request, reply) => {
      const found = await openClass(request, request.params.id, request.query.assent)
      return reply.view(draw(found, emptyForm(null)))
    },
  )

  app.post(
    paths.classSlips.route,
    {
      schema: { params, querystring, body: z.looseObject({}) },
      config: { audit: 'agreement.slips.sent', access: ['staff'] },
    },
    async (request, reply) => {
      const actor = request.person()
      const found = await openClass(request, request.params.id, request.query.assent)
      const form = readForm(request.body, found.slips)
      const { signedOn, chosen } = form.values
      if (hasErrors(form) || signedOn === null) return reply.code(400).view(draw(found, form))
      await request.inTx(async (tx) => {
        for (const one of chosen) await recordPaperSlip(tx, actor, { ...one, signedOn })
      })
      return reply
        .flash(chosen.length === 1 ? '1 slip is recorded.' : `${chosen.length} slips are recorded.`)
        .redirect(paths.class.to(found.class.id, queryOf({ assent: found.assent })), 303)
    },
  )
}

interface Found {
  readonly class: { readonly id: string; readonly name: string }
  readonly assent: string
  readonly title: string
  readonly slips: readonly OpenSlip[]
  readonly seenBy: string
}

/** The pupils of a class who have not signed an agreement that may come on paper, each with their slip. */
export const openClass = (request: FastifyRequest, id: string, wanted: string): Promise<Found> =>
  request.inTx(async (tx) => {
    const policy = await policyInForce(tx)
    const own = await readClass(tx, id)
    const options = pupilOptions(policy).filter((one) => onPaper(policy).includes(one.value))
    const assent = options.find((one) => one.value === wanted) ?? options[0]
    const filter = { view: 'unsigned', classId: id, words: '', page: 1, size: MOST } as const
    const rows = await listAskings(tx, { ...filter, assent: assent?.value ?? '' })
    const { personId } = request.person()
    const slips: OpenSlip[] = []
    for (const row of rows) slips.push(withoutOwn(await readSlip(tx, row.id), personId))
    return {
      class: own,
      assent: assent?.value ?? '',
      title: assent?.text ?? '',
      slips,
      seenBy: (await readPeople(tx, [personId])).get(personId)?.name ?? '',
    }
  })

function readForm(body: unknown, slips: readonly OpenSlip[]) {
  const reader = new FormReader(body)
  const signedOn = reader.date('signed', 'the date on the slips')
  const chosen = slips.flatMap((slip) => {
    const allowed = slip.signers.map((one) => one.id)
    const signerId = reader.choice(slip.request.id, allowed, '')
    return signerId === null ? [] : { requestId: slip.request.id, signerId }
  })
  if (chosen.length === 0) reader.fault('slips', 'Choose who signed for at least one pupil')
  return reader.done({ signedOn, chosen })
}

const draw = (found: Found, form: Form<unknown>) => (
  <ClassSlipsView
    class={found.class}
    assent={found.assent}
    title={found.title}
    rows={found.slips.map((slip) => ({ requestId: slip.request.id, name: slip.about, signers: slip.signers }))}
    form={form}
    seenBy={found.seenBy}
    each={found.slips.some((slip) => agreementText(slip.pack, found.assent).statements.some(isOnItsOwn))}
  />
)
