import type { FastifyInstance } from 'fastify'

/** One line a request: the route's own name and pattern, never the address, the query, the agent or the person. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { audit, access } = request.routeOptions.config
    if (audit === 'assets' || audit === 'health') return
    const line = {
      audit: audit ?? 'none',
      method: request.method,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    }
    // A public route may be an anonymous report: not even the request's number links it to anything else.
    request.log.info(access === 'public' ? line : { ...line, route: request.routeOptions.url }, 'request')
  })
}
