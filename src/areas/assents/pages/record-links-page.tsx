import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readSettings } from '#areas/policy/index.ts'
import { sayFullDate } from '#core/calendar/say-date.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { makeAnswerLink } from '../commands/make-answer-link.ts'
import { paths } from '../paths.ts'
import type { DescribedAsked } from '../queries/described-asked.ts'
import { readDescribedAsked } from '../queries/described-asked.ts'
import { assertStaff } from '../staff.ts'
import { RecordLinksView } from '../views/record-links-view.tsx'

const params = z.object({ id: z.uuid() })
const body = z.object({ person: z.uuid(), assent: z.string().max(60) })

/** Asking those who are only described in a record, by a link that each uses once. */
export async function recordLinksPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.links.route,
    { schema: { params }, config: { audit: 'agreement.links.viewed', access: ['staff'] } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readPage(tx, request))
      return reply.view(draw(found, request.params.id, null))
    },
  )

  app.post(
    paths.links.route,
    { schema: { params, body }, config: { audit: 'agreement.links.made', access: ['staff'] } },
    async (request, reply) => {
      const recordId = request.params.id
      const { person, assent } = request.body
      const actor = request.person()
      const token = await request.inTx((tx) => makeAnswerLink(tx, actor, { recordId, personId: person, assent }))
      const found = await request.inTx((tx) => readPage(tx, request))
      const href = `${parts.baseUrl}${paths.link.to(found.slug, token)}`
      const asked = found.asked.find((one) => one.personId === person && one.assent === assent) ?? null
      return reply.header('cache-control', 'no-store').view(draw(found, recordId, { href, asked }))
    },
  )
}

type PageFacts = Awaited<ReturnType<typeof readPage>>

async function readPage(tx: Tx, request: FastifyRequest<{ Params: { id: string } }>) {
  await assertStaff(tx, request.person())
  const { reference, kind, asked } = await readDescribedAsked(tx, request.params.id)
  const { slug } = await tx
    .selectFrom('app.organisation')
    .select('slug')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .executeTakeFirstOrThrow()
  return { reference, kind, asked, slug, zone: (await readSettings(tx)).zone }
}

function draw(found: PageFacts, id: string, made: { href: string; asked: DescribedAsked | null } | null) {
  const day = (at: Temporal.Instant | null) =>
    at === null ? '' : sayFullDate(at.toZonedDateTimeISO(found.zone).toPlainDate())
  return (
    <RecordLinksView
      reference={found.reference}
      back={`/${found.kind === 'incident' ? 'incidents' : 'entries'}/${id}`}
      people={found.asked.map((one) => ({
        ...one,
        says: saysOf(one, day(one.at)),
        answered: one.state === 'answered',
      }))}
      made={
        made === null
          ? null
          : { href: made.href, described: made.asked?.described ?? '', until: day(made.asked?.at ?? null) }
      }
    />
  )
}

function saysOf({ state, name }: DescribedAsked, day: string): string {
  if (state === 'answered') return `Answered on ${day} by ${name ?? 'somebody'}.`
  return state === 'waiting' ? `There is a link that works until ${day}. A new one ends it.` : 'Not asked yet.'
}
