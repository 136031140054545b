import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import type { Carry } from '../carry.ts'
import { carried, readCarry } from '../carry.ts'
import { paths } from '../paths.ts'
import { organisations } from '../queries/the-organisation.ts'
import { DoorsView } from '../views/doors-view.tsx'

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

/** Draws the doors. With several organisations on one installation none of them is named before anybody is known. */
export async function showDoors(parts: Parts, reply: FastifyReply, carry: Carry): Promise<FastifyReply> {
  const known = await organisations(parts.db)
  const only = known.length === 1 ? known[0] : undefined
  return reply.view(
    <DoorsView
      organisation={only?.name ?? null}
      carry={carry}
      reportHref={only === undefined ? null : `/at/${only.slug}/tell`}
    />,
  )
}
