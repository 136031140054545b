import { systemActor } from '#core/actor.ts'
import type { JobTask } from '#platform/jobs/runner.ts'
import type { Parts } from '#platform/parts.ts'
import { peopleWhoSignIn } from '../queries/people-who-sign-in.ts'

/**
 * `name_users` (when people changed, and each day): everybody who is here and signs in by mail can, with the address that
 * the school has now; whoever has left cannot. Pupils sign in with a card, which names them itself.
 */
export const nameUsers =
  (parts: Pick<Parts, 'db' | 'identity'>): JobTask =>
  async ({ organisationId }) => {
    const { here, left } = await parts.db.inTx(systemActor(organisationId, 'sign-in'), peopleWhoSignIn)
    await parts.identity.ensureUsers(here.map((person) => ({ organisationId, ...person })))
    await parts.identity.endAccessOf(organisationId, left)
  }
