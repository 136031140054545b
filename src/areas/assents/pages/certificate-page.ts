import { z } from 'zod'
import { NotFound } from '#core/errors.ts'
import type { Parts } from '#platform/parts.ts'
import { renderPdf } from '#platform/pdf/render-pdf.ts'
import type { Web } from '#platform/web/server.ts'
import { certificateOf } from '../certificate.ts'
import { paths } from '../paths.ts'
import { readSignature } from '../queries/read-signature.ts'

const params = z.object({ id: z.uuid() })

/** The certificate of one signature as a PDF. */
export async function certificatePage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.certificate.route,
    { schema: { params }, config: { audit: 'agreement.certificate.opened', access: 'signed_in', limit: 60 } },
    async (request, reply) => {
      const actor = request.person()
      const proof = await request.inTx((tx) => readSignature(tx, actor, request.params.id))
      // There is nothing to certify: what was answered is counted, and stands beside no name.
      if (proof.text.anonymous) throw new NotFound('agreement.signature.missing')
      const pdf = await renderPdf(certificateOf(proof, parts.clock.now()), { standard: 'ua-1' })
      return reply
        .type('application/pdf')
        .header('content-disposition', 'attachment; filename="agreement.pdf"')
        .header('cache-control', 'private, no-store')
        .send(pdf)
    },
  )
}
