import type { Config } from '#config/config.ts'
import { Halt } from '#core/errors.ts'
import type { Ground } from '../program.ts'
import { openGround } from '../program.ts'
import type { KnownOrganisation } from '../stamp.ts'
import { knownOrganisations } from '../stamp.ts'
import { progress } from './command.ts'

/** Opens the database for one command and closes it again, whatever happens. */
export async function withGround<T>(config: Config, work: (ground: Ground) => Promise<T>): Promise<T> {
  const ground = await openGround(config, { log: progress, guest: true })
  try {
    return await work(ground)
  } finally {
    await ground.stop()
  }
}

/**
 * The organisation of a slug; with no slug, the only one there is.
 * @throws Halt when there is none, or several and none was named.
 */
export async function organisationOf(ground: Ground, slug: string | undefined): Promise<KnownOrganisation> {
  const known = await knownOrganisations(ground.db)
  const found =
    slug === undefined ? (known.length === 1 ? known[0] : undefined) : known.find((one) => one.slug === slug)
  if (found !== undefined) return found
  if (known.length === 0) throw new Halt('There is no organisation in this database yet.')
  throw new Halt(
    `${slug === undefined ? 'Say which organisation with --organisation' : `There is no organisation “${slug}”`}. Known: ${known.map((one) => one.slug).join(', ')}.`,
  )
}
