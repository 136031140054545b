import { beforeAll, describe, expect, test } from 'vitest'
import { openCsrf } from '#platform/web/csrf.ts'
import type { TestApp } from '#tests/support/app.ts'
import { testKeys, useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { pathOf } from './path-of.ts'
import { EVERYBODY, SIGNED_IN } from './roles.ts'
import { ROUTES } from './routes.table.ts'
import type { Role, SecurityWorld, Things } from './world.ts'
import { givenWorld, ROLES, secretOf } from './world.ts'

const t = useDatabase()
const app = useApp(t, { sample: true })
const world: { mine?: SecurityWorld; theirs?: SecurityWorld } = {}
beforeAll(async () => {
  world.mine = await givenWorld(t, app)
  world.theirs = await givenWorld(t, app)
})

/** Answers that let nobody in: told to sign in, refused, or the same page as for what does not exist. */
const CLOSED = new Set([401, 403, 404, 429])

/** Ends every session of whoever asks: asked last, or all that comes after it would be shut out for the wrong reason. */
const EVERYWHERE = 'POST /sign-out/everywhere'

describe('every route', () => {
  test('has its row in the table, and every row has its route', () => {
    const declared = app.routes
      .filter((route) => !['assets', 'health'].includes(route.audit))
      .map((route) => `${route.method} ${route.url}`)
    expect(Object.keys(ROUTES).toSorted()).toEqual([...new Set(declared)].toSorted())
  })

  test.each(Object.entries(ROUTES).filter(([name]) => name !== EVERYWHERE))(
    '%s opens for those in its row and for nobody else',
    async (name, row) => {
      const opened: Role[] = []
      for (const role of ROLES) {
        const answer = await ask(app, name, role, there(world.mine), there(world.mine).things)
        // Signing out leads to the sign-in page as well: there it is the answer, not the door.
        const away = toSignIn(answer.location) && !name.startsWith('POST /sign-out')
        if (!CLOSED.has(answer.status) && !away) opened.push(role)
      }
      expect(opened).toEqual(ROLES.filter((role) => row.open.includes(role)))
    },
  )

  test.each(Object.entries(ROUTES).filter(([, row]) => row.names !== undefined))(
    '%s gives nobody anything of another organisation',
    async (name) => {
      const secret = secretOf(there(world.theirs).things.organisation)
      for (const role of ROLES) {
        const answer = await ask(app, name, role, there(world.mine), there(world.theirs).things)
        expect(answer.body.includes(secret), `${role} read a secret`).toBe(false)
        expect(CLOSED.has(answer.status) || toSignIn(answer.location), `${role} got ${answer.status}`).toBe(true)
      }
    },
  )

  test('refuses every form without a token, and with the token of somebody else’s session', async () => {
    const { people } = there(world.mine)
    const own = await app.signedIn(people.lead)
    const other = await app.signedIn(people.head)
    for (const [name, row] of Object.entries(ROUTES)) {
      if (!name.startsWith('POST ') || !row.open.includes('lead') || row.open === EVERYBODY) continue
      const path = pathOf(name, there(world.mine).things)
      expect((await own.post(path, row.fields ?? {}, { csrf: null })).status, name).toBe(403)
      expect((await own.post(path, row.fields ?? {}, { csrf: other.csrf ?? '' })).status, name).toBe(403)
      expect(
        (await own.post(path, row.fields ?? {}, { headers: { 'sec-fetch-site': 'cross-site' } })).status,
        name,
      ).toBe(403)
    }
  })

  test('signing out everywhere shuts every session of the person, and nobody else’s', async () => {
    const { people, things } = there(world.mine)
    const [here, elsewhere, other] = [
      await app.signedIn(people.pupil),
      await app.signedIn(people.pupil),
      await app.signedIn(people.parent),
    ]
    expect((await here.post(pathOf(EVERYWHERE, things), {})).status).toBe(303)
    expect(toSignIn((await elsewhere.get('/policy')).location)).toBe(true)
    expect((await other.get('/policy')).status).toBe(200)
    expect((await app.browser().post(pathOf(EVERYWHERE, things), {})).status).toBe(401)
  })

  test('says that there is no such page where its address holds what is no id', async () => {
    const sessions = new Map<string, Awaited<ReturnType<typeof app.signedIn>>>()
    for (const [name, row] of Object.entries(ROUTES)) {
      const role = row.open.find((one) => one !== 'nobody')
      if (!name.startsWith('GET ') || row.names === undefined || role === undefined) continue
      const { people, things } = there(world.mine)
      const names = new Set<string>(Object.values(row.names))
      const odd = Object.fromEntries(Object.entries(things).map(([key, id]) => [key, names.has(key) ? 'no-id' : id]))
      // Whoever has just signed out everywhere comes anew.
      const session = sessions.get(role) ?? (await app.signedIn(people[role]))
      sessions.set(role, session)
      expect((await session.get(pathOf(name, { ...things, ...odd }))).status, name).toBe(404)
    }
  })

  test('that wants a session sends nobody further than to sign in', async () => {
    for (const [name, row] of Object.entries(ROUTES)) {
      if (row.open !== SIGNED_IN || !name.startsWith('GET ')) continue
      const answer = await app.get(pathOf(name, there(world.mine).things), null)
      expect(CLOSED.has(answer.status) || toSignIn(answer.location), name).toBe(true)
    }
  })
})

async function ask(of: TestApp, name: string, role: Role, who: SecurityWorld, things: Things) {
  const path = pathOf(name, things)
  if (role === 'nobody') {
    const browser = of.browser()
    browser.csrf = openCsrf(testKeys.derive('csrf')).tokenFor(null)
    return name.startsWith('GET ') ? browser.get(path) : browser.post(path, ROUTES[name]?.fields ?? {})
  }
  const as = who.people[role]
  // What ends a session gets one of its own.
  if (ROUTES[name]?.ends === true) return (await of.signedIn(as)).post(path, ROUTES[name]?.fields ?? {})
  return name.startsWith('GET ') ? of.get(path, as) : of.post(path, ROUTES[name]?.fields ?? {}, as)
}

const toSignIn = (location: string | undefined): boolean => location?.startsWith('/sign-in') ?? false

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the world is made before the first test')
  return value
}
