import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import type { AnonymousActor } from '#core/actor.ts'
import { anonymousActor } from '#core/actor.ts'
import { NotFound } from '#core/errors.ts'
import { emptyForm, FormReader, hasErrors } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import type { Parts } from '#platform/parts.ts'
import { setActor } from '#platform/web/decorations.ts'
import type { Web } from '#platform/web/server.ts'
import { answerByLink, openAnswerLink } from '../commands/answer-by-link.ts'
import { readAnswers } from '../forms/read-sign.ts'
import { paths } from '../paths.ts'
import { LinkDoneView, LinkView } from '../views/link-view.tsx'

const params = z.object({ organisation: z.string().max(50), token: z.string().regex(/^[A-Za-z0-9_-]{43}$/) })

/** Where somebody without a sign-in answers once: no session is read, and nothing of the record is shown. */
export async function linkPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.link.route,
    { schema: { params }, config: { audit: 'agreement.link.viewed', access: 'public', limit: 60 } },
    async (request, reply) => {
      const { actor, school } = await openPlace(parts, request, request.params.organisation)
      const { text } = await parts.db.inTx(actor, (tx) => openAnswerLink(tx, request.params.token))
      return reply
        .header('cache-control', 'no-store')
        .view(<LinkView school={school} text={text} {...emptyForm(null)} />)
    },
  )

  app.post(
    paths.link.route,
    {
      schema: { params, body: z.looseObject({}) },
      config: { audit: 'agreement.link.sent', access: 'public', limit: 30 },
    },
    async (request, reply) => {
      const { token } = request.params
      const { actor, school } = await openPlace(parts, request, request.params.organisation)
      const { text } = await parts.db.inTx(actor, (tx) => openAnswerLink(tx, token))
      const reader = new FormReader(request.body)
      const form = reader.done({
        answers: readAnswers(reader, text),
        typedName: reader.text('name', { required: say('en', 'agreement.error.name'), max: 400 }),
        textHash: reader.text('text', { max: 64 }),
      })
      if (hasErrors(form)) return reply.code(400).view(<LinkView school={school} text={text} {...form} />)
      await parts.db.inTx(actor, (tx) => answerByLink(tx, token, form.values))
      return reply.view(<LinkDoneView school={school} />)
    },
  )
}

async function openPlace(
  parts: Parts,
  request: FastifyRequest,
  slug: string,
): Promise<{ actor: AnonymousActor; school: string }> {
  const { rows } = await sql<{ organisation_id: string; name: string }>`
    select organisation_id, name from app.organisation_by_slug(${slug})`.execute(parts.db.identity)
  const [found] = rows
  if (found === undefined) throw new NotFound('organisation.unknown')
  const actor = anonymousActor(found.organisation_id)
  setActor(request, actor)
  return { actor, school: found.name }
}
