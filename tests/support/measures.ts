import { type CheckMeasure, checkMeasure } from '#areas/measures/index.ts'
import { publishPolicy } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import type { TestDatabase } from './database.ts'
import { type GivenOrganisation, givenOrganisation, givenPerson } from './given.ts'
import { packNamed } from './packs.ts'

/** A pack with three measures: one that a post checks each term, one that any of two check, one that nobody is named for. */
function packWithMeasures() {
  const pack = structuredClone(packNamed('special-all-through'))
  pack.measures = {
    passwords: {
      says: 'Length of passwords',
      value: { minimum: 6, change: { value: 'each term', source: 'stated' } },
      for: [],
      held_by: 'party/network_manager',
      checked: { every: 'term', by: 'party/online_safety_lead', proof: ['report', 'screenshot'] },
      clauses: ['L-241'],
    },
    filter: {
      says: 'The web filter',
      value: {},
      for: [],
      held_by: 'party/network_manager',
      checked: {
        every: { policy_says: 'regularly', we_count: '2 weeks' },
        by: { any_of: ['party/dsl', 'party/online_safety_lead'] },
        proof: ['statement'],
      },
      clauses: [],
    },
    file_names: { says: 'File names without pupils’ names', value: {}, for: [], held_by: 'kept', clauses: [] },
  }
  return pack
}

/** A school with that pack, and what tests of measures do with it. */
export function measureTests(t: TestDatabase) {
  async function given() {
    t.clock.set('2026-10-19T08:00:00Z')
    const organisation = await givenOrganisation(t)
    const system = systemActor(organisation.organisationId, 'tests')
    await t.as(system, async (tx) => {
      await publishPolicy(tx, system, { pack: packWithMeasures(), inForceOn: Temporal.PlainDate.from('2026-09-04') })
      for (const [title, starts_on, ends_on] of [
        ['Autumn', '2026-09-02', '2026-12-18'],
        ['Spring', '2027-01-05', '2027-03-25'],
      ] as const)
        await tx
          .insertInto('app.term')
          .values({
            organisation_id: organisation.organisationId,
            id: newId(),
            school_id: organisation.schoolId,
            title,
            starts_on,
            ends_on,
            days_off: '[]',
          })
          .execute()
    })
    const person = (name: string, ...posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
    return {
      organisation,
      lead: await person('Sam Pritchard', 'online_safety_lead'),
      dsl: await person('Priya Raman', 'dsl'),
      network: await person('Ben Adeyemi', 'network_manager'),
      teacher: await person('Jo Marsh'),
      governor: await givenPerson(t, organisation, { kind: 'governor', name: 'Ann Lowe' }),
    }
  }

  const word = (organisation: GivenOrganisation, more: Partial<CheckMeasure> = {}): CheckMeasure => ({
    measure: 'passwords',
    schoolIds: [organisation.schoolId],
    holds: true,
    proof: 'report',
    said: 'The report of the directory: six characters at least.',
    asSet: { minimum: '6' },
    ...more,
  })
  const state = (actor: PersonActor, input: CheckMeasure) => t.as(actor, (tx) => checkMeasure(tx, actor, input))
  return { given, word, state }
}
