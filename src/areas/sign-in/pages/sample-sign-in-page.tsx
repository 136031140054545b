import { z } from 'zod'
import { systemActor } from '#core/actor.ts'
import { BadInput } from '#core/errors.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { paths } from '../paths.ts'
import { listSamplePeople } from '../queries/sample-people.ts'
import { theOrganisation } from '../queries/the-organisation.ts'
import { SampleSignInView } from '../views/sample-sign-in-view.tsx'

/** Signing in as an invented person, in the sample only. */
export async function sampleSignInPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.signIn.route,
    {
      schema: { querystring: z.object({ words: z.string().max(100).catch('') }) },
      config: { audit: 'sign_in.viewed', access: 'visitor' },
    },
    async (request, reply) => {
      const organisation = await theOrganisation(parts.db)
      const words = request.query.words.trim()
      const people = await parts.db.inTx(systemActor(organisation.organisationId, 'sample/sign-in'), (tx) =>
        listSamplePeople(tx, words),
      )
      return reply.view(
        <SampleSignInView
          organisation={organisation.name}
          people={people}
          words={words}
          reportHref={`/at/${organisation.slug}/tell`}
        />,
      )
    },
  )

  app.post(
    paths.signInAs.route,
    { schema: { body: z.object({ person: z.uuid() }) }, config: { audit: 'sign_in.as_sample', access: 'visitor' } },
    async (request, reply) => {
      const { organisationId } = await theOrganisation(parts.db)
      const { person } = request.body
      const userId =
        (await parts.identity.userOf(organisationId, person)) ?? (await nameUser(parts, organisationId, person))
      const signedIn = await parts.identity.signInAs(userId)
      return reply.header('set-cookie', parts.identity.cookie.set(signedIn.token)).redirect('/', 303)
    },
  )
}

async function nameUser(parts: Parts, organisationId: string, personId: string): Promise<string> {
  const found = await parts.db.inTx(systemActor(organisationId, 'sample/sign-in'), (tx) =>
    tx
      .selectFrom('app.person')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', personId)
      .executeTakeFirst(),
  )
  if (found === undefined) throw new BadInput('sign_in.person.unknown')
  return parts.identity.ensureUser({ organisationId, personId, email: null })
}
