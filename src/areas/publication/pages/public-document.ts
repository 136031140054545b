import { z } from 'zod'
import { readDocumentFiles, sendDocument } from '#areas/policy/index.ts'
import { asSystem, contextOf } from '#platform/database/tx.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { under } from '../paths.ts'
import { NOW } from '../read-policy.ts'
import { findPlace } from './public-place.ts'
import { showInstead } from './show-instead.tsx'

const params = z.object({
  organisation: z.string().max(50),
  school: z.string().max(50).optional(),
  document: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/),
})

/** A document that the school attached and the policy opens to everybody, where the policy itself is open. */
export function publicDocument(app: Web, parts: Parts, route: string): void {
  app.get(
    `${route}${under.document}`,
    { schema: { params }, config: { audit: 'policy.public.document_opened', access: 'public', limit: 300 } },
    async (request, reply) => {
      const { document } = request.params
      const found = await findPlace(parts, request, request.params, NOW)
      if (found.kind !== 'open') return showInstead(reply, found)
      const { organisationId, file } = await request.inTx(async (tx) => {
        const isOpen = found.reading.attached.some((one) => one.id === document && one.open)
        const files = isOpen ? await asSystem(tx, () => readDocumentFiles(tx, document)) : []
        return { organisationId: contextOf(tx).actor.organisationId, file: files[0] }
      })
      return sendDocument(parts, reply, organisationId, file)
    },
  )
}
