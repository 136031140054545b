import { z } from 'zod'
import { draftPaths } from '#areas/drafting/index.ts'
import { FormReader, hasErrors } from '#core/form.ts'
import type { Web } from '#platform/web/server.ts'
import { giveApproval } from '../commands/give-approval.ts'
import { offerDraft } from '../commands/offer-draft.ts'
import { paths } from '../paths.ts'
import { drawApproval, readApproval } from './draw-approval.tsx'

const params = z.object({ draft: z.uuid() })
const body = z.looseObject({})
const access = ['staff', 'governor'] as const

/** Offering a draft for approval, and giving one's word. */
export async function approvalPages(app: Web): Promise<void> {
  app.get(
    draftPaths.approval.route,
    { schema: { params }, config: { audit: 'policy.approval.viewed', access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readApproval(tx, request.person(), request.params.draft))
      return reply.view(drawApproval(found, { typed: {}, errors: {} }))
    },
  )

  app.post(
    paths.offer.route,
    { schema: { params, body }, config: { audit: 'policy.approval.offer.sent', access } },
    async (request, reply) => {
      const { draft } = request.params
      const revision = Number(new FormReader(request.body).text('revision'))
      await request.inTx((tx) => offerDraft(tx, request.person(), draft, revision))
      return reply
        .flash('The draft is offered. Those who approve it get a notice.')
        .redirect(draftPaths.approval.to(draft), 303)
    },
  )

  app.post(
    draftPaths.approval.route,
    { schema: { params, body }, config: { audit: 'policy.approval.sent', access } },
    async (request, reply) => {
      const actor = request.person()
      const { draft } = request.params
      const found = await request.inTx((tx) => readApproval(tx, actor, draft))
      const form = readWord(request.body, found)
      const { answer, decidedOn } = form.values
      if (hasErrors(form) || answer === null || decidedOn === null)
        return reply.code(400).view(drawApproval(found, { typed: form.typed, errors: form.errors }))
      const { voice, minute, reason, revision } = form.values
      await request.inTx((tx) =>
        giveApproval(tx, actor, {
          draftId: draft,
          decision: found.waits?.id ?? '',
          voice,
          answer,
          reason,
          decidedOn,
          minute,
          revision,
        }),
      )
      const says = answer === 'yes' ? 'It is written down.' : 'It is written down. The draft goes back to be edited.'
      return reply.flash(says).redirect(draftPaths.approval.to(draft), 303)
    },
  )
}

type Found = Awaited<ReturnType<typeof readApproval>>

function readWord(from: unknown, { voices, today }: Found) {
  const reader = new FormReader(from)
  const voice =
    reader.choice(
      'voice',
      voices.map((one) => one.value),
      'Choose as whom you decide',
    ) ?? ''
  const answer = reader.choice('answer', ['yes', 'no'], 'Choose yes or no')
  const decidedOn = reader.date('decided', 'the day of the decision')
  if (decidedOn !== null && Temporal.PlainDate.compare(decidedOn, today) > 0)
    reader.fault('decided', 'The day of the decision must be today or before')
  const needsMinute = voices.find((one) => one.value === voice)?.minute === true
  const minute = reader.text('minute', { max: 200, ...(needsMinute ? { required: 'Enter the minute' } : {}) })
  const reason = reader.text('reason', { max: 4000, ...(answer === 'no' ? { required: 'Write why not' } : {}) })
  return reader.done({ voice, answer, decidedOn, minute, reason, revision: Number(reader.text('revision')) })
}
