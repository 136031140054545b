import { z } from 'zod'
import { textOf } from '#areas/policy/index.ts'
import { closeRecord, moveRecord, readCase } from '#areas/records/index.ts'
import { BadInput } from '#core/errors.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import type { Web } from '#platform/web/server.ts'
import { readReason } from '../forms.ts'
import { paths } from '../paths.ts'
import { ReasonView } from '../views/reason-view.tsx'

const params = z.object({ id: z.uuid() })
const toFlow = z.string().regex(/^flow\/[a-z][a-z0-9_]{0,79}$/)
const access = ['staff', 'governor'] as const

const closing = {
  title: 'Close the case',
  lede: 'It stays in the log as it is. Nothing more can be recorded in it.',
  question: 'How did it end?',
  button: 'Close the case',
}

/** What is done to a whole case with a reason: closing it, and moving it to another chart. */
export async function wholeCasePages(app: Web): Promise<void> {
  await closePages(app)
  await movePages(app)
}

async function closePages(app: Web): Promise<void> {
  app.get(
    paths.close.route,
    { schema: { params }, config: { audit: 'incident.close.viewed', access } },
    async (request, reply) => {
      const one = await request.inTx((tx) => readCase(tx, request.params.id))
      return reply.view(<ReasonView id={one.id} reference={one.reference} {...closing} typed={{}} errors={{}} />)
    },
  )
  app.post(
    paths.close.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'incident.close.sent', access } },
    async (request, reply) => {
      const actor = request.person()
      const { id } = request.params
      const form = readReason(request.body, 'Say how it ended')
      if (hasErrors(form)) {
        const one = await request.inTx((tx) => readCase(tx, id))
        return reply
          .code(400)
          .view(<ReasonView id={id} reference={one.reference} {...closing} typed={form.typed} errors={form.errors} />)
      }
      await request.inTx((tx) => closeRecord(tx, actor, { recordId: id, outcome: form.values.reason }))
      return reply.flash('The case is closed').redirect(paths.show.to(id), 303)
    },
  )
}

async function movePages(app: Web): Promise<void> {
  app.get(
    paths.move.route,
    { schema: { params, querystring: z.object({ to: toFlow }) }, config: { audit: 'incident.move.viewed', access } },
    async (request, reply) => {
      const one = await request.inTx((tx) => readCase(tx, request.params.id))
      const flow = one.policy.pack.flows[request.query.to.slice('flow/'.length)]
      if (flow === undefined) throw new BadInput('incident.move.unknown')
      return reply.view(
        <ReasonView
          id={one.id}
          reference={one.reference}
          {...moving(textOf(flow.says))}
          hidden={{ name: 'to', value: request.query.to }}
          {...emptyForm(null)}
        />,
      )
    },
  )
  app.post(
    paths.move.route,
    { schema: { params, body: z.looseObject({ to: toFlow }) }, config: { audit: 'incident.move.sent', access } },
    async (request, reply) => {
      const actor = request.person()
      const { id } = request.params
      const form = readReason(request.body, 'Say why the case is moved')
      const to = `flow/${request.body.to.slice('flow/'.length)}` as const
      const errors = hasErrors(form) ? form.errors : await move()
      if (errors === null)
        return reply
          .flash('The case goes on in the other chart. Everything that was done is kept.')
          .redirect(paths.show.to(id), 303)
      const one = await request.inTx((tx) => readCase(tx, id))
      const title = textOf(one.policy.pack.flows[to.slice('flow/'.length)]?.says ?? to)
      return reply
        .code(400)
        .view(
          <ReasonView
            id={id}
            reference={one.reference}
            {...moving(title)}
            hidden={{ name: 'to', value: to }}
            typed={form.typed}
            errors={errors}
          />,
        )

      async function move(): Promise<Readonly<Record<string, string>> | null> {
        const taken = await request.inTx((tx) =>
          moveRecord(tx, actor, { recordId: id, to, reason: form.values.reason }),
        )
        return taken.ok ? null : { reason: taken.says }
      }
    },
  )
}

const moving = (chart: string) => ({
  title: `Go over to “${chart}”`,
  lede: 'Everything that was done stays. What is open in the other chart is left.',
  question: 'Why is the case moved?',
  button: 'Move the case',
})
