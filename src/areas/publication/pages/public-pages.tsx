import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { z } from 'zod'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { publicRoutes, under } from '../paths.ts'
import { policyPdf, printedPolicy } from '../policy-pdf.ts'
import type { WantedVersion } from '../read-policy.ts'
import { NOW } from '../read-policy.ts'
import { readersOf } from '../readers.ts'
import { day, reader, textQuery, versionQuery } from '../schemas.ts'
import { drawSummary, drawText, drawVersions } from '../show-policy.tsx'
import { publicDocument } from './public-document.ts'
import type { PublicPlace } from './public-place.ts'
import { findPlace, isKnown } from './public-place.ts'
import { sendPdf } from './send-pdf.ts'
import { showInstead } from './show-instead.tsx'

const place = z.object({ organisation: z.string().max(50), school: z.string().max(50).optional() })
const onDay = place.extend({ date: day })
const open = (audit: string, limit?: number) => ({
  audit,
  access: 'public' as const,
  ...(limit === undefined ? {} : { limit }),
})

/** The policy of a school for everybody, if the school wishes: its text, what it comes to, older versions, the PDF. */
export async function publicPages(app: Web, parts: Parts): Promise<void> {
  for (const route of publicRoutes) {
    textPages(app, parts, route)
    otherPages(app, parts, route)
    pdfPages(app, parts, route)
    publicDocument(app, parts, route)
  }
}

type Open = Extract<PublicPlace, { kind: 'open' }>

async function answer(
  parts: Parts,
  request: FastifyRequest,
  reply: FastifyReply,
  params: z.infer<typeof place>,
  wanted: WantedVersion,
  draw: (found: Open) => VNode,
): Promise<FastifyReply> {
  const found = await findPlace(parts, request, params, wanted)
  if (found.kind !== 'open') return showInstead(reply, found)
  if (isKnown(parts, request, reply, found)) return reply.code(304).send()
  return reply.view(draw(found))
}

function textPages(app: Web, parts: Parts, route: string): void {
  const draw = (query: z.infer<typeof textQuery>) => (found: Open) =>
    drawText(found.place, found.reading, query, { readers: readersOf(found.page.phases), own: null, keepers: [] })
  app.get(
    route,
    { schema: { params: place, querystring: textQuery }, config: open('policy.public.viewed') },
    (request, reply) => answer(parts, request, reply, request.params, NOW, draw(request.query)),
  )
  app.get(
    `${route}${under.onDate}`,
    {
      schema: { params: onDay, querystring: textQuery },
      config: open('policy.public.version_viewed'),
    },
    (request, reply) => {
      const wanted = { day: request.params.date, number: request.query.version }
      return answer(parts, request, reply, request.params, wanted, draw(request.query))
    },
  )
}

function otherPages(app: Web, parts: Parts, route: string): void {
  app.get(
    `${route}${under.versions}`,
    { schema: { params: place }, config: open('policy.public.versions_viewed') },
    (request, reply) =>
      answer(parts, request, reply, request.params, NOW, (found) => drawVersions(found.place, found.reading)),
  )
  app.get(
    `${route}${under.reader}`,
    { schema: { params: place.extend({ reader }) }, config: open('policy.public.summary_viewed') },
    (request, reply) =>
      answer(parts, request, reply, request.params, NOW, (found) =>
        drawSummary(found.place, found.reading, request.params.reader),
      ),
  )
}

function pdfPages(app: Web, parts: Parts, route: string): void {
  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    params: z.infer<typeof place>,
    wanted: WantedVersion,
  ) => {
    const found = await findPlace(parts, request, params, wanted)
    if (found.kind !== 'open') return showInstead(reply, found)
    if (isKnown(parts, request, reply, found)) return reply.code(304).send()
    const printed = await request.inTx((tx) => printedPolicy(tx, found.reading, found.place.school))
    return sendPdf(reply, await policyPdf(printed), 'policy')
  }
  app.get(
    `${route}${under.pdf}`,
    { schema: { params: place }, config: open('policy.public.pdf_opened', PDF_LIMIT) },
    (request, reply) => send(request, reply, request.params, NOW),
  )
  app.get(
    `${route}${under.pdfOnDate}`,
    {
      schema: { params: onDay, querystring: versionQuery },
      config: open('policy.public.version_pdf_opened', PDF_LIMIT),
    },
    (request, reply) =>
      send(request, reply, request.params, { day: request.params.date, number: request.query.version }),
  )
}

// A school's parents may all open it on one morning; it is drawn once and then sent from memory.
const PDF_LIMIT = 300
