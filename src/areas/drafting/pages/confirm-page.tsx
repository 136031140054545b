import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { policyInForceOrNone, readSettings, textOf } from '#areas/policy/index.ts'
import { sayInstant } from '#core/calendar/say-date.ts'
import { Refused } from '#core/errors.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { answerPoint } from '../commands/answer-point.ts'
import { paths } from '../paths.ts'
import { type Confirmation, myConfirmations } from '../queries/confirmations.ts'
import { namesOf } from '../queries/names-of.ts'
import { ConfirmView } from '../views/confirm-view.tsx'

const body = z.object({
  id: z.uuid(),
  answer: z.enum(['yes', 'no']),
  words: z.string().max(4_000).default(''),
})
const config = (audit: string) => ({ audit, access: ['staff' as const, 'governor' as const] })

interface Fault {
  readonly id: string
  readonly typed: string
  readonly says: string
}

/** What was sent to whoever looks, to be confirmed for a post that they hold; they see nothing else of the draft. */
export function confirmPage(app: Web, parts: Parts): void {
  app.get(
    paths.toConfirm.route,
    { schema: { querystring: z.object({}) }, config: config('policy.confirm.viewed') },
    async (request, reply) => show(request, reply, parts),
  )
  app.post(
    paths.toConfirm.route,
    { schema: { body }, config: config('policy.confirm.sent') },
    async (request, reply) => {
      const sent = request.body
      try {
        const settled = await request.inTx((tx) => answerPoint(tx, request.person(), sent))
        return reply.flash(said(sent.answer, settled)).redirect(paths.toConfirm.to(), 303)
      } catch (refusal) {
        if (!(refusal instanceof Refused)) throw refusal
        return show(request, reply.code(409), parts, { id: sent.id, typed: sent.words, says: refusal.message })
      }
    },
  )
}

function said(answer: 'yes' | 'no', settled: boolean): string {
  if (answer === 'no') return 'Thank you. What you propose is with those who keep the policy.'
  return settled
    ? 'Thank you. It is confirmed.'
    : 'Thank you. It has changed since it was sent to you; your word is kept.'
}

async function show(request: FastifyRequest, reply: FastifyReply, parts: Parts, fault?: Fault) {
  const { mine, names, zone, partyOf } = await request.inTx(async (tx) => {
    const found = await myConfirmations(tx)
    const pack = (await policyInForceOrNone(tx))?.pack
    return {
      mine: found,
      names: await namesOf(
        tx,
        found.map(({ askedBy }) => askedBy),
      ),
      zone: (await readSettings(tx)).zone,
      partyOf: (post: string) => textOf(pack?.parties[post]?.says ?? post.replaceAll('_', ' ')),
    }
  })
  const at = (when: Temporal.Instant) => sayInstant(when, parts.clock.now(), zone)
  const shown = (one: Confirmation) => ({
    ...one,
    asked: `You are asked as the ${partyOf(one.post)}, by ${names.get(one.askedBy) ?? 'those who keep the policy'}, ${at(one.askedAt)}.`,
    ...(fault?.id === one.id ? { typed: fault.typed, error: fault.says } : {}),
  })
  const waiting = mine.filter(({ state }) => state === 'waiting').map(shown)
  const known = fault !== undefined && waiting.some(({ id }) => id === fault.id)
  return reply.view(
    <ConfirmView
      waiting={waiting}
      answered={mine
        .filter(({ state }) => state === 'yes' || state === 'no')
        .toReversed()
        .map((one) => ({
          title: one.title,
          says: `${one.state === 'yes' ? 'Yes, so it is' : 'No, it should be otherwise'}: ${at(one.answeredAt ?? one.askedAt)}.`,
          words: one.words,
        }))}
      errors={fault === undefined ? undefined : { [known ? `w-${fault.id}` : 'main']: fault.says }}
    />,
  )
}
