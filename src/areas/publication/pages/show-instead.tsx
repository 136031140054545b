import type { FastifyReply } from 'fastify'
import { SchoolsView } from '../views/schools-view.tsx'
import { ShutView } from '../views/shut-view.tsx'
import type { PublicPlace } from './public-place.ts'

/** What stands there instead of a page that the school has not opened, or of which there is one for each school. */
export const showInstead = (
  reply: FastifyReply,
  found: Exclude<PublicPlace, { kind: 'open' }>,
): Promise<FastifyReply> =>
  found.kind === 'shut'
    ? reply.code(404).view(<ShutView tellHref={found.tellHref} />)
    : reply.view(<SchoolsView title={found.title} schools={found.schools} />)
