import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { bandOf } from '#areas/concerns/index.ts'
import { mayKeepPolicy } from '#areas/drafting/index.ts'
import { personFacts } from '#areas/people/index.ts'
import type { PersonActor } from '#core/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Web } from '#platform/web/server.ts'
import { elsewhere, paths, under } from '../paths.ts'
import { policyPdf, printedPolicy } from '../policy-pdf.ts'
import { schoolPages } from '../queries/policy-pages.ts'
import type { WantedVersion } from '../read-policy.ts'
import { NOW, readPolicy } from '../read-policy.ts'
import type { Reader } from '../readers.ts'
import { READERS, readersOf } from '../readers.ts'
import { day, reader, textQuery, versionQuery } from '../schemas.ts'
import { drawSummary, drawText, drawVersions } from '../show-policy.tsx'
import type { Place } from '../types.ts'
import { sendPdf } from './send-pdf.ts'

const config = (audit: string) => ({ audit, access: 'signed_in' as const })
const onDay = z.object({ date: day })

/** The policy for everybody who is signed in: its text, what it comes to for them, older versions, the PDF. */
export async function textPages(app: Web): Promise<void> {
  app.get(
    paths.text.route,
    { schema: { querystring: textQuery }, config: config('policy.text.viewed') },
    async (request, reply) => reply.view(await showText(request, request.query, NOW)),
  )
  app.get(
    `${paths.text.route}${under.onDate}`,
    { schema: { params: onDay, querystring: textQuery }, config: config('policy.text.version_viewed') },
    async (request, reply) =>
      reply.view(await showText(request, request.query, { day: request.params.date, number: request.query.version })),
  )
  app.get(
    `${paths.text.route}${under.versions}`,
    { schema: { querystring: z.object({}) }, config: config('policy.versions.viewed') },
    async (request, reply) => {
      const { place, reading } = await request.inTx((tx) => readHere(tx, request.person(), NOW))
      return reply.view(drawVersions(place, reading))
    },
  )
  app.get(
    `${paths.text.route}${under.reader}`,
    { schema: { params: z.object({ reader }) }, config: config('policy.summary.viewed') },
    async (request, reply) => {
      const { place, reading } = await request.inTx((tx) => readHere(tx, request.person(), NOW))
      return reply.view(drawSummary(place, reading, request.params.reader))
    },
  )
  pdfPages(app)
}

function pdfPages(app: Web): void {
  const pdfFor = async (request: FastifyRequest, wanted: WantedVersion) =>
    policyPdf(
      await request.inTx(async (tx) => {
        const { place, reading } = await readHere(tx, request.person(), wanted)
        return printedPolicy(tx, reading, place.school)
      }),
    )
  app.get(
    `${paths.text.route}${under.pdf}`,
    { schema: { querystring: z.object({}) }, config: { ...config('policy.pdf.opened'), limit: 60 } },
    async (request, reply) => sendPdf(reply, await pdfFor(request, NOW), 'policy'),
  )
  app.get(
    `${paths.text.route}${under.pdfOnDate}`,
    {
      schema: { params: onDay, querystring: versionQuery },
      config: { ...config('policy.version_pdf.opened'), limit: 60 },
    },
    async (request, reply) => {
      const wanted = { day: request.params.date, number: request.query.version }
      return sendPdf(reply, await pdfFor(request, wanted), `policy-${request.params.date}`)
    },
  )
}

async function showText(request: FastifyRequest, query: z.infer<typeof textQuery>, wanted: WantedVersion) {
  const actor = request.person()
  const { place, reading, own, readers, keeps } = await request.inTx(async (tx) => {
    const here = await readHere(tx, actor, wanted)
    const schools = await schoolPages(tx)
    return {
      ...here,
      own: await readerOf(tx, actor),
      readers: readersOf(schools.flatMap((school) => school.phases)),
      keeps: await mayKeepPolicy(tx),
    }
  })
  return drawText(place, reading, query, { readers, own, keepers: keepersLinks(place, actor, keeps) })
}

async function readHere(tx: Tx, actor: PersonActor, wanted: WantedVersion) {
  const reading = await readPolicy(tx, wanted)
  const place: Place = {
    base: paths.text.to(),
    open: false,
    school: reading.organisation,
    tellHref: '/tell',
    standings: actor.audience === 'staff' || actor.audience === 'governor',
    pdf: true,
  }
  return { place, reading }
}

const keepersLinks = (place: Place, actor: PersonActor, keeps: boolean) => [
  ...(place.standings ? [{ href: elsewhere.board, text: 'The promise board' }] : []),
  ...(place.standings ? [{ href: elsewhere.documents, text: 'Documents' }] : []),
  ...(place.standings ? [{ href: elsewhere.life, text: 'Versions and review' }] : []),
  ...(actor.audience === 'governor' || keeps ? [{ href: paths.review.to(), text: 'What a period brought' }] : []),
  ...(actor.audience === 'staff' ? [{ href: paths.posters.to(), text: 'Posters, leaflets and letters' }] : []),
  ...(keeps ? [{ href: paths.door.to(), text: 'Public page' }] : []),
  ...(keeps ? [{ href: elsewhere.drafts, text: 'Drafts' }] : []),
]

/** Which summary is a person's own. */
async function readerOf(tx: Tx, actor: PersonActor): Promise<Reader> {
  if (actor.audience !== 'pupil') return actor.audience
  const year = (await personFacts(tx, [actor.personId])).get(actor.personId)?.facts.year
  const band = bandOf(typeof year === 'number' ? year : null)
  return READERS.find((one) => one === band) ?? 'older'
}
