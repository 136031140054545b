import { z } from 'zod'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { carried, readCarry } from '../carry.ts'
import { paths } from '../paths.ts'
import { showDoors } from './show-sign-in.tsx'

/** The three doors: the first page of a school's installation, and behind a link in the sample. */
export async function doorsPage(app: Web, parts: Parts): Promise<void> {
  for (const route of parts.sample ? [paths.otherWays.route] : [paths.signIn.route, paths.otherWays.route]) {
    app.get(
      route,
      {
        schema: { querystring: z.object({ next: carried.next }) },
        config: { audit: 'sign_in.viewed', access: 'visitor' },
      },
      (request, reply) => showDoors(parts, reply, readCarry(request.query)),
    )
  }
}
