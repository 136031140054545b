import type { FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { z } from 'zod'
import { signInHref } from '#areas/sign-in/index.ts'
import type { Parts } from '#platform/parts.ts'
import type { AssetPaths } from '#platform/web/assets.ts'
import { readAssets, serveAssets } from '#platform/web/assets.ts'
import { healthPages } from '#platform/web/health.ts'
import { serveIcons } from '#platform/web/icons.ts'
import type { DeclaredRoute, Web } from '#platform/web/server.ts'
import { buildServer } from '#platform/web/server.ts'
import type { Session } from '#platform/web/types.ts'
import { DesignPage } from '#ui/design/design-page.tsx'
import { renderPage } from '#ui/page/chrome.ts'
import { areas } from './areas.ts'
import { bareChromeOf, chromeOf } from './chrome.ts'
import { ProblemPage } from './problem-page.tsx'

/** What the application is built from; tests give their own database, clock and sessions. */
export interface AppParts extends Parts {
  readonly jobsUrl: string
  readonly secureCookies: boolean
  readonly logLevel: string
  /** Where log lines go; standard output unless told. */
  readonly logTo?: { write(line: string): void }
  /** The built browser files; read from the build unless given. */
  readonly assets?: AssetPaths
  sessionOf(cookieHeader: string | undefined): Promise<Session | null>
}

/** The whole application: platform, then areas, then error pages. It never listens. */
export async function buildApp(parts: AppParts): Promise<{ app: Web; routes: readonly DeclaredRoute[] }> {
  const assets = parts.assets ?? readAssets(parts.root)
  const { app, routes } = await buildServer({
    db: parts.db,
    keys: parts.keys,
    baseUrl: parts.sample ? null : parts.baseUrl,
    secureCookies: parts.secureCookies,
    logLevel: parts.logLevel,
    ...(parts.logTo === undefined ? {} : { logTo: parts.logTo }),
    sessionOf: parts.sessionOf,
    signIn: signInHref,
    draw: (request, node, flash) => draw(parts, assets, request, node, flash),
    drawProblem: async (request, problem) => renderPage(ProblemPage({ problem }), bareChromeOf(parts, assets, request)),
  })
  await serveAssets(app, parts.root)
  serveIcons(app, parts.root)
  await healthPages(app, parts)
  if (parts.sample) designPage(app)
  for (const area of areas) await area.routes(app, parts)
  return { app, routes }
}

async function draw(
  parts: AppParts,
  assets: AssetPaths,
  request: FastifyRequest,
  node: VNode,
  flash: string | null,
): Promise<string> {
  return renderPage(node, await chromeOf(parts, assets, request, flash))
}

/** Every component with its examples: for those who build pages, and only where nothing is real. */
function designPage(app: Web): void {
  app.get(
    '/design',
    { schema: { querystring: z.object({}) }, config: { audit: 'design.viewed', access: 'visitor' } },
    (_request, reply) => reply.view(<DesignPage />),
  )
}
