import { describe, expect, test } from 'vitest'
import { signAgreement } from '#areas/assents/index.ts'
import { publishPolicy } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { pack as packSchema } from '#pack/types/pack.ts'
import { issueIn, requestOf } from '#tests/support/agreements.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenFamily, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { openRecord, readCase, removeCasePerson, takeStep } from './index.ts'

const t = useDatabase()

const sign = async (signer: PersonActor, about: PersonActor, assent: string, website?: boolean) => {
  const requestId = await requestOf(t, about, assent)
  const items = packNamed('primary-federation').assents[assent]?.items ?? []
  const answers = { ...Object.fromEntries(items.map((item) => [item.id, true])), website: website ?? true }
  const said = { requestId, typedName: 'Signed in the test', ...(website === undefined ? {} : { answers }) }
  return t.as(signer, (tx) => signAgreement(tx, signer, said))
}

describe('a gate on opening a record', () => {
  test('keeps an adult’s device from being taken until they have signed, and while it is nobody’s', async () => {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation, 'independent-school')
    const head = await givenPerson(t, organisation, { kind: 'staff', name: 'Moira Tolland', posts: ['head'] })
    const adult = await givenPerson(t, organisation, { kind: 'staff', name: 'Greta Sand' })
    await issueIn(t, organisation)
    const take = (people: PersonActor[]) =>
      t.as(head, (tx) =>
        openRecord(tx, head, {
          kind: 'device_taken',
          schoolId: organisation.schoolId,
          title: 'A telephone',
          category: null,
          occurredAt: null,
          fields: { which_device: 'A telephone' },
          people: people.map((one) => ({ part: 'device_holder', personId: one.personId, described: null })),
        }),
      )
    await expect(take([adult])).rejects.toMatchObject({ name: 'Refused', code: 'record.guarded' })
    await expect(take([])).rejects.toMatchObject({ code: 'record.guarded' })
    await sign(adult, adult, 'adult_agreement')
    await expect(take([adult])).resolves.toMatchObject({ reference: expect.any(String) })
  })
})

test('a gate also stops what an effect would open: somebody has it to do, and reads what stands in the way', async () => {
  const organisation = await givenOrganisation(t)
  const system = systemActor(organisation.organisationId, 'tests')
  const written = structuredClone(packNamed('special-all-through'))
  const pack = packSchema.parse({
    ...written,
    actions: {
      watched: {
        says: 'Watched',
        kind: 'support',
        by: 'party/head',
        effects: [{ list: 'record/watched' }, { start: 'record/talk' }],
      },
    },
    records: {
      ...written.records,
      watched: {
        says: 'Who is watched',
        handled_by: 'party/dsl',
        parts: [{ id: 'pupil', says: 'The pupil', of: ['pupil'] }],
      },
      talk: { says: 'A talk', handled_by: 'party/dsl' },
    },
    guards: {
      ...written.guards,
      shut: {
        says: 'Nobody is watched without a reason',
        stops: 'record/watched',
        unless: 'subject.id == "x"',
        held_by: 'kept',
      },
    },
  })
  await t.as(system, (tx) => publishPolicy(tx, system, { pack, inForceOn: Temporal.PlainDate.from('2026-09-04') }))
  const head = await givenPerson(t, organisation, { kind: 'staff', name: 'Margaret Oyelaran', posts: ['head'] })
  const pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Robin Hale', yearGroup: 4 })
  const { id } = await t.as(head, (tx) =>
    openRecord(tx, head, {
      kind: 'action_watched',
      schoolId: organisation.schoolId,
      title: 'Watched',
      category: null,
      occurredAt: null,
      fields: {},
      people: [{ part: 'subject', personId: pupil.personId, described: null }],
    }),
  )
  const [step] = (await t.as(head, (tx) => readCase(tx, id))).open
  const done = {
    recordId: id,
    step: step?.key ?? '',
    does: { done: true } as const,
    fields: { taken_because: 'Because' },
  }
  expect(await t.as(head, (tx) => takeStep(tx, head, done))).toMatchObject({ ok: true })
  const opened = await t.as(system, (tx) =>
    tx
      .selectFrom('app.record as r')
      .innerJoin('app.record_detail as d', 'd.record_id', 'r.id')
      .select(['r.kind', 'd.fields'])
      .where('r.id', '<>', id)
      .where('r.organisation_id', '=', organisation.organisationId)
      .orderBy('r.kind')
      .execute(),
  )
  expect(opened.map((one) => one.kind)).toEqual(['talk', 'to_do'])
  expect(JSON.stringify(opened[1]?.fields)).toContain(
    'Put on the list: Who is watched. Nobody is watched without a reason.',
  )
})

describe('a yes to one statement', () => {
  test('of the parents of each pupil shown lets their picture be published, and no other', async () => {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation, 'primary-federation')
    const office = await givenPerson(t, organisation, { kind: 'staff', name: 'Jon Ferrier', posts: ['school_office'] })
    const lead = await givenPerson(t, organisation, {
      kind: 'staff',
      name: 'Ines Marlow',
      posts: ['online_safety_lead'],
    })
    const [ama, ben] = await Promise.all(
      ['Ama Boateng', 'Ben Boateng'].map((name) => givenPerson(t, organisation, { kind: 'pupil', name, yearGroup: 4 })),
    )
    const mother = await givenPerson(t, organisation, { kind: 'parent', name: 'Efua Boateng' })
    if (ama === undefined || ben === undefined) throw new Error('two pupils')
    for (const child of [ama, ben]) await givenFamily(t, mother, child)
    await issueIn(t, organisation)
    const { id } = await t.as(office, (tx) =>
      openRecord(tx, office, {
        kind: 'publication',
        schoolId: organisation.schoolId,
        title: 'The play',
        category: null,
        occurredAt: null,
        fields: { shows_pupils: true },
        people: [ama, ben].map((one) => ({ part: 'shown', personId: one.personId, described: null })),
      }),
    )
    const take = async (person: PersonActor, does: Parameters<typeof takeStep>[2]['does'], fields = {}) => {
      const [step] = (await t.as(person, (tx) => readCase(tx, id))).open.filter((one) => !one.early)
      return t.as(person, (tx) => takeStep(tx, person, { recordId: id, step: step?.key ?? '', does, fields }))
    }
    for (const answer of ['yes', 'no', 'no']) await take(office, { answers: [answer] })
    const yes = { suitable_dress: true, no_discredit: true, guidance_followed: true, official_addresses: true }
    await take(office, { done: true }, yes)
    expect(await take(lead, { voice: 'yes' })).toMatchObject({ ok: true })
    const publish = () => take(office, { done: true }, { published_at: '2026-11-23T10:00' })
    expect(await publish()).toMatchObject({ ok: false, code: 'needs' })
    await sign(mother, ama, 'website_photographs', true)
    await sign(mother, ben, 'website_photographs', false)
    expect(await publish()).toMatchObject({ ok: false, code: 'needs' })
    const person = { part: 'shown', personId: ben.personId, described: null }
    await t.as(lead, (tx) => removeCasePerson(tx, lead, { recordId: id, person, reason: 'Taken out of the picture' }))
    expect(await publish()).toMatchObject({ ok: true })
  })
})
