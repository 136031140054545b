import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { SCHOOL_ZONE } from '#core/clock.ts'
import { NotFound } from '#core/errors.ts'
import { classCodeOf } from '#platform/identity/card-code.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { paths } from '../paths.ts'
import { assertMayIssue, classForCards, listClasses } from '../queries/class-list.ts'
import { CardClassesView, CardSheetView, ClassCardsView } from '../views/cards-view.tsx'

const params = z.object({ classId: z.uuid() })
const who = z.object({ who: z.union([z.uuid().transform((one) => [one]), z.array(z.uuid()).max(200)]).optional() })
const staff = (audit: string) => ({ audit, access: ['staff' as const] })

/** Cards of a class: made, printed once, and stopped when one is lost. */
export async function cardsPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.cards.route,
    { schema: { querystring: z.object({}) }, config: staff('cards.classes.viewed') },
    async (request, reply) => {
      const classes = await request.inTx(async (tx) => {
        await assertMayIssue(tx)
        return listClasses(tx)
      })
      return reply.view(<CardClassesView classes={classes} />)
    },
  )
  app.get(paths.cardsOfClass.route, { schema: { params }, config: staff('cards.viewed') }, (request, reply) =>
    showClass(parts, request, reply, request.params.classId, null),
  )
  app.post(
    paths.cardsOfClass.route,
    { schema: { params, body: who }, config: { ...staff('cards.issued'), limit: 30 } },
    async (request, reply) => {
      const { classId } = request.params
      const { name, pupils } = await readClass(request, classId)
      const chosen = pupils.filter((pupil) => request.body.who?.includes(pupil.personId))
      if (chosen.length === 0) return showClass(parts, request, reply.code(400), classId, 'Choose at least one pupil')
      const { organisationId } = request.actor
      const cards: { name: string; classCode: string; cardCode: string }[] = []
      for (const pupil of chosen) {
        const holder = { organisationId, personId: pupil.personId, classCode: classCodeOf(classId) }
        cards.push({ name: pupil.name, ...(await parts.identity.issueCard(holder)) })
      }
      const address = `${parts.baseUrl}${paths.card.to()}`
      return reply.view(<CardSheetView classId={classId} name={name} cards={cards} address={address} />)
    },
  )
  app.post(
    paths.revokeCard.route,
    { schema: { params, body: z.object({ card: z.uuid() }) }, config: staff('cards.revoked') },
    async (request, reply) => {
      const { classId } = request.params
      const { pupils } = await readClass(request, classId)
      const card = (await cardsIn(parts, request, classId)).find((one) => one.cardId === request.body.card)
      if (card === undefined || !pupils.some((pupil) => pupil.personId === card.personId))
        throw new NotFound('card.missing')
      await parts.identity.revokeCard(request.actor.organisationId, card.cardId)
      return reply.flash('The card does not work any more.').redirect(paths.cardsOfClass.to(classId), 303)
    },
  )
}

const readClass = (request: FastifyRequest, classId: string) =>
  request.inTx(async (tx) => {
    await assertMayIssue(tx)
    return classForCards(tx, classId)
  })

const cardsIn = (parts: Parts, request: FastifyRequest, classId: string) =>
  parts.identity.cardsOf(request.actor.organisationId, classCodeOf(classId))

async function showClass(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  classId: string,
  error: string | null,
): Promise<FastifyReply> {
  const { name, pupils } = await readClass(request, classId)
  const cards = new Map((await cardsIn(parts, request, classId)).map((card) => [card.personId, card]))
  const rows = pupils.map((pupil) => {
    const card = cards.get(pupil.personId)
    const issuedOn = card?.issuedAt.toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate()
    return { ...pupil, card: card === undefined || issuedOn === undefined ? null : { cardId: card.cardId, issuedOn } }
  })
  return reply.view(
    <ClassCardsView classId={classId} name={name} classCode={classCodeOf(classId)} pupils={rows} error={error} />,
  )
}
