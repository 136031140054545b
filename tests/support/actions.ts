import { publishPolicy } from '#areas/policy/index.ts'
import { openRecord } from '#areas/records/index.ts'
import { systemActor } from '#core/actor.ts'
import { pack as packSchema } from '#pack/types/pack.ts'
import type { TestDatabase } from './database.ts'
import { givenOrganisation, givenPerson } from './given.ts'
import { packNamed } from './packs.ts'

/** The pack with an action that lasts, one that does not, and two exceptions. */
function packWithActions() {
  const written = structuredClone(packNamed('special-all-through'))
  return packSchema.parse({
    ...written,
    actions: {
      off_line: {
        says: 'Internet withdrawn',
        kind: 'sanction',
        by: { any_of: ['party/head', 'party/dsl'] },
        fields: [{ id: 'until', asks: 'Until when?', type: 'date' }],
        effects: [{ close: 'guard/primary_internet', until: 'until' }],
        remind: '2 days',
        lifted_by: 'party/head',
        appeal_to: { to: 'party/online_safety_lead' },
        clauses: [],
      },
      talk: { says: 'A talk', kind: 'support', by: 'party/head' },
      supervised: {
        says: 'Supervised at the computer',
        kind: 'support',
        by: 'party/head',
        effects: [{ list: 'record/supervised_list' }],
        lifted_by: 'party/head',
      },
    },
    records: {
      ...written.records,
      supervised_list: {
        says: 'Pupils who are supervised',
        handled_by: 'party/dsl',
        parts: [{ id: 'pupil', says: 'The pupil', of: ['pupil'] }],
        sight: [{ who: 'party/dsl', sees: 'all' }],
      },
    },
    exceptions: {
      unblocked: {
        says: 'A site unblocked',
        from: 'measure/passwords',
        for: 'party/staff',
        decision: 'decision/head_says',
        ends: { after: '2 weeks' },
      },
      emergency: { says: 'An emergency call', from: 'measure/passwords', for: 'opener', ends: { after: '1 day' } },
    },
    decisions: { ...written.decisions, head_says: { says: 'The head agrees', by: { any_of: ['party/head'] } } },
    guards: { ...written.guards, primary_internet: { ...written.guards.primary_internet, active: true } },
    measures: { passwords: { says: 'Length of passwords', held_by: 'kept' } },
  })
}

/** A school with that pack, its people and a case. */
export async function givenActions(t: TestDatabase) {
  t.clock.set('2026-10-05T08:00:00Z')
  const organisation = await givenOrganisation(t)
  const system = systemActor(organisation.organisationId, 'tests')
  await t.as(system, (tx) =>
    publishPolicy(tx, system, { pack: packWithActions(), inForceOn: Temporal.PlainDate.from('2026-09-04') }),
  )
  const person = (name: string, ...posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
  const dsl = await person('Priya Raman', 'dsl')
  const head = await person('Margaret Oyelaran', 'head')
  const lead = await person('Sam Pritchard', 'online_safety_lead')
  const teacher = await person('Jo Marsh')
  const pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Robin Hale', yearGroup: 4 })
  const governor = await givenPerson(t, organisation, { kind: 'governor', name: 'Ann Lowe' })
  const incident = await t.as(dsl, (tx) =>
    openRecord(tx, dsl, {
      kind: 'incident',
      schoolId: organisation.schoolId,
      title: 'Unkind messages',
      category: 'bullying',
      occurredAt: null,
      fields: { kind: 'bullying' },
      people: [{ part: 'instigator', personId: pupil.personId, described: null }],
    }),
  )
  return { organisation, system, dsl, head, lead, teacher, pupil, governor, caseId: incident.id }
}
