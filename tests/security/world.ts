import { issueAgreements, signAgreement } from '#areas/assents/index.ts'
import { tellConcern } from '#areas/concerns/index.ts'
import { beginDraft } from '#areas/drafting/index.ts'
import { addItem } from '#areas/evidence/index.ts'
import { incidentHome, linkCases } from '#areas/incidents/index.ts'
import { enterContact, openRecord, readCaseIn, wallOff } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import type { TestApp } from '#tests/support/app.ts'
import { testKeys } from '#tests/support/app.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import { givenFamily, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { givenPolicy } from '#tests/support/policy.ts'

/** Everybody whom the table of routes asks about. */
export const ROLES = [
  'nobody',
  'pupil',
  'parent',
  'visitor',
  'teacher',
  'lead',
  'head',
  'network',
  'governor',
  'named',
] as const
export type Role = (typeof ROLES)[number]

/** Things of one organisation that a route's address may name. */
export interface Things {
  readonly organisation: string
  readonly incident: string
  readonly step: string
  readonly concern: string
  readonly request: string
  readonly signature: string
  readonly person: string
  readonly visitor: string
  readonly duty: string
  readonly clause: string
  readonly roster: string
  readonly class: string
  /** Somebody in the case, by the row that names them. */
  readonly inCase: string
  /** Somebody outside who was told of the case, a wall in it, and its link to another. */
  readonly contact: string
  readonly wall: string
  readonly link: string
  readonly entry: string
  /** A description as evidence of the case, and the entry that somebody has to sign. */
  readonly evidence: string
  readonly evidenceEntry: string
  readonly entryStep: string
  /** A draft of the policy. */
  readonly draft: string
}

export interface SecurityWorld {
  readonly people: Readonly<Record<Exclude<Role, 'nobody'>, PersonActor>>
  readonly things: Things
}

/** The words that stand in everything secret of an organisation, so that a leak is seen wherever it comes out. */
export const secretOf = (organisation: string): string => `secret-of-${organisation}`

/** An organisation with one person of each role, and one of everything that has an id. */
export async function givenWorld(t: TestDatabase, _app: TestApp): Promise<SecurityWorld> {
  const organisation = await givenOrganisation(t)
  const { organisationId, schoolId, slug } = organisation
  const secret = secretOf(slug)
  await givenPolicy(t, organisation)
  const make = (
    kind: 'pupil' | 'parent' | 'staff' | 'governor' | 'visitor',
    posts: string[] = [],
    yearGroup?: number,
  ) =>
    givenPerson(t, organisation, {
      kind,
      name: `Sam ${secret}`,
      posts,
      ...(yearGroup === undefined ? {} : { yearGroup }),
    })
  const people = {
    pupil: await make('pupil', [], 9),
    parent: await make('parent'),
    visitor: await make('visitor'),
    teacher: await make('staff'),
    lead: await make('staff', ['online_safety_lead']),
    head: await make('staff', ['head']),
    network: await make('staff', ['network_manager']),
    governor: await make('governor', ['chair_of_governors']),
    // Holds a post of the circle and is named in the case: the wall must be stronger than the post.
    named: await make('staff', ['dsl']),
  }
  await givenFamily(t, people.parent, people.pupil)
  const incident = await t.as(people.lead, (tx) =>
    openRecord(tx, people.lead, {
      kind: 'incident',
      schoolId,
      title: secret,
      category: null,
      occurredAt: null,
      fields: { details: secret },
      people: [{ part: 'named_staff', personId: people.named.personId, described: null }],
    }),
  )
  const [open] = await t.peek<{ key: string }>('select key from app.record_step where organisation_id = $1', [
    organisationId,
  ])
  const [inCase] = await t.peek<{ id: string }>('select id from app.record_person where organisation_id = $1', [
    organisationId,
  ])
  const concern = await t.as(people.pupil, (tx) =>
    tellConcern(tx, people.pupil, testKeys.derive('receipts'), {
      schoolId,
      reporterKind: 'pupil',
      body: secret,
      aboutKind: null,
      inDanger: false,
      wantsAnswer: true,
    }),
  )
  const evidence = await t.as(people.lead, (tx) =>
    addItem(tx, people.lead, {
      ...{ recordId: incident.id, kind: 'printed', title: secret, shows: secret, label: { sheets: '1' } },
      ...{ capturedAt: t.clock.now(), from: null, witness: null, file: null },
      by: { personId: people.lead.personId, words: null },
    }),
  )
  const entry = await t.as(people.network, (tx) =>
    openRecord(tx, people.network, {
      kind: 'equipment',
      schoolId,
      title: secret,
      category: null,
      occurredAt: null,
      fields: { item_name: secret },
      people: [],
    }),
  )
  const [entryStep] = await t.peek<{ key: string }>(
    'select key from app.record_step where organisation_id = $1 and record_id = $2',
    [organisationId, entry.id],
  )
  const system = systemActor(organisationId, 'tests')
  await t.as(system, (tx) => issueAgreements(tx, system, {}))
  const [request] = await t.peek<{ id: string }>(
    'select id from app.assent_request where organisation_id = $1 and about_id = $2',
    [organisationId, people.teacher.personId],
  )
  const signed =
    request === undefined
      ? null
      : await t.as(people.teacher, (tx) =>
          signAgreement(tx, people.teacher, { requestId: request.id, typedName: secret }),
        )
  const duty = newId()
  const classId = newId()
  await t.as(system, (tx) =>
    tx
      .insertInto('app.class')
      .values({
        organisation_id: organisationId,
        id: classId,
        school_id: schoolId,
        name: secret,
        kind: 'homeroom',
        school_year: 2026,
        from_on: '2026-09-01',
      })
      .execute(),
  )
  await t.as(system, (tx) =>
    tx
      .insertInto('app.duty')
      .values({
        organisation_id: organisationId,
        id: duty,
        policy_version_id: incident.policy.id,
        duty: 'monitoring_report',
        key: 'k',
        title: secret,
        party: 'dsl',
        starts_at: '2026-11-20T08:00:00Z',
        due_at: '2026-11-27T17:00:00Z',
        state: 'open',
      })
      .execute(),
  )
  const draft = await t.as(people.head, (tx) =>
    beginDraft(tx, people.head, {
      title: secret,
      beganFrom: 'version/1',
      content: packNamed('special-all-through'),
      says: secret,
    }),
  )
  return {
    people,
    things: {
      organisation: slug,
      incident: incident.id,
      step: open?.key ?? '',
      concern: concern.id,
      request: request?.id ?? '',
      signature: signed?.signatureId ?? '',
      person: people.pupil.personId,
      visitor: people.visitor.personId,
      duty,
      clause: 'L-241',
      roster: newId(),
      class: classId,
      inCase: inCase?.id ?? '',
      ...(await givenAround(t, people, incident.id, schoolId)),
      entry: entry.id,
      evidence: evidence.id,
      evidenceEntry: evidence.entryId,
      entryStep: entryStep?.key ?? '',
      draft,
    },
  }
}

/** What stands around a case: who was told of it, who is walled off from it, and the case that belongs with it. */
async function givenAround(
  t: TestDatabase,
  { lead, network }: Pick<SecurityWorld['people'], 'lead' | 'network'>,
  caseId: string,
  schoolId: string,
) {
  return t.as(lead, async (tx) => {
    const one = await readCaseIn(tx, incidentHome, caseId)
    const contact = await enterContact(tx, lead, {
      one,
      telling: { party: 'party/police', about: null },
      because: 'It is for the school.',
    })
    await wallOff(tx, lead, { recordId: caseId, personId: network.personId, reason: 'A friend of the family.' })
    const [wall] = await tx
      .selectFrom('app.record_conflict')
      .select('id')
      .where('organisation_id', '=', lead.organisationId)
      .where('record_id', '=', caseId)
      .execute()
    const other = await openRecord(tx, lead, {
      ...{ kind: 'incident', schoolId, title: 'Another case', category: null, occurredAt: null },
      ...{ fields: { details: 'Another case' }, people: [] },
    })
    const link = await linkCases(tx, lead, { one, otherId: other.id, reason: 'The same account.' })
    return { contact: contact.id, wall: wall?.id ?? '', link: link.id }
  })
}
