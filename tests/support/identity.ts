import { afterAll, beforeAll } from 'vitest'
import type { PersonActor } from '#core/actor.ts'
import type { Identity } from '#platform/identity/identity.ts'
import { openIdentity } from '#platform/identity/identity.ts'
import type { TestDatabase } from './database.ts'
import type { GivenOrganisation } from './given.ts'
import { givenOrganisation, givenPerson } from './given.ts'

export const RULES = { minimum: 10, mix: 2 }
export const PASSWORD = 'Seven-otters-4-tea'

/** Identity over the file's database, and the letters that it would have sent. */
export interface TestIdentity {
  readonly identity: Identity
  readonly letters: { to: string; url: string }[]
  readonly organisation: GivenOrganisation
}

/** Opens identity for a test file, with one organisation. */
export function useIdentity(t: TestDatabase, options: { sample?: boolean } = {}): TestIdentity {
  const letters: { to: string; url: string }[] = []
  const opened: { identity?: Identity; organisation?: GivenOrganisation } = {}
  beforeAll(async () => {
    opened.organisation = await givenOrganisation(t)
    opened.identity = openIdentity({
      webUrl: t.webUrl,
      secret: Buffer.alloc(32, 7),
      baseUrl: 'https://kept.example',
      secureCookies: true,
      clock: t.clock,
      sample: options.sample ?? false,
      sendMagicLink: async (to, url) => void letters.push({ to, url }),
    })
  })
  afterAll(() => opened.identity?.close())
  return {
    letters,
    get identity() {
      if (opened.identity === undefined) throw new Error('opened before the first test')
      return opened.identity
    },
    get organisation() {
      if (opened.organisation === undefined) throw new Error('opened before the first test')
      return opened.organisation
    },
  }
}

let people = 0

export interface Known {
  readonly person: PersonActor
  readonly userId: string
  readonly email: string
}

/** Somebody with an address of their own and, if told, a password. */
export async function givenUser(
  t: TestDatabase,
  given: TestIdentity,
  options: { kind?: 'staff' | 'parent' | 'pupil'; password?: string; organisation?: GivenOrganisation } = {},
): Promise<Known> {
  people += 1
  const person = await givenPerson(t, options.organisation ?? given.organisation, { kind: options.kind ?? 'staff' })
  const email = `person-${people}@larkbeck.example`
  const userId = await given.identity.ensureUser({ ...placeOf(person), email })
  if (options.password !== undefined) await given.identity.setPassword(userId, options.password, RULES)
  return { person, userId, email }
}

/** The organisation and the person of an actor. */
export const placeOf = (person: PersonActor): { organisationId: string; personId: string } => ({
  organisationId: person.organisationId,
  personId: person.personId,
})

/** Every row of identity as one text, for looking whether something is in it. */
export async function everyRow(t: TestDatabase): Promise<string> {
  const tables = await t.peek<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('identity', 'app')`,
  )
  const rows: object[] = []
  for (const { name } of tables) rows.push(...(await t.peek(`select row_to_json(r) as row from ${name} r`)))
  return JSON.stringify(rows)
}
