import { newId } from '#core/ids.ts'
import type { IdentityContext } from './context.ts'
import { newToken } from './secrets.ts'

const LIVES = Temporal.Duration.from({ hours: 24 })
const TRIES = 20

/** Makes the token that opens the set-up page of an empty database; an older one stops working. */
export async function createSetupToken(identity: IdentityContext): Promise<string> {
  const token = newToken()
  await identity.db.transaction().execute(async (tx) => {
    await tx.deleteFrom('identity.setup_token').execute()
    await tx
      .insertInto('identity.setup_token')
      .values({
        id: newId(identity.clock),
        token_hash: identity.secrets.hash('setup', token),
        expires_at: identity.clock.now().add(LIVES).toString(),
        tries_left: TRIES,
      })
      .execute()
  })
  return token
}

/** Whether a token opens the set-up page. Each wrong one brings the token nearer to its end. */
export async function checkSetupToken(identity: IdentityContext, token: string): Promise<boolean> {
  const hit = await live(identity)
    .set((column) => ({ tries_left: column.ref('tries_left') }))
    .where('token_hash', '=', identity.secrets.hash('setup', token))
    .executeTakeFirst()
  if (hit.numUpdatedRows > 0n) return true
  await live(identity)
    .set((column) => ({ tries_left: column('tries_left', '-', 1) }))
    .execute()
  return false
}

/** Spends the token: of two at once, one is told no. Inside a transaction that fails it is not spent. */
export async function spendSetupToken(identity: IdentityContext, token: string): Promise<boolean> {
  const spent = await live(identity)
    .set({ used_at: identity.clock.now().toString() })
    .where('token_hash', '=', identity.secrets.hash('setup', token))
    .executeTakeFirst()
  return spent.numUpdatedRows > 0n
}

const live = (identity: IdentityContext) =>
  identity.db
    .updateTable('identity.setup_token')
    .where('used_at', 'is', null)
    .where('expires_at', '>', identity.clock.now().toString())
    .where('tries_left', '>', 0)
