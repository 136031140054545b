import { join } from 'node:path'
import { appoint, createOrganisation, importRoster, readSchools, setFamilyLink, setTerms } from '#areas/people/index.ts'
import { publishPolicy } from '#areas/policy/index.ts'
import type { SystemActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { SetClock } from '#core/clock.ts'
import { Halt } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import type { Database } from '#platform/database/database.ts'
import { openDatabase } from '#platform/database/database.ts'
import type { Tx } from '#platform/database/tx.ts'
import { makeLarkbeck } from './larkbeck.ts'
import { readPackFolder } from './read-pack.ts'
import type { Sample } from './types.ts'

/** Where the sample's history is made. */
export interface SampleWorld {
  readonly db: Database
  readonly clock: SetClock
  readonly system: SystemActor
  readonly schoolId: string
  readonly sample: Sample
  /** The ids of people by their number in the roster. */
  readonly people: ReadonlyMap<string, string>
}

/** Makes the invented school by running the program's own commands under a set clock. Says what it does as it goes. */
export async function loadSample(
  webUrl: string,
  root: string,
  now: Temporal.Instant,
  log: (line: string) => void,
): Promise<void> {
  const sample = makeLarkbeck()
  const clock = new SetClock('2024-08-27T08:00:00Z')
  const db = openDatabase(webUrl, { clock })
  try {
    log('Making the sample school: policy and terms')
    const system = systemActor(newId(clock), 'sample')
    await db.inTx(system, (tx) =>
      createOrganisation(tx, system, { slug: sample.organisation.slug, name: sample.organisation.name, sample: true }),
    )
    const policy = readPackFolder(join(root, 'packs/special-all-through'))
    await db.inTx(system, (tx) =>
      publishPolicy(tx, system, { pack: policy, inForceOn: Temporal.PlainDate.from('2024-09-02') }),
    )
    for (const year of sample.schoolYears) {
      const start = Temporal.Instant.from(`${year}-09-01T08:00:00Z`)
      if (Temporal.Instant.compare(start, now) > 0) break
      clock.set(start)
      log(`Making the sample school: the people of ${year}/${(year + 1) % 100}`)
      await db.inTx(system, (tx) => importYear(tx, system, sample, year))
    }
    clock.set(now)
  } finally {
    await db.close()
  }
}

async function importYear(tx: Tx, system: SystemActor, sample: Sample, year: number): Promise<void> {
  const plan = await importRoster(tx, system, sample.rosterFor(year), { dryRun: false, skipFaultyRows: false })
  if (plan.blocked !== null)
    throw new Halt(`The sample's own roster for ${year} is not right. This is a fault of ours.`)
  const [school] = await readSchools(tx)
  if (school === undefined) throw new Halt('The sample has no school. This is a fault of ours.')
  const people = await idsOf(tx, system)
  const idOf = (sourceId: string) => people.get(sourceId) ?? null
  await setTerms(tx, system, { schoolId: school.id, terms: sample.terms.filter((term) => term.schoolYear === year) })
  for (const fact of sample.families) {
    const [adultId, childId] = [idOf(fact.adult), idOf(fact.child)]
    if (adultId !== null && childId !== null && !fact.maySign)
      await setFamilyLink(tx, system, { adultId, childId, relationship: fact.relationship, maySign: false })
  }
  const [from, until] = [`${year}-09-01`, `${year + 1}-09-01`]
  for (const post of sample.posts) {
    const personId = idOf(post.person)
    const begins = year === sample.schoolYears[0] ? post.fromOn < until : post.fromOn >= from && post.fromOn < until
    if (personId !== null && begins && post.untilOn === null)
      await appoint(tx, system, {
        post: post.post,
        personId,
        schoolId: null,
        fromOn: Temporal.PlainDate.from(post.fromOn),
      })
  }
}

async function idsOf(tx: Tx, system: SystemActor): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('app.person')
    .select(['id', 'source_id'])
    .where('organisation_id', '=', system.organisationId)
    .where('source_id', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.source_id ?? '', row.id]))
}
