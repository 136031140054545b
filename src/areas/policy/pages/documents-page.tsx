import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { sayFullDate } from '#core/calendar/say-date.ts'
import { NotFound, Refused } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import { servingHeaders } from '#platform/files/serving-headers.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { assertMayAttach, attachDocument } from '../commands/attach-document.ts'
import { paths } from '../paths.ts'
import type { DocumentFile } from '../queries/document-files.ts'
import { attachable, mayAttach, readDocumentFiles } from '../queries/document-files.ts'
import { readSettings } from '../queries/organisation-settings.ts'
import { policyInForce } from '../queries/policy-in-force.ts'
import { textOf } from '../texts.ts'
import { AttachView } from '../views/attach-view.tsx'
import type { DocumentLine } from '../views/documents-view.tsx'
import { DocumentsView } from '../views/documents-view.tsx'

const params = z.object({ document: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/) })
const querystring = z.object({ token: z.string().max(500).optional() })
const access = ['staff', 'governor'] as const

/** The documents that belong to the policy, to read and, for whoever keeps or owns them, to attach. */
export async function documentsPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.documents.route,
    { schema: { querystring: z.object({}) }, config: { audit: 'policy.documents.viewed', access: 'signed_in' } },
    async (request, reply) => reply.view(<DocumentsView lines={await request.inTx(readLines)} />),
  )

  app.get(
    paths.documentFile.route,
    {
      schema: { params: params.extend({ file: z.uuid() }) },
      config: { audit: 'policy.document.opened', access: 'signed_in' },
    },
    async (request, reply) => {
      const { document, file: id } = request.params
      const file = (await request.inTx((tx) => readDocumentFiles(tx, document))).find((one) => one.id === id)
      return sendDocument(parts, reply, request.person().organisationId, file)
    },
  )

  app.get(
    paths.attach.route,
    { schema: { params, querystring }, config: { audit: 'policy.document.attach.viewed', access } },
    async (request, reply) => showAttach(request, reply, request.params.document),
  )

  app.post(
    paths.attach.route,
    {
      schema: { params, querystring },
      config: { audit: 'policy.document.attach.sent', access, upload: true, limit: 20 },
    },
    async (request, reply) => {
      const { document } = request.params
      const actor = request.person()
      await request.inTx((tx) => assertMayAttach(tx, document))
      const sent = await request.file()
      if (sent === undefined || sent.filename === '') return showAttach(request, reply.code(400), document, NOTHING)
      const written = await parts.files.store.put(actor.organisationId, sent.file, { maxBytes: parts.files.maxBytes })
      if (written.bytes === 0) return showAttach(request, reply.code(400), document, NOTHING)
      if (sent.file.truncated) throw new Refused('policy.document.too_large', 'This file is too large.')
      await request.inTx((tx) => attachDocument(tx, actor, { document, file: { ...written, name: sent.filename } }))
      return reply.flash('The document is attached. What was there before is kept.').redirect(paths.documents.to(), 303)
    },
  )
}

const NOTHING = 'Choose the file'

/** Sends a file of a document as a download of unknown bytes: it is what somebody sent, and nothing of ours. */
export async function sendDocument(
  parts: Parts,
  reply: FastifyReply,
  organisationId: string,
  file: DocumentFile | undefined,
): Promise<FastifyReply> {
  if (file === undefined) throw new NotFound('policy.document.missing')
  const opened = await parts.files.store.open(organisationId, file.sha256)
  const { type, name } = file
  return reply.headers(servingHeaders({ which: 'original', type, name, bytes: opened.bytes })).send(opened.content)
}

async function showAttach(request: FastifyRequest, reply: FastifyReply, document: string, error?: string) {
  const found = await request.inTx(async (tx) => {
    await assertMayAttach(tx, document)
    return (await readLines(tx)).find((line) => line.id === document)
  })
  if (found === undefined) throw new NotFound('policy.document.missing')
  return reply.view(<AttachView line={found} token={request.uploadToken()} error={error} />)
}

async function readLines(tx: Tx): Promise<DocumentLine[]> {
  const { pack } = await policyInForce(tx)
  const { zone } = await readSettings(tx)
  const files = Map.groupBy(await readDocumentFiles(tx), (file) => file.document)
  const lines: DocumentLine[] = []
  for (const [id, document] of attachable(pack))
    lines.push({
      id,
      title: textOf(document.says),
      says: document.body === undefined ? null : textOf(document.body),
      required: document.attach === 'required',
      open: document.public === true,
      mayAttach: await mayAttach(tx, pack, id),
      clauses: pack.clauses.flatMap((clause) => (clause.kept_by.includes(`document/${id}`) ? [clause.id] : [])),
      files: (files.get(id) ?? []).map((file) => ({
        href: paths.documentFile.to(id, file.id),
        name: file.name,
        bytes: file.bytes,
        on: sayFullDate(file.attachedAt.toZonedDateTimeISO(zone).toPlainDate()),
      })),
    })
  return lines
}
