import type { FastifyReply } from 'fastify'
import { systemActor } from '#core/actor.ts'
import type { Parts } from '#platform/parts.ts'
import type { Carry } from '../carry.ts'
import { paths } from '../paths.ts'
import { listSamplePeople } from '../queries/sample-people.ts'
import { organisations, theOrganisation } from '../queries/the-organisation.ts'
import { DoorsView } from '../views/doors-view.tsx'
import { SampleSignInView } from '../views/sample-sign-in-view.tsx'

/** Draws the first page of signing in: everybody of the sample, or the doors of a school's own installation. */
export const showSignIn = (parts: Parts, reply: FastifyReply, carry: Carry): Promise<FastifyReply> =>
  parts.sample ? showPeople(parts, reply, carry, '') : showDoors(parts, reply, carry)

/** Draws the doors. With several organisations on one installation none of them is named before anybody is known. */
export async function showDoors(parts: Parts, reply: FastifyReply, carry: Carry): Promise<FastifyReply> {
  const known = await organisations(parts.db)
  if (known.length === 0) return reply.redirect(paths.setUp.to(), 303)
  const only = known.length === 1 ? known[0] : undefined
  return reply.view(
    <DoorsView
      organisation={only?.name ?? null}
      carry={carry}
      reportHref={only === undefined ? null : `/at/${only.slug}/tell`}
    />,
  )
}

/** Draws the people of the sample, or those of them who have a name. */
export async function showPeople(
  parts: Parts,
  reply: FastifyReply,
  carry: Carry,
  words: string,
): Promise<FastifyReply> {
  const organisation = await theOrganisation(parts.db)
  const people = await parts.db.inTx(systemActor(organisation.organisationId, 'sample/sign-in'), (tx) =>
    listSamplePeople(tx, words),
  )
  return reply.view(
    <SampleSignInView
      organisation={organisation.name}
      people={people}
      words={words}
      carry={carry}
      reportHref={`/at/${organisation.slug}/tell`}
    />,
  )
}
