import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { readDraft, reviseDraft } from '#areas/drafting/index.ts'
import { NotFound, Refused } from '#core/errors.ts'
import { packToYaml } from '#pack/edit/pack-to-yaml.ts'
import type { Fault } from '#pack/load/fault.ts'
import { readPack } from '#pack/report.ts'
import type { Web } from '#platform/web/server.ts'
import { paths } from '../paths.ts'
import { asKeeper, keepers } from '../read-editing.ts'
import { sayChange } from '../say-change.ts'
import { YamlView } from '../views/yaml-view.tsx'
import { filesIn } from '../yaml/read-upload.ts'
import { writeZip } from '../yaml/write-zip.ts'

const params = z.object({ draft: z.uuid() })
const token = z.object({ token: z.string().max(500).optional() })

/** The draft as files: downloaded, and brought in again. */
export function yamlPages(app: Web): void {
  app.get(
    paths.yaml.route,
    { schema: { params, querystring: token }, config: keepers('policy.edit.yaml.viewed') },
    async (request, reply) => show(request, reply, request.params.draft),
  )

  app.get(
    paths.zip.route,
    { schema: { params }, config: keepers('policy.edit.yaml.zipped') },
    async (request, reply) => {
      const draft = await asKeeper(request, (tx) => readDraft(tx, request.params.draft))
      return reply
        .header('content-disposition', `attachment; filename="${draft.pack.pack.name}.zip"`)
        .type('application/zip')
        .send(writeZip(packToYaml(draft.pack)))
    },
  )

  app.get(
    paths.file.route,
    {
      schema: { params, querystring: z.object({ path: z.string().max(200) }) },
      config: keepers('policy.edit.yaml.file'),
    },
    async (request, reply) => {
      const draft = await asKeeper(request, (tx) => readDraft(tx, request.params.draft))
      const file = packToYaml(draft.pack).find(({ path }) => path === request.query.path)
      if (file === undefined) throw new NotFound('policy.draft.file.missing')
      const name = file.path.replaceAll('/', '-')
      return reply
        .header('content-disposition', `attachment; filename="${name}"`)
        .type('application/yaml; charset=utf-8')
        .send(file.text)
    },
  )

  app.post(
    paths.yaml.route,
    {
      schema: { params, querystring: token },
      config: { ...keepers('policy.edit.yaml.sent'), upload: true, limit: 20 },
    },
    async (request, reply) => {
      const { draft } = request.params
      try {
        const { pack, faults } = readPack(await filesIn(await uploads(request)))
        if (pack === null || faults.length > 0) return await show(request, reply.code(400), draft, faults)
        const actor = request.person()
        await asKeeper(request, (tx) =>
          reviseDraft(tx, actor, draft, (now) => ({ content: pack, says: `From files: ${sayChange(now.pack, pack)}` })),
        )
        return reply.flash('The draft is now as the files say.').redirect(paths.history.to(draft), 303)
      } catch (fault) {
        if (!(fault instanceof Refused)) throw fault
        return show(request, reply.code(400), draft, [], fault.message)
      }
    },
  )
}

async function uploads(request: FastifyRequest): Promise<{ name: string; bytes: Buffer }[]> {
  const files: { name: string; bytes: Buffer }[] = []
  for await (const part of request.files()) files.push({ name: part.filename, bytes: await part.toBuffer() })
  return files
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  faults: readonly Fault[] = [],
  error?: string,
) {
  const draft = await asKeeper(request, (tx) => readDraft(tx, id))
  return reply.view(
    <YamlView
      draft={{ title: draft.title, href: paths.draft.to(id), edit: paths.home.to(id) }}
      zip={paths.zip.to(id)}
      files={packToYaml(draft.pack).map(({ path, text }) => ({
        path,
        href: paths.file.to(id, path),
        bytes: text.length,
      }))}
      action={paths.yaml.to(id, `?token=${encodeURIComponent(request.uploadToken())}`)}
      faults={faults}
      error={
        error ??
        (faults.length > 0 ? 'The files were read, but something is wrong in them. Nothing was changed.' : undefined)
      }
    />,
  )
}
