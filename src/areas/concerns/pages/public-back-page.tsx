import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import type { AnonymousActor } from '#core/actor.ts'
import { anonymousActor } from '#core/actor.ts'
import { emptyForm, FormReader, hasErrors } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { writeFromReporter } from '../commands/write-from-reporter.ts'
import { readText } from '../forms.ts'
import { paths } from '../paths.ts'
import type { Door } from '../public-door.ts'
import { openDoor } from '../public-door.ts'
import { filesAreOpen } from '../queries/files-of.ts'
import { findByReceipt } from '../queries/find-by-receipt.ts'
import { readConversation } from '../queries/read-conversation.ts'
import { readReceipt, receiptKey } from '../receipt.ts'
import { receiveFile } from '../receive-file.ts'
import { BackView } from '../views/back-view.tsx'
import type { TalkViewProps } from '../views/talk-view.tsx'
import { TalkView } from '../views/talk-view.tsx'
import type { WrongReceipts } from '../wrong-receipts.ts'
import { countWrongReceipts } from '../wrong-receipts.ts'

const params = z.object({ organisation: z.string().max(50) })
const body = z.looseObject({})

/** Coming back with a receipt: reading the answer and writing more, still without a name. */
export async function publicBackPage(app: Web, parts: Parts): Promise<void> {
  const wrong = countWrongReceipts(parts.db)

  app.get(
    paths.back.route,
    { schema: { params }, config: { audit: 'concern.back.viewed', access: 'public' } },
    async (request, reply) => {
      const { slug } = await openDoor(parts.db, request, request.params.organisation)
      return reply.view(<BackView slug={slug} {...emptyForm(null)} />)
    },
  )

  app.post(
    paths.back.route,
    { schema: { params, body }, config: { audit: 'concern.back.read', access: 'public' } },
    async (request, reply) => {
      const door = await openDoor(parts.db, request, request.params.organisation)
      const holder = await holderOf(parts, wrong, door, request, reply)
      return holder === null ? reply : reply.view(await talk(parts, door, holder, emptyForm(null), false))
    },
  )

  app.post(
    paths.write.route,
    { schema: { params, body }, config: { audit: 'concern.back.sent', access: 'public' } },
    async (request, reply) => {
      const door = await openDoor(parts.db, request, request.params.organisation)
      const holder = await holderOf(parts, wrong, door, request, reply)
      if (holder === null) return reply
      const form = readText(request.body, 'message', say('en', 'concern.talk.write.error'))
      if (hasErrors(form)) return reply.code(400).view(await talk(parts, door, holder, form, false))
      await parts.db.inTx(holder.actor, (tx) => writeFromReporter(tx, holder.actor, form.values.text))
      return reply.view(await talk(parts, door, holder, emptyForm(null), true))
    },
  )
  await filePart(app, parts, wrong)
}

async function filePart(app: Web, parts: Parts, wrong: WrongReceipts): Promise<void> {
  app.post(
    paths.backFile.route,
    { schema: { params }, config: { audit: 'concern.back.file', access: 'public', limit: 120 } },
    async (request, reply) => {
      const door = await openDoor(parts.db, request, request.params.organisation)
      const { holder: found, fault } = await receiveFile(parts, request, (fields) =>
        holderOf(parts, wrong, door, request, reply, fields),
      )
      if (found === null) return reply
      const form = { typed: {}, errors: fault === null ? {} : { file: fault } }
      return reply.code(fault === null ? 200 : 400).view(await talk(parts, door, found, form, fault === null))
    },
  )
}

interface Holder {
  readonly actor: AnonymousActor & { readonly concernId: string }
  readonly receipt: string
}

/** Who holds the receipt that was typed; otherwise the page says what is wrong, and nothing is known of who typed it. */
async function holderOf(
  parts: Parts,
  wrong: WrongReceipts,
  door: Door,
  request: FastifyRequest,
  reply: FastifyReply,
  fields: unknown = request.body,
): Promise<Holder | null> {
  const reader = new FormReader(fields)
  const typed = reader.text('receipt', { max: 60 })
  const refuse = async (status: number, says: string) => {
    reader.fault('receipt', says)
    await reply.code(status).view(<BackView slug={door.slug} {...reader.done(null)} />)
    return null
  }
  const receipt = readReceipt(typed)
  if (receipt === null) return refuse(400, say('en', 'concern.back.error.shape'))
  if (await wrong.full(door.organisationId)) return refuse(429, say('en', 'concern.back.error.many'))
  const concernId = await request.inTx((tx) => findByReceipt(tx, receiptKey(parts.keys), receipt))
  if (concernId === null) {
    await wrong.note(door.organisationId)
    return refuse(404, say('en', 'concern.back.error.unknown'))
  }
  return { actor: { ...anonymousActor(door.organisationId), concernId }, receipt }
}

async function talk(
  parts: Parts,
  door: Door,
  holder: Holder,
  form: Pick<TalkViewProps, 'typed' | 'errors'>,
  sent: boolean,
) {
  const found = await parts.db.inTx(holder.actor, async (tx) => ({
    conversation: await readConversation(tx, holder.actor.concernId),
    settings: await readSettings(tx),
    open: await filesAreOpen(tx, holder.actor.concernId),
  }))
  return (
    <TalkView
      conversation={found.conversation}
      action={paths.write.to(door.slug)}
      receipt={holder.receipt}
      backHref={paths.back.to(door.slug)}
      sent={sent}
      fileAction={found.open ? paths.backFile.to(door.slug) : null}
      typed={form.typed}
      errors={form.errors}
      now={parts.clock.now()}
      zone={found.settings.zone}
    />
  )
}
