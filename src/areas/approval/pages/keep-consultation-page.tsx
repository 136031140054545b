import { z } from 'zod'
import { draftPaths } from '#areas/drafting/index.ts'
import { readSettings } from '#areas/policy/index.ts'
import { FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { assertKeeps } from '../assert-keeps.ts'
import { answerComment } from '../commands/answer-comment.ts'
import { closeConsultation, openConsultation } from '../commands/open-consultation.ts'
import { paths } from '../paths.ts'
import { ASKED } from '../types.ts'
import { drawConsultation } from './draw-consultation.tsx'

const params = z.object({ draft: z.uuid() })
const querystring = z.object({ comment: z.uuid().optional().catch(undefined) })
const access = ['staff', 'governor'] as const
const body = z.looseObject({})

/** Opening, reading, answering and closing a consultation, for those who keep the policy. */
export async function keepConsultationPages(app: Web): Promise<void> {
  app.get(
    draftPaths.consultation.route,
    { schema: { params, querystring }, config: { audit: 'policy.consultation.kept.viewed', access } },
    async (request, reply) =>
      reply.view(
        await request.inTx(async (tx) => {
          await assertKeeps(tx)
          return drawConsultation(tx, request.params.draft, { answering: request.query.comment ?? null })
        }),
      ),
  )

  app.post(
    draftPaths.consultation.route,
    { schema: { params, body }, config: { audit: 'policy.consultation.open.sent', access } },
    async (request, reply) => {
      const actor = request.person()
      const { draft } = request.params
      const { form, today } = await request.inTx(async (tx) => {
        await assertKeeps(tx)
        const day = await todayIn(tx)
        return { form: readOpening(request.body, day), today: day }
      })
      const { until, audiences } = form.values
      if (hasErrors(form) || until === null)
        return reply
          .code(400)
          .view(
            await request.inTx((tx) => drawConsultation(tx, draft, { errors: form.errors, typed: form.typed, today })),
          )
      await request.inTx((tx) => openConsultation(tx, actor, { draftId: draft, audiences, until }))
      return reply
        .flash('The consultation is open. Everybody who is asked gets a notice.')
        .redirect(draftPaths.consultation.to(draft), 303)
    },
  )

  answerPages(app)
}

function answerPages(app: Web): void {
  app.post(
    paths.closeConsultation.route,
    { schema: { params, body }, config: { audit: 'policy.consultation.close.sent', access } },
    async (request, reply) => {
      const { draft } = request.params
      await request.inTx((tx) => closeConsultation(tx, request.person(), draft))
      return reply
        .flash('The consultation is closed. What was said stays here.')
        .redirect(draftPaths.consultation.to(draft), 303)
    },
  )

  app.post(
    paths.answerComment.route,
    {
      schema: { params: params.extend({ comment: z.uuid() }), body },
      config: { audit: 'policy.comment.answer.sent', access },
    },
    async (request, reply) => {
      const { draft, comment } = request.params
      const reader = new FormReader(request.body)
      const taken = reader.choice('taken_up', ['yes', 'no'], 'Say whether it is taken up')
      const form = reader.done({ answer: reader.text('answer', { required: 'Write what you answer', max: 4000 }) })
      if (hasErrors(form))
        return reply.code(400).view(
          await request.inTx(async (tx) => {
            await assertKeeps(tx)
            return drawConsultation(tx, draft, { answering: comment, errors: form.errors, typed: form.typed })
          }),
        )
      await request.inTx((tx) =>
        answerComment(tx, request.person(), { id: comment, takenUp: taken === 'yes', answer: form.values.answer }),
      )
      return reply
        .flash('The answer is there for its author to read.')
        .redirect(`${draftPaths.consultation.to(draft)}#comment-${comment}`, 303)
    },
  )
}

/** The day it is at the school. */
export async function todayIn(tx: Tx): Promise<Temporal.PlainDate> {
  const { zone } = await readSettings(tx)
  return nowIn(tx).toZonedDateTimeISO(zone).toPlainDate()
}

function readOpening(from: unknown, today: Temporal.PlainDate) {
  const reader = new FormReader(from)
  const audiences = reader.choices('audiences', ASKED)
  if (audiences.length === 0) reader.fault('audiences', 'Choose at least one group')
  const until = reader.date('until', 'the last day')
  if (until !== null && Temporal.PlainDate.compare(until, today) < 0)
    reader.fault('until', 'The last day must be today or later')
  return reader.done({ audiences, until })
}
