import { createOrganisation } from '#areas/people/index.ts'
import { publishPolicy } from '#areas/policy/index.ts'
import { readConfig } from '#config/read-config.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { openIdentity } from '#platform/identity/identity.ts'
import type { Ground } from '#src/program.ts'
import { openGround } from '#src/program.ts'
import { freePort } from './free-port.ts'
import { packNamed } from './packs.ts'

/** A real school in a data folder of its own, as `npm run serve` would find it, and who is signed in to it. */
export interface SchoolOnDisk {
  readonly organisationId: string
  readonly slug: string
  /** What the program has to be started with. */
  readonly env: Readonly<Record<string, string>>
  readonly url: string
  /** The Cookie headers of as many sessions, each of a head teacher of their own. */
  readonly cookies: readonly string[]
}

/** Makes the school by the program's own commands, and stops its database again. */
export async function makeSchoolOnDisk(data: string, sessions: number): Promise<SchoolOnDisk> {
  const port = await freePort()
  const env = { KEPT_DATA: data, KEPT_PORT: String(port), KEPT_LOG: 'silent' }
  const ground = await openGround(readConfig(env, 'real'), { log: () => {} })
  try {
    const organisationId = newId()
    const slug = `larkbeck-${organisationId.slice(-6)}`
    const heads = await makeSchool(ground, { organisationId, slug, heads: sessions })
    const url = ground.config.web.baseUrl
    return { organisationId, slug, env, url, cookies: await signIn(ground, heads) }
  } finally {
    await ground.stop()
  }
}

async function makeSchool(
  { db }: Ground,
  { organisationId, slug, heads }: { organisationId: string; slug: string; heads: number },
): Promise<PersonActor[]> {
  const system = systemActor(organisationId, 'tests')
  return db.inTx(system, async (tx) => {
    await createOrganisation(tx, system, { slug, name: 'Larkbeck School', sample: false })
    const schoolId = newId()
    await tx
      .insertInto('app.school')
      .values({ organisation_id: organisationId, id: schoolId, name: 'Larkbeck' })
      .execute()
    const pack = packNamed('special-all-through')
    await publishPolicy(tx, system, { pack, inForceOn: Temporal.PlainDate.from('2024-09-02') })
    const made: PersonActor[] = []
    for (let count = 0; count < heads; count += 1) {
      const personId = newId()
      const own = { organisation_id: organisationId, id: newId(), person_id: personId, from_on: '2024-09-02' }
      const name = { given_name: 'Hal', family_name: `Example ${count}` }
      await tx
        .insertInto('app.person')
        .values({ organisation_id: organisationId, id: personId, ...name })
        .execute()
      await tx
        .insertInto('app.person_membership')
        .values({ ...own, school_id: schoolId, kind: 'staff' })
        .execute()
      await tx
        .insertInto('app.post_holder')
        .values({ ...own, id: newId(), post: 'head' })
        .execute()
      made.push({ kind: 'person', organisationId, personId, audience: 'staff' })
    }
    return made
  })
}

async function signIn(ground: Ground, people: readonly PersonActor[]): Promise<string[]> {
  const doors = openIdentity({
    webUrl: ground.webUrl,
    secret: ground.keys.derive('identity', 1),
    baseUrl: ground.config.web.baseUrl,
    secureCookies: false,
    sample: true,
    sendMagicLink: async () => {},
  })
  const cookies: string[] = []
  for (const { organisationId, personId } of people) {
    const userId = await doors.ensureUser({ organisationId, personId, email: null })
    const { token } = await doors.signInAs(userId, { wished: { organisationId, personId } })
    cookies.push(doors.cookie.set(token).split(';')[0] ?? '')
  }
  await doors.close()
  return cookies
}
