import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { BadInput, Refused } from '#core/errors.ts'
import { FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { sendPoints } from '../commands/send-points.ts'
import { partiesAsked, reopenPoints, settlePoints, type Word } from '../commands/settle-points.ts'
import { takeBack } from '../commands/take-back.ts'
import { asKeeper, keepers } from '../keeper.ts'
import { paths } from '../paths.ts'
import { currentPosts } from '../queries/current-posts.ts'
import { readDraft } from '../queries/read-draft.ts'
import { pointAt } from '../settle/points.ts'
import { readAnswer } from '../settle/read-answer.ts'
import { SettleView } from '../views/settle-view.tsx'
import { readSettle, type SettleFilter } from './read-settle.ts'

const params = z.object({ draft: z.uuid() })
const querystring = z.object({
  kind: z.enum(['reading', 'interval', 'value', 'part']).optional().catch(undefined),
  state: z.enum(['open', 'settled', 'all']).catch('open'),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})
const body = z.looseObject({
  do: z.enum(['confirm', 'change', 'reopen', 'group', 'send', 'send_group', 'take_back']),
  place: z.string().max(600).catch(''),
  post: z.string().max(80).catch(''),
  places: z.string().max(100_000).catch(''),
  seen: z.string().max(64).catch(''),
  query: z.string().max(200).catch(''),
  at: z.string().max(20).catch(''),
})
type Sent = z.infer<typeof body>

const DONE: Readonly<Record<Sent['do'], string>> = {
  confirm: 'Confirmed.',
  change: 'Confirmed.',
  group: 'Confirmed.',
  reopen: 'It is open again.',
  send: 'Sent. They are told, and their answer will stand here.',
  send_group: 'Sent. They are told, and their answers will stand here.',
  take_back: 'They are not asked any more.',
}

/** Everything that the policy leaves open: confirmed one by one or by group, said otherwise, and taken back. */
export function settlePage(app: Web, parts: Parts): void {
  app.get(
    paths.settle.route,
    { schema: { params, querystring }, config: keepers('policy.draft.settle.viewed') },
    async (request, reply) => show(request, reply, parts, request.params.draft, request.query),
  )

  app.post(
    paths.settle.route,
    { schema: { params, body }, config: keepers('policy.draft.settle.sent') },
    async (request, reply) => {
      const { draft } = request.params
      const sent = request.body
      const filter = querystring.parse(Object.fromEntries(new URLSearchParams(sent.query)))
      try {
        const fault = await asKeeper(request, (tx) => carryOut(tx, request, draft, sent))
        if (fault !== null) return await show(request, reply.code(400), parts, draft, filter, { [sent.place]: fault })
      } catch (refusal) {
        if (!(refusal instanceof Refused || refusal instanceof BadInput)) throw refusal
        return show(request, reply.code(409), parts, draft, filter, { [sent.place]: refusal.message })
      }
      const query = sent.query === '' ? '' : `?${sent.query}`
      const anchor = /^[ps]-\d{1,4}$/.test(sent.at) ? `#${sent.at}` : ''
      return reply.flash(DONE[sent.do]).redirect(paths.settle.to(draft, `${query}${anchor}`), 303)
    },
  )
}

/** Does what a form asked for; a sentence when something in it was wrong. */
async function carryOut(tx: Tx, request: FastifyRequest, draftId: string, sent: Sent): Promise<string | null> {
  const actor = request.person()
  if (sent.do === 'reopen') {
    await reopenPoints(tx, actor, { draftId, places: [sent.place] })
    return null
  }
  const several = sent.do === 'group' || sent.do === 'send_group'
  const places = several ? sent.places.split(' ').filter((place) => place !== '') : [sent.place]
  if (sent.do === 'take_back') {
    await takeBack(tx, draftId, places)
    return null
  }
  if (sent.do === 'send' || sent.do === 'send_group') {
    await sendPoints(tx, actor, { draftId, places, ...(sent.post === '' ? {} : { post: sent.post }) })
    return null
  }
  const { pack } = await readDraft(tx, draftId)
  const points = places.map((place) => pointAt(pack, place))
  const found = points.filter((point) => point !== null)
  if (found.length < points.length || found.length === 0)
    return 'One of these is not in the draft any more. Look again.'
  const reader = new FormReader(sent)
  const asked = partiesAsked(found, await currentPosts(tx)).length > 0
  const word = asked ? readWord(reader) : null
  const [only] = found
  const to = sent.do === 'change' && only !== undefined ? readAnswer(reader, pack, only) : undefined
  const form = reader.done({ word, to })
  if (hasErrors(form)) return Object.values(form.errors).join('. ')
  const settle = places.map((place) => (to === undefined || to === null ? { place } : { place, to }))
  await settlePoints(tx, actor, { draftId, settle, word, ...(sent.do === 'group' ? { seen: sent.seen } : {}) })
  return null
}

function readWord(reader: FormReader): Word | null {
  const who = reader.text('who', { required: 'Enter who said so', max: 200 })
  const on = reader.date('on', 'the day on which it was said')
  const where = reader.text('where', { required: 'Enter where it was said', max: 200 })
  return on === null ? null : { who, on, where }
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: Parts,
  draftId: string,
  filter: SettleFilter,
  faults: Readonly<Record<string, string>> = {},
) {
  const view = await asKeeper(request, (tx) => readSettle(tx, parts.clock, draftId, filter, faults))
  return reply.view(<SettleView {...view} />)
}
