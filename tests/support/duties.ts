import { doDuty, planDuties } from '#areas/duties/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import type { TestDatabase } from './database.ts'
import type { GivenOrganisation } from './given.ts'
import { givenOrganisation, givenPerson } from './given.ts'
import { givenPolicy } from './policy.ts'

/** A stored duty, as a test peeks at it. */
export interface Row {
  id: string
  duty: string
  key: string
  party: string
  title: string
  starts_at: Date
  due_at: Date
  state: string
  note: string | null
}

/** A school with the first policy, and what tests of duties do with it. */
export function dutyTests(t: TestDatabase) {
  const rows = (organisation: GivenOrganisation, duty: string) =>
    t.peek<Row>('select * from app.duty where organisation_id = $1 and duty = $2 order by due_at, key', [
      organisation.organisationId,
      duty,
    ])
  const plan = async (organisation: GivenOrganisation, chance?: () => number) => {
    const system = systemActor(organisation.organisationId, 'tests')
    return t.as(system, (tx) => planDuties(tx, system, chance))
  }
  const term = (organisation: GivenOrganisation) =>
    t.as(systemActor(organisation.organisationId, 'tests'), (tx) =>
      tx
        .insertInto('app.term')
        .values({
          organisation_id: organisation.organisationId,
          id: newId(),
          school_id: organisation.schoolId,
          title: 'Autumn',
          starts_on: '2026-09-02',
          ends_on: '2026-12-18',
          days_off: JSON.stringify([{ name: 'Half term', start: '2026-10-26', end: '2026-10-30' }]),
        })
        .execute(),
    )
  const given = async () => {
    t.clock.set('2026-10-19T08:00:00Z')
    const organisation = await givenOrganisation(t)
    await term(organisation)
    await givenPolicy(t, organisation)
    const dsl = await givenPerson(t, organisation, { kind: 'staff', name: 'Priya Raman', posts: ['dsl'] })
    const head = await givenPerson(t, organisation, { kind: 'staff', name: 'Moira Tolland', posts: ['head'] })
    const network = await givenPerson(t, organisation, { kind: 'staff', name: 'Ned Ash', posts: ['network_manager'] })
    const business = await givenPerson(t, organisation, { kind: 'staff', name: 'Bea Low', posts: ['business_manager'] })
    return { organisation, dsl, head, network, business }
  }
  const first = async (organisation: GivenOrganisation, duty: string): Promise<Row> => {
    const [row] = await rows(organisation, duty)
    if (row === undefined) throw new Error(`no ${duty}`)
    return row
  }
  const done = (actor: PersonActor, dutyId: string, note = 'Read it: nothing to follow up.') =>
    t.as(actor, (tx) => doDuty(tx, actor, { dutyId, note, outcome: 'done' }))
  return { rows, plan, given, first, done }
}
