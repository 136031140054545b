import { z } from 'zod'
import { systemActor } from '#core/actor.ts'
import { BadInput } from '#core/errors.ts'
import type { Parts } from '#platform/parts.ts'
import type { Web } from '#platform/web/server.ts'
import { CARRY_LIMIT, carried, readCarry } from '../carry.ts'
import { letIn, replaced } from '../let-in.ts'
import { paths } from '../paths.ts'
import { theOrganisation } from '../queries/the-organisation.ts'
import { showPeople } from './show-sign-in.tsx'

/** Signing in as an invented person, in the sample only. */
export async function sampleSignInPage(app: Web, parts: Parts): Promise<void> {
  app.get(
    paths.signIn.route,
    {
      schema: { querystring: z.object({ words: z.string().max(100).catch(''), next: carried.next }) },
      config: { audit: 'sign_in.viewed', access: 'visitor' },
    },
    (request, reply) => showPeople(parts, reply, readCarry(request.query), request.query.words.trim()),
  )

  app.post(
    paths.signInAs.route,
    {
      schema: { body: z.object({ ...carried, person: z.uuid() }) },
      bodyLimit: CARRY_LIMIT,
      config: { audit: 'sign_in.as_sample', access: 'visitor' },
    },
    async (request, reply) => {
      const { organisationId } = await theOrganisation(parts.db)
      const { person } = request.body
      const userId =
        (await parts.identity.userOf(organisationId, person)) ?? (await nameUser(parts, organisationId, person))
      const signedIn = await parts.identity.signInAs(userId, {
        wished: { organisationId, personId: person },
        ...replaced(parts, request.headers.cookie),
      })
      return letIn(parts, reply, signedIn, readCarry(request.body))
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
