import { z } from 'zod'
import { readArchivePassword } from '#areas/evidence/index.ts'
import { readSettings } from '#areas/policy/index.ts'
import { NotFound } from '#core/errors.ts'
import { emptyForm, type Form, FormReader, hasErrors } from '#core/form.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf, nowIn } from '#platform/database/tx.ts'
import { servingHeaders } from '#platform/files/serving-headers.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { type GoOn, goOnWithFile, HOWS } from '../commands/go-on.ts'
import { makeArchive, makePaper } from '../commands/make-file.ts'
import { paths } from '../paths.ts'
import { evidenceOfPupil } from '../queries/evidence-of-pupil.ts'
import { isOver, listFiles } from '../queries/list-files.ts'
import { receiptToken } from '../receipt-token.ts'
import { FileView } from '../views/file-view.tsx'

const params = z.object({ id: z.uuid() })
const access = ['staff', 'governor'] as const

/** The file of one pupil: its page, what is said of it, and its PDF. */
export function filePage(app: Web, parts: Parts): void {
  app.get(
    paths.one.route,
    { schema: { params }, config: { audit: 'pupil_file.viewed', access } },
    async (request, reply) => {
      const found = await request.inTx((tx) => readPage(tx, parts, request.params.id))
      return reply.view(draw(found, emptyForm(null)))
    },
  )
  app.post(
    paths.one.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'pupil_file.sent', access } },
    async (request, reply) => {
      const actor = request.person()
      const { id } = request.params
      const found = await request.inTx((tx) => readPage(tx, parts, id))
      const form = readSaid(request.body, () => receiptToken(parts.keys, id))
      const said = form.values
      if (hasErrors(form) || said === null) return reply.code(400).view(draw(found, form))
      await request.inTx((tx) => goOnWithFile(tx, actor, id, said))
      return reply.flash('Noted').redirect(paths.one.to(id), 303)
    },
  )
  makingPages(app, parts)
}

function makingPages(app: Web, parts: Parts): void {
  app.get(
    paths.pdf.route,
    { schema: { params }, config: { audit: 'pupil_file.made', access, limit: 30 } },
    async (request, reply) => {
      const pdf = await makePaper(parts, request.person(), request.params.id)
      return reply
        .type('application/pdf')
        .header('content-disposition', 'attachment; filename="pupil-file.pdf"')
        .header('cache-control', 'private, no-store')
        .send(pdf)
    },
  )
  app.post(
    paths.archive.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'pupil_file.made', access, limit: 10 } },
    async (request, reply) => {
      const { id } = request.params
      const found = await request.inTx((tx) => readPage(tx, parts, id))
      const form = readChoice(request.body)
      if (hasErrors(form)) return reply.code(400).view(draw(found, form))
      const made = await makeArchive(parts, request.person(), { id, ...form.values })
      const { 'content-length': _, ...headers } = servingHeaders({
        ...{ which: 'original', type: 'application/zip', name: 'pupil-file.zip', bytes: 0 },
      })
      return reply.headers({ ...headers, 'x-kept-fingerprint': made.fingerprint }).send(made.content)
    },
  )
}

const list = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.uuid()).max(500)).catch([])

function readChoice(body: unknown) {
  const reader = new FormReader(body)
  const chosen = typeof body === 'object' && body !== null && 'files' in body ? list.parse(body.files) : []
  return reader.done({ chosen: new Set(chosen), password: readArchivePassword(reader, body) })
}

type PageFacts = Awaited<ReturnType<typeof readPage>>

async function readPage(tx: Tx, parts: Parts, id: string) {
  const [file] = await listFiles(tx, id)
  if (file === undefined) throw new NotFound('pupil_file.missing')
  const { slug } = await tx
    .selectFrom('app.organisation')
    .select('slug')
    .where('organisation_id', '=', contextOf(tx).actor.organisationId)
    .executeTakeFirstOrThrow()
  const shown = { ...file, over: isOver(file) }
  const open = file.way === 'out' && file.sent !== null && !shown.over
  return {
    file: shown,
    receiptHref: open ? `${parts.baseUrl}${paths.receipt.to(slug, receiptToken(parts.keys, id))}` : null,
    evidence: file.way === 'out' && file.sent === null ? await evidenceOfPupil(tx, file.pupilId) : [],
    now: nowIn(tx),
    zone: (await readSettings(tx)).zone,
  }
}

function readSaid(body: unknown, token: () => string): Form<GoOn | null> {
  const reader = new FormReader(body)
  const does = reader.choice('does', ['sent', 'asked', 'received', 'none'], 'Say what happened')
  if (does === 'asked') return reader.done({ does })
  if (does === 'received')
    return reader.done({ does, by: reader.text('by', { max: 200, required: 'Say who received it' }) })
  if (does === 'none')
    return reader.done({ does, reason: reader.text('reason', { max: 1000, required: 'Say how you know' }) })
  if (does === null) return reader.done(null)
  const receiver = reader.text('receiver', { max: 200, required: 'Say who receives it' })
  const how = reader.choice('how', HOWS, 'Say how it goes')
  return reader.done(how === null ? null : { does, receiver, how, token: token() })
}

const draw = (found: PageFacts, form: Form<unknown>) => <FileView {...found} typed={form.typed} errors={form.errors} />
