import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { anonymousActor } from '#core/actor.ts'
import { Refused } from '#core/errors.ts'
import { emptyForm, hasErrors } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { writeFromReporter } from '../commands/write-from-reporter.ts'
import { readText } from '../forms.ts'
import { paths } from '../paths.ts'
import { filesAreOpen } from '../queries/files-of.ts'
import { isMine, ownPlace } from '../queries/own-concerns.ts'
import { readConversation } from '../queries/read-conversation.ts'
import { receiveFile } from '../receive-file.ts'
import { isEasy } from '../tell-steps.ts'
import { bandOf } from '../tellers.ts'
import { TalkView } from '../views/talk-view.tsx'

const body = z.looseObject({})
const params = z.object({ id: z.uuid() })

/** The conversation about something that was told with a name, for whoever told it. */
export async function minePage(app: Web, parts: Parts): Promise<void> {
  // Whoever told something with their name reads the conversation as its reporter does: as whoever holds the receipt.
  const view = async (request: FastifyRequest, id: string, form: { typed: object; errors: object }, sent: boolean) => {
    const actor = request.person()
    const holder = { ...anonymousActor(actor.organisationId), concernId: id }
    const child = await request.inTx((tx) => isChild(tx, actor))
    const found = await parts.db.inTx(holder, async (tx) => ({
      conversation: await readConversation(tx, id),
      settings: await readSettings(tx),
      open: await filesAreOpen(tx, id),
    }))
    return (
      <TalkView
        conversation={found.conversation}
        action={paths.mine.to(id)}
        receipt={null}
        backHref={paths.tell.to()}
        sent={sent}
        fileAction={child ? undefined : found.open ? paths.mineFile.to(id, request.uploadToken()) : null}
        typed={{ ...form.typed }}
        errors={{ ...form.errors }}
        now={parts.clock.now()}
        zone={found.settings.zone}
      />
    )
  }

  app.get(
    paths.mine.route,
    { schema: { params }, config: { audit: 'concern.mine.viewed', access: 'signed_in' } },
    async (request, reply) => {
      const actor = request.person()
      await request.inTx((tx) => isMine(tx, actor, request.params.id))
      return reply.view(await view(request, request.params.id, emptyForm(null), false))
    },
  )

  app.post(
    paths.mine.route,
    { schema: { params, body }, config: { audit: 'concern.mine.sent', access: 'signed_in' } },
    async (request, reply) => {
      const actor = request.person()
      const { id } = request.params
      await request.inTx((tx) => isMine(tx, actor, id))
      const form = readText(request.body, 'message', say('en', 'concern.talk.write.error'))
      if (hasErrors(form)) return reply.code(400).view(await view(request, id, form, false))
      const holder = { ...anonymousActor(actor.organisationId), concernId: id }
      await parts.db.inTx(holder, (tx) => writeFromReporter(tx, holder, form.values.text))
      return reply.flash(say('en', 'concern.talk.sent')).redirect(paths.mine.to(id), 303)
    },
  )
  app.post(
    paths.mineFile.route,
    {
      schema: { params, querystring: z.object({ token: z.string().max(500).optional() }) },
      config: { audit: 'concern.mine.file', access: 'signed_in', upload: true, limit: 20 },
    },
    async (request, reply) => {
      const { id } = request.params
      const actor = request.person()
      await request.inTx(async (tx) => {
        await isMine(tx, actor, id)
        if (await isChild(tx, actor)) throw new Refused('concern.file.child', say('en', 'concern.file.never'))
      })
      const holder = { ...anonymousActor(actor.organisationId), concernId: id }
      const { fault } = await receiveFile(parts, request, async () => ({ actor: holder }))
      if (fault !== null)
        return reply.code(400).view(await view(request, id, { typed: {}, errors: { file: fault } }, false))
      return reply.flash(say('en', 'concern.file.sent')).redirect(paths.mine.to(id), 303)
    },
  )
}

// The smaller ones are asked for words and pictures to choose from, never for a file.
const isChild = async (tx: Tx, actor: PersonActor): Promise<boolean> =>
  actor.audience === 'pupil' && isEasy(bandOf((await ownPlace(tx, actor)).yearGroup))
