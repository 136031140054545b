import { z } from 'zod'
import { Refused } from '#core/errors.ts'
import { servingHeaders } from '#platform/files/serving-headers.ts'
import { recordLook } from '#platform/ledger/event.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { paths } from '../paths.ts'
import { fileOf, filesAreOpen } from '../queries/files-of.ts'

const params = z.object({ id: z.uuid(), file: z.uuid() })

/** A file that came with a concern, as we cleaned it, for those who look after it. Each look is written down. */
export async function filePage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.file.route,
    { schema: { params }, config: { audit: 'concern.file.viewed', access: ['staff', 'governor'] } },
    async (request, reply) => {
      const { id, file } = request.params
      const actor = request.person()
      const found = await request.inTx(async (tx) => {
        const row = await fileOf(tx, id, file)
        if (!(await filesAreOpen(tx, id)))
          throw new Refused(
            'concern.file.shut',
            'The files of this concern are shut until the police have said what to do.',
          )
        recordLook(tx, { code: 'concern.file.viewed', subject: { kind: 'concern', id }, details: { file } })
        return row
      })
      const opened = await parts.files.store.open(actor.organisationId, found.sha256)
      const name = `told-${file.slice(-6)}.${ENDINGS[found.type] ?? 'bin'}`
      return reply
        .headers(servingHeaders({ which: 'copy', type: found.type, name, bytes: opened.bytes }))
        .send(opened.content)
    },
  )
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'text/plain': 'txt',
}
