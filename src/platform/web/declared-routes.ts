import type { FastifyInstance, RouteOptions } from 'fastify'
import type { Access } from './types.ts'

/** A route as the program declares it; the security tests walk this list. */
export interface DeclaredRoute {
  readonly method: string
  readonly url: string
  readonly audit: string
  readonly access: Access
}

/** Refuses to start with a route that declares no schema, no audit name or no access; lists the others. */
export function declareRoutes(app: FastifyInstance): readonly DeclaredRoute[] {
  const routes: DeclaredRoute[] = []
  app.addHook('onRoute', (route: RouteOptions) => {
    for (const method of [route.method].flat()) {
      if (method === 'HEAD' || method === 'OPTIONS') continue
      const { audit, access } = route.config ?? {}
      if (audit === undefined) throw new Error(`${method} ${route.url} names no audit event`)
      if (access === undefined) throw new Error(`${method} ${route.url} does not say who may open it`)
      if (route.schema === undefined) throw new Error(`${method} ${route.url} declares no schema`)
      routes.push({ method, url: route.url, audit, access })
    }
  })
  return routes
}
