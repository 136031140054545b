import type { FastifyReply } from 'fastify'

/** Sends a PDF to look at in the browser; whoever wants to keep it saves it from there. */
export function sendPdf(reply: FastifyReply, pdf: Buffer, name: string): FastifyReply {
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-store')
  return reply.type('application/pdf').header('content-disposition', `inline; filename="${name}.pdf"`).send(pdf)
}
