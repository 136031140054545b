import { askException, takeAction } from '#areas/actions/index.ts'
import { publishPolicy } from '#areas/policy/index.ts'
import { moveRecord, openRecord, readCase, seedEntries, takeStep } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import type { TestApp } from '#tests/support/app.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import type { GivenOrganisation } from '#tests/support/given.ts'
import { givenFamily, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { tellAll } from '#tests/support/told.ts'
import type { MorePage } from './more-page.ts'

/** Pages about what the policy of the world of the routes does not know, in schools whose policies know it. */
export async function pagesOfOtherPolicies(t: TestDatabase, app: TestApp): Promise<MorePage[]> {
  return [...(await pagesOfActions(t)), ...(await pagesOfEntries(t, app))]
}

/** What may follow from a case, in a school that runs by the policy of the group. */
async function pagesOfActions(t: TestDatabase): Promise<MorePage[]> {
  const school = await givenOrganisation(t, 'Marrow School')
  await givenPolicy(t, school, 'specialist-group')
  const staff = (...posts: string[]) => givenPerson(t, school, { kind: 'staff', name: 'Priya Raman', posts })
  const dsl = await staff('dsl', 'safeguarding_manager')
  const head = await staff('head')
  const pupil = await givenPerson(t, school, { kind: 'pupil', name: 'Robin Hale', yearGroup: 7 })
  const parent = await givenPerson(t, school, { kind: 'parent', name: 'Ines Hale', email: 'ines@hale.example' })
  await givenFamily(t, parent, pupil)
  const caseId = await opened(t, dsl, school, pupil)
  const common = { caseId, schoolId: school.schoolId, personId: pupil.personId, why: 'Twice this week' }
  const action = await t.as(head, (tx) => takeAction(tx, head, { ...common, action: 'access_removed' }))
  const asked = { ...common, personId: dsl.personId, exception: 'phone_in_emergency', caseId: null, fields: {} }
  const exception = await t.as(dsl, (tx) => askException(tx, dsl, asked))
  const letter = await t.as(head, (tx) => takeAction(tx, head, { ...common, action: 'tell_parents' }))
  await done(t, head, letter, { happened_on: '2026-11-20', what_we_did: 'We talked to Robin.' })
  await t.as(dsl, (tx) => moveRecord(tx, dsl, { recordId: caseId, to: 'flow/debrief', reason: 'It is over' }))
  await done(t, dsl, caseId, { debrief_present: 'The team', debrief_found: 'Little' })
  const [written] = await t.peek<{ id: string }>(
    "select id from app.record where organisation_id = $1 and kind like 'sent%'",
    [school.organisationId],
  )
  return [
    { route: 'GET /actions/new', path: `/actions/new?case=${caseId}`, as: head },
    { route: 'GET /actions/:id', path: `/actions/${action}`, as: head },
    { route: 'GET /exceptions/new/:exception', path: '/exceptions/new/phone_in_emergency', as: dsl },
    { route: 'GET /exceptions/:id', path: `/exceptions/${exception}`, as: dsl },
    { route: 'GET /written-letters/:id', path: `/written-letters/${written?.id}`, as: parent },
    { route: 'GET /incidents/:id/follows', path: `/incidents/${caseId}/follows`, as: dsl },
    { route: 'GET /policy/documents/:document/attach', path: '/policy/documents/gdpr_policy/attach', as: dsl },
  ]
}

async function opened(t: TestDatabase, by: PersonActor, { schoolId }: GivenOrganisation, pupil: PersonActor) {
  const people = [{ part: 'victim', personId: pupil.personId, described: null }]
  const input = { kind: 'incident', schoolId, title: 'Group chat', category: null, occurredAt: null, fields: {} }
  return (await t.as(by, (tx) => openRecord(tx, by, { ...input, people }))).id
}

/** Takes the first step of a record that waits. */
async function done(t: TestDatabase, by: PersonActor, recordId: string, fields: Readonly<Record<string, string>>) {
  const taken = await t.as(by, async (tx) => {
    const [open] = (await readCase(tx, recordId)).open
    if (open === undefined) throw new Error('no step waits')
    return takeStep(tx, by, { recordId, step: open.key, does: { done: true }, fields, told: tellAll(open, []) })
  })
  if (!taken.ok) throw new Error(taken.says)
}

/** A register that the policy fills, and a question to somebody who is only described, in a village school. */
async function pagesOfEntries(t: TestDatabase, app: TestApp): Promise<MorePage[]> {
  const school = await givenOrganisation(t, 'Yarrow School')
  const system = systemActor(school.organisationId, 'tests')
  const pack = structuredClone(packNamed('village-primary'))
  const { conference } = pack.records
  if (conference === undefined) throw new Error('the policy has no conferences')
  // Straight to where those who take part are asked.
  conference.start = 'consents'
  await t.as(system, async (tx) => {
    await publishPolicy(tx, system, { pack, inForceOn: Temporal.PlainDate.from('2026-09-04') })
    await seedEntries(tx, system)
  })
  const posts = ['online_safety_lead']
  const lead = await givenPerson(t, school, { kind: 'staff', name: 'Tilda Marsh', posts })
  const [entry] = await t.as(lead, (tx) => tx.selectFrom('app.record_detail').select('record_id').execute())
  return [
    { route: 'GET /entries/:id/change', path: `/entries/${entry?.record_id}/change`, as: lead },
    { route: 'GET /answer/:organisation/:token', path: await answerLink(t, app, lead, school), as: null },
  ]
}

/** The link by which somebody outside says whether they may be recorded. */
async function answerLink(
  t: TestDatabase,
  app: TestApp,
  lead: PersonActor,
  { schoolId }: GivenOrganisation,
): Promise<string> {
  const people = [{ part: 'adult_in_it', personId: null, described: 'A scientist of the museum' }]
  const { id } = await t.as(lead, (tx) =>
    openRecord(tx, lead, {
      ...{ kind: 'conference', schoolId, title: 'A call to the museum', category: null, occurredAt: null, people },
      fields: { to_be_recorded: true, recording_consents: [] },
    }),
  )
  const links = `/agreements/of-record/${id}`
  const form = (await app.get(links, lead)).forms.find(({ fields }) => 'person' in fields)
  const made = await app.post(links, form?.fields ?? {}, lead)
  const [link] = /\/answer\/[^"<\s]+/.exec(made.body) ?? []
  if (link === undefined) throw new Error('no link is made')
  return link
}
