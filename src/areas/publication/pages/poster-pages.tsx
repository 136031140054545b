import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sayFullDate } from '#core/calendar/say-date.ts'
import { NotFound } from '#core/errors.ts'
import type { Parts } from '#platform/parts.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import { qrSvg } from '#platform/qr/qr-svg.ts'
import type { Web } from '#platform/web/server.ts'
import { elsewhere, paths, publicBase } from '../paths.ts'
import { leafletDocument } from '../posters/leaflet-document.ts'
import { posterFor } from '../posters/poster.ts'
import type { Sheet } from '../posters/poster-document.ts'
import { letterDocument, posterDocument } from '../posters/poster-document.ts'
import { schoolPages } from '../queries/policy-pages.ts'
import { schoolHelps } from '../queries/school-helps.ts'
import { NOW, readPolicy } from '../read-policy.ts'
import type { Reader } from '../readers.ts'
import { readersOf, tellerOf } from '../readers.ts'
import { reader } from '../schemas.ts'
import { summaryFor } from '../summary.ts'
import { LetterView } from '../views/letter-view.tsx'
import { PosterView } from '../views/poster-view.tsx'
import { PostersView } from '../views/posters-view.tsx'
import { sendPdf } from './send-pdf.ts'

const querystring = z.object({ school: z.uuid().nullable().catch(null).default(null) })
const params = z.object({ reader })
const config = (audit: string) => ({ audit, access: ['staff', 'governor'] as const })

/** Posters and letters of the policy: a page to choose from, each to look at, each as a PDF. */
export async function posterPages(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.posters.route,
    { schema: { querystring }, config: config('policy.posters.viewed') },
    async (request, reply) => {
      const { school, schools, reading } = await find(request, request.query.school)
      return reply.view(
        <PostersView
          readers={readersOf(school.phases)}
          version={reading.policy.number}
          schools={schools.map((one) => ({ id: one.schoolId, name: one.name, chosen: one === school }))}
        />,
      )
    },
  )
  pages(app, parts)
  papers(app, parts)
  leaflets(app, parts)
}

function pages(app: Web, parts: Parts): void {
  const schema = { params, querystring }
  app.get(paths.poster.route, { schema, config: config('policy.poster.viewed') }, async (request, reply) => {
    const { sheet, reading, query, own } = await sheetFor(parts, request, request.params.reader, request.query.school)
    return reply.view(
      <PosterView
        {...sheet}
        poster={posterFor(reading.policy.pack, request.params.reader, own)}
        qr={pictureOf(sheet.tellUrl)}
        pdfHref={paths.posterPdf.to(request.params.reader, query)}
        backHref={paths.posters.to(query)}
      />,
    )
  })
  app.get(paths.letter.route, { schema, config: config('policy.letter.viewed') }, async (request, reply) => {
    const { sheet, reading, query } = await sheetFor(parts, request, request.params.reader, request.query.school)
    return reply.view(
      <LetterView
        {...sheet}
        summary={summaryFor(reading.policy.pack, request.params.reader)}
        today={sayFullDate(sheet.now.toZonedDateTimeISO(reading.zone).toPlainDate())}
        qr={pictureOf(sheet.tellUrl)}
        pdfHref={paths.letterPdf.to(request.params.reader, query)}
        backHref={paths.posters.to(query)}
      />,
    )
  })
}

function papers(app: Web, parts: Parts): void {
  const schema = { params, querystring }
  app.get(
    paths.posterPdf.route,
    { schema, config: { ...config('policy.poster.printed'), limit: 60 } },
    async (request, reply) => {
      const { sheet, reading, own } = await sheetFor(parts, request, request.params.reader, request.query.school)
      const poster = posterFor(reading.policy.pack, request.params.reader, own)
      const pdf = await renderPdf(posterDocument(poster, sheet), { standard: 'ua-1' })
      return sendPdf(reply, pdf, `poster-${request.params.reader}`)
    },
  )
  app.get(
    paths.letterPdf.route,
    { schema, config: { ...config('policy.letter.printed'), limit: 60 } },
    async (request, reply) => {
      const { sheet, reading } = await sheetFor(parts, request, request.params.reader, request.query.school)
      const summary = summaryFor(reading.policy.pack, request.params.reader)
      const pdf = await renderPdf(letterDocument(summary, sheet), { standard: 'ua-1' })
      return sendPdf(reply, pdf, `letter-${request.params.reader}`)
    },
  )
}

function leaflets(app: Web, parts: Parts): void {
  app.get(
    paths.leafletPdf.route,
    { schema: { params, querystring }, config: { ...config('policy.leaflet.printed'), limit: 60 } },
    async (request, reply) => {
      const { reader: who } = request.params
      const { sheet, reading, own } = await sheetFor(parts, request, who, request.query.school)
      const { pack } = reading.policy
      const pdf = await renderPdf(leafletDocument(posterFor(pack, who, own), summaryFor(pack, who), sheet), {
        standard: 'ua-1',
      })
      return sendPdf(reply, pdf, `leaflet-${who}`)
    },
  )
}

/** The school for which somebody prints: the one they chose, or the first. */
const find = (request: FastifyRequest, wished: string | null, who: Reader | null = null) =>
  request.inTx(async (tx) => {
    const schools = await schoolPages(tx)
    const school = wished === null ? schools[0] : schools.find((one) => one.schoolId === wished)
    if (school === undefined) throw new NotFound('school.missing')
    const reading = await readPolicy(tx, NOW, school.schoolId)
    const own = who === null ? [] : await schoolHelps(tx, reading.policy, school.schoolId, who)
    return { school, schools, reading, own }
  })

async function sheetFor(parts: Parts, request: FastifyRequest, who: Reader, wished: string | null) {
  const { school, schools, reading, own } = await find(request, wished, who)
  const several = schools.length > 1
  const short = parts.baseUrl.replace(/^https?:\/\//, '')
  const sheet: Sheet = {
    school: school.name,
    policy: reading.policy.title,
    version: reading.policy.number,
    tellUrl: `${parts.baseUrl}${elsewhere.tell(reading.slug, tellerOf(who))}`,
    tellShort: `${short}${elsewhere.tell(reading.slug)}`,
    // A shut page is no place to send a family to: then the policy is read by signing in.
    policyShort: `${short}${school.open ? publicBase(reading.slug, several ? school.address : null) : paths.text.to()}`,
    now: parts.clock.now(),
  }
  return { sheet, reading, own, query: several ? school.schoolId : '' }
}

const pictureOf = (text: string): string => `data:image/svg+xml;base64,${Buffer.from(qrSvg(text)).toString('base64')}`
