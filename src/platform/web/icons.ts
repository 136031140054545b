import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Web } from './server.ts'

// Browsers ask for the second by its name, for pages without a head too, such as a file.
const ICONS = [
  { route: '/icon.svg', file: 'icon.svg', type: 'image/svg+xml' },
  { route: '/favicon.ico', file: 'icon.png', type: 'image/png' },
] as const

/** Serves the mark that stands in the tab of a browser. Their names stay, so a browser asks again after a day. */
export function serveIcons(app: Web, root: string): void {
  for (const { route, file, type } of ICONS) {
    const icon = readFileSync(join(root, 'assets/icons', file))
    app.get(
      route,
      { schema: { querystring: z.object({}) }, config: { audit: 'assets', access: 'public' } },
      (_request, reply) => reply.type(type).header('cache-control', 'public, max-age=86400').send(icon),
    )
  }
}
