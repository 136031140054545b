import {
  appoint,
  endAppointment,
  importRoster,
  readSchools,
  setFamilyLink,
  setPersonFacts,
  setTerms,
} from '#areas/people/index.ts'
import type { SystemActor } from '#core/actor.ts'
import { Halt } from '#core/errors.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Sample } from '../types.ts'

/** The school as a September leaves it. */
export interface SchoolYear {
  readonly schoolId: string
  readonly people: ReadonlyMap<string, string>
}

/** Takes in the roster of a school year, its terms, what the roster does not say of families, and who holds which post. */
export async function importYear(tx: Tx, system: SystemActor, sample: Sample, year: number): Promise<SchoolYear> {
  const plan = await importRoster(tx, system, sample.rosterFor(year), { dryRun: false, skipFaultyRows: false })
  if (plan.blocked !== null)
    throw new Halt(`The sample's own roster for ${year} is not right. This is a fault of ours.`)
  const [school] = await readSchools(tx)
  if (school === undefined) throw new Halt('The sample has no school. This is a fault of ours.')
  const people = await idsOf(tx, system)
  await setTerms(tx, system, { schoolId: school.id, terms: sample.terms.filter((term) => term.schoolYear === year) })
  for (const fact of sample.families) {
    const [adultId, childId] = [people.get(fact.adult), people.get(fact.child)]
    if (adultId !== undefined && childId !== undefined && !fact.maySign)
      await setFamilyLink(tx, system, { adultId, childId, relationship: fact.relationship, maySign: false })
  }
  await changePosts(tx, system, sample, year, people)
  if (year === sample.schoolYears[0]) await tellOfVisitors(tx, system, sample, people)
  return { schoolId: school.id, people }
}

/** What the roster does not say of visitors and the policy asks: those who come regularly sign the adults' agreement. */
async function tellOfVisitors(
  tx: Tx,
  system: SystemActor,
  sample: Sample,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { person, regulatedActivity, contractor } of sample.visitors) {
    const personId = people.get(person)
    const volunteer = sample.people.find((one) => one.sourcedId === person)?.kind === 'volunteer'
    if (personId !== undefined)
      await setPersonFacts(tx, system, {
        personId,
        facts: volunteer
          ? { regulated_activity: regulatedActivity }
          : { regulated_activity: regulatedActivity, contractor },
      })
  }
}

async function changePosts(
  tx: Tx,
  system: SystemActor,
  sample: Sample,
  year: number,
  people: ReadonlyMap<string, string>,
): Promise<void> {
  const [from, until] = [`${year}-09-01`, `${year + 1}-09-01`]
  for (const post of sample.posts) {
    const personId = people.get(post.person)
    if (personId === undefined) continue
    if (post.untilOn !== null && post.untilOn >= `${year - 1}-09-01` && post.untilOn < from)
      await endPost(tx, system, post.post, personId, post.untilOn)
    const begins = year === sample.schoolYears[0] ? post.fromOn < until : post.fromOn >= from && post.fromOn < until
    if (begins)
      await appoint(tx, system, {
        post: post.post,
        personId,
        schoolId: null,
        fromOn: Temporal.PlainDate.from(post.fromOn),
      })
  }
}

async function endPost(tx: Tx, system: SystemActor, post: string, personId: string, untilOn: string): Promise<void> {
  const held = await tx
    .selectFrom('app.post_holder')
    .select('id')
    .where('organisation_id', '=', system.organisationId)
    .where('post', '=', post)
    .where('person_id', '=', personId)
    .where('until_on', 'is', null)
    .execute()
  for (const { id } of held) await endAppointment(tx, system, { id, untilOn: Temporal.PlainDate.from(untilOn) })
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
