import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { peopleOfCase } from '#areas/records/index.ts'
import { emptyForm, type Form, FormReader, hasErrors } from '#core/form.ts'
import { servingHeaders } from '#platform/files/serving-headers.ts'
import { currentSeal } from '#platform/ledger/seal.ts'
import type { Parts } from '#platform/parts.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import type { Web } from '#platform/web/server.ts'
import { readArchivePassword } from '../bundle/archive.ts'
import { makeBundle } from '../bundle/make-bundle.ts'
import { receiptDocument } from '../bundle/receipt.ts'
import { paths } from '../paths.ts'
import { bundlesOf } from '../queries/bundles.ts'
import { readItem } from '../queries/items.ts'
import { readEvidence } from '../queries/page-facts.ts'
import { lookedAt, schoolOf } from '../queries/record-at.ts'
import { BundleView } from '../views/bundle-view.tsx'

const params = z.object({ id: z.uuid() })
const access = ['staff' as const, 'governor' as const]

/** The bundle for the police or a tribunal, and the receipt of one item. */
export function bundlePages(app: Web, parts: Parts): void {
  app.get(
    paths.bundle.route,
    { schema: { params }, config: { audit: 'evidence.bundle.opened', access } },
    async (request, reply) => draw(request, reply, parts, emptyForm(null, {})),
  )
  app.post(
    paths.bundle.route,
    { schema: { params, body: z.looseObject({}) }, config: { audit: 'evidence.bundle.made', access, limit: 10 } },
    async (request, reply) => {
      const form = readBundle(request.body)
      if (hasErrors(form)) return draw(request, reply.code(400), parts, form)
      const choice = { ...form.values, recordId: request.params.id }
      const bundle = await makeBundle(parts.db, parts.files, request.person(), choice)
      const { 'content-length': _, ...headers } = servingHeaders({
        which: 'original',
        type: bundle.type,
        name: bundle.name,
        bytes: 0,
      })
      return reply.headers({ ...headers, 'x-kept-fingerprint': bundle.fingerprint }).send(bundle.content)
    },
  )
  app.get(
    paths.receipt.route,
    { schema: { params }, config: { audit: 'evidence.receipt.made', access, limit: 60 } },
    async (request, reply) => {
      const { document, name } = await request.inTx(async (tx) => {
        const item = await readItem(tx, request.params.id)
        await lookedAt(tx, item.recordId)
        const evidence = await readEvidence(tx, item.recordId)
        const about = { school: await schoolOf(tx, item.recordId), at: parts.clock.now(), seal: await currentSeal(tx) }
        return {
          document: receiptDocument(item, evidence, about),
          name: `${evidence.record.reference}-item-${item.number}.pdf`,
        }
      })
      const pdf = await renderPdf(document, { standard: 'ua-1' })
      return reply
        .headers(servingHeaders({ which: 'copy', type: 'application/pdf', name, bytes: pdf.length }))
        .send(pdf)
    },
  )
}

async function draw(request: FastifyRequest, reply: FastifyReply, parts: Parts, form: Form<unknown>) {
  const { id } = params.parse(request.params)
  const found = await request.inTx(async (tx) => {
    await lookedAt(tx, id)
    const evidence = await readEvidence(tx, id)
    return { evidence, inCase: await peopleOfCase(tx, id), made: await bundlesOf(tx, id) }
  })
  return reply.view(<BundleView {...found} typed={form.typed} errors={form.errors} now={parts.clock.now()} />)
}

function readBundle(body: unknown) {
  const reader = new FormReader(body)
  const to = reader.text('to', { max: 300, required: 'Say for whom it is' })
  const zip = reader.choice('as', ['zip', 'pdf'], 'Choose what you need') === 'zip'
  const password = zip ? readArchivePassword(reader, body) : null
  const words = reader
    .text('words', { max: 4000 })
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return reader.done({
    to,
    password,
    words,
    files: listOf(body, 'files'),
    withheld: listOf(body, 'withheld'),
  })
}

const list = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.uuid()).max(500)).catch([])

const listOf = (body: unknown, name: string): string[] =>
  list.parse(
    typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === name)?.[1] : undefined,
  )
