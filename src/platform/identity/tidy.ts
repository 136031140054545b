import type { IdentityContext } from './context.ts'

/** Forgets what is over: dead sessions, old counts, passes and tokens that nobody needs any more. */
export async function tidyIdentity(identity: IdentityContext): Promise<void> {
  const now = identity.clock.now()
  const yesterday = now.subtract({ hours: 24 }).toString()
  await identity.db.deleteFrom('identity.session').where('expires_at', '<=', now.toString()).execute()
  await identity.db.deleteFrom('identity.attempt').where('began_at', '<=', yesterday).execute()
  await identity.db.deleteFrom('identity.pass').where('expires_at', '<=', now.toString()).execute()
  await identity.db.deleteFrom('identity.spent_token').where('until_at', '<=', now.toString()).execute()
  await identity.db.deleteFrom('identity.setup_token').where('expires_at', '<=', now.toString()).execute()
}
