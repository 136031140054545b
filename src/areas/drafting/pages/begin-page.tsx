import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { policyInForceOrNone, readSettings } from '#areas/policy/index.ts'
import { BadInput, Refused } from '#core/errors.ts'
import { readDocument } from '#platform/documents/read-document.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { newName } from '../begin/new-name.ts'
import { programPacksInTurn } from '../begin/program-packs.ts'
import { proposeInThread } from '../begin/propose-in-thread.ts'
import { type Beginning, beginFrom, beginFromDocument } from '../commands/begin-from.ts'
import { asKeeper, assertKeepsPolicy, keepers } from '../keeper.ts'
import { paths } from '../paths.ts'
import { BeginView } from '../views/begin-view.tsx'
import { DocumentView } from '../views/document-view.tsx'

const body = z.object({ from: z.string().max(100).catch('') })
const querystring = z.object({ token: z.string().max(500).optional() })

/** Begins a draft: from the version in force, a pack of this program, a blank, a file, or the school's own document. */
export function beginPages(app: Web, parts: Parts): void {
  app.get(
    paths.begin.route,
    { schema: { querystring: z.object({}) }, config: keepers('policy.draft.begin.viewed') },
    async (request, reply) => showBegin(request, reply, parts),
  )

  app.post(
    paths.begin.route,
    { schema: { body }, config: keepers('policy.draft.begin.sent') },
    async (request, reply) => {
      const { from } = request.body
      if (from === 'document') return reply.redirect(paths.document.to(), 303)
      const beginning = beginningOf(from)
      if (beginning === null) return showBegin(request, reply.code(400), parts, 'Choose what you begin from')
      const actor = request.person()
      const id = await asKeeper(request, (tx) => beginFrom(tx, actor, parts.root, beginning))
      if (from === 'file') return reply.redirect(paths.yaml.to(id), 303)
      return reply
        .flash('The draft is begun. Nothing is in force before you publish it.')
        .redirect(paths.show.to(id), 303)
    },
  )

  documentPages(app, parts)
}

function documentPages(app: Web, parts: Parts): void {
  app.get(
    paths.document.route,
    { schema: { querystring }, config: keepers('policy.draft.document.viewed') },
    async (request, reply) => {
      await request.inTx(assertKeepsPolicy)
      return reply.view(<DocumentView token={request.uploadToken()} />)
    },
  )

  app.post(
    paths.document.route,
    { schema: { querystring }, config: { ...keepers('policy.draft.document.sent'), upload: true, limit: 20 } },
    async (request, reply) => {
      const actor = request.person()
      await request.inTx(assertKeepsPolicy)
      try {
        const { file, bytes } = await uploaded(request)
        const { slug } = await request.inTx(readSettings)
        // Reading and proposing happen in threads of their own, outside any transaction.
        const outline = await readDocument(bytes)
        const proposed = await proposeInThread({ outline, name: newName(slug), root: parts.root })
        const id = await asKeeper(request, (tx) => beginFromDocument(tx, actor, { file, proposed }))
        return reply.redirect(paths.proposals.to(id), 303)
      } catch (fault) {
        if (!(fault instanceof Refused || fault instanceof BadInput)) throw fault
        return reply.code(400).view(<DocumentView token={request.uploadToken()} error={fault.message} />)
      }
    },
  )
}

async function uploaded(request: FastifyRequest): Promise<{ file: string; bytes: Buffer }> {
  const file = await request.file()
  const bytes = (await file?.toBuffer()) ?? Buffer.alloc(0)
  if (file === undefined || bytes.byteLength === 0)
    throw new Refused('policy.document.none', 'Choose the file with your policy')
  return { file: file.filename, bytes }
}

function beginningOf(from: string): Beginning | null {
  if (from === 'version' || from === 'blank' || from === 'file') return { from }
  const name = /^pack\/([a-z0-9-]{1,60})$/.exec(from)?.[1]
  return name === undefined ? null : { from: 'pack', pack: name }
}

async function showBegin(request: FastifyRequest, reply: FastifyReply, parts: Parts, fault?: string) {
  const policy = await asKeeper(request, policyInForceOrNone)
  return reply.view(
    <BeginView
      version={policy?.number ?? null}
      packs={await programPacksInTurn(parts.root)}
      {...(fault === undefined ? {} : { errors: { from: fault } })}
    />,
  )
}
