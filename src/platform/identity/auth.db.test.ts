import { describe, expect, test } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { everyRow, givenUser, PASSWORD, useIdentity } from '#tests/support/identity.ts'
import type { Auth } from './auth.ts'
import { openAuth } from './auth.ts'
import { whileOpening } from './opening.ts'
import type { PasswordHasher } from './passwords.ts'
import { argon2id } from './passwords.ts'
import { placesOf } from './places.ts'
import { openSecrets } from './secrets.ts'
import { openStore } from './store.ts'

const AGENT = 'Otterbrowser/7.1 (Larkbeck)'
const HEADERS = new Headers({
  'user-agent': AGENT,
  'x-forwarded-for': '203.0.113.77',
  'x-real-ip': '203.0.113.77',
  forwarded: 'for=203.0.113.77',
})

describe('better-auth, as we set it up', () => {
  const t = useDatabase()
  const given = useIdentity(t)

  const made: string[] = []
  const counting: PasswordHasher = {
    hash: (password) => {
      made.push('hash')
      return argon2id.hash(password)
    },
    verify: (data) => {
      made.push('verify')
      return argon2id.verify(data)
    },
  }
  const useAuth = async (work: (auth: Auth, db: ReturnType<typeof openStore>) => Promise<void>) => {
    const store = openStore(t.webUrl)
    const auth = await openAuth({
      store,
      secrets: openSecrets(Buffer.alloc(32, 7)),
      clock: t.clock,
      baseUrl: 'https://kept.example',
      absolute: Temporal.Duration.from({ hours: 1 }),
      passwords: counting,
    })
    await work(auth, store).finally(() => store.close())
  }

  test('stores neither address nor agent, though it is handed both', async () => {
    const { email } = await givenUser(t, given, { password: PASSWORD })
    await useAuth(async (auth, store) => {
      const placeOf = async (userId: string) => (await placesOf({ db: store.db, clock: t.clock }, userId))[0] ?? null
      const session = await whileOpening('password', placeOf, () =>
        auth.api.signInEmail({ body: { email, password: PASSWORD }, headers: HEADERS }),
      )
      expect(session).not.toBeNull()
    })
    const rows = await everyRow(t)
    expect(rows).not.toContain('203.0.113.77')
    expect(rows).not.toContain('Otterbrowser')
  })

  test('hashes once, whether the password is wrong, missing, or of nobody', async () => {
    const { email } = await givenUser(t, given, { password: PASSWORD })
    const { email: withoutPassword } = await givenUser(t, given)
    await useAuth(async (auth) => {
      for (const login of [email, withoutPassword, 'nobody@larkbeck.example']) {
        made.length = 0
        const body = { email: login, password: 'Wrong-password-1' }
        await expect(auth.api.signInEmail({ body })).rejects.toThrow()
        expect(made, login).toHaveLength(1)
      }
    })
  })

  test('opens no session by itself, even with the right password', async () => {
    const { email, userId } = await givenUser(t, given, { password: PASSWORD })
    await useAuth(async (auth) => {
      await expect(auth.api.signInEmail({ body: { email, password: PASSWORD } })).rejects.toThrow()
      await auth.api.openSessionFor({ body: { userId } })
    })
    expect(await t.peek('select 1 from identity.session where user_id = $1', [userId])).toEqual([])
  })

  test('lets nobody sign themselves up', async () => {
    await useAuth(async (auth) => {
      const body = { email: 'new@larkbeck.example', password: PASSWORD, name: 'New' }
      await expect(auth.api.signUpEmail({ body })).rejects.toThrow()
    })
    expect(await t.peek('select 1 from identity."user" where email = $1', ['new@larkbeck.example'])).toEqual([])
  })
})
