import { describe, expect, test } from 'vitest'
import { issueAgreements } from '#areas/assents/index.ts'
import { beginFrom, readDraft } from '#areas/drafting/index.ts'
import { doDuty, dutiesOfEvent, planDuties } from '#areas/duties/index.ts'
import { chase, tellOfRecord } from '#areas/notices/index.ts'
import { appoint, createSchool, createSite } from '#areas/people/index.ts'
import { placesOfSchools, policyInForce, publishPolicy } from '#areas/policy/index.ts'
import { knownPeople, openRecord, readCase, readSiteOffers, wallOff } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { readPack } from '#pack/report.ts'
import type { Pack } from '#pack/types/pack.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'

const text = `
pack: { name: group, policy: X, title: A policy for two schools, language: en }
levels: [federation, school, site]
places:
  oak: { says: Oak School, level: school }
  elm: { says: Elm School, level: school }
settings:
  leaver_time: { says: Time for a leaver's accounts, type: time, value: 3 days, stricter: lower }
  answer_time: { says: Time for an answer, type: time, value: 48 h, stricter: lower }
parties:
  pupils: { kind: audience, says: Pupils, of: [pupil] }
  staff: { kind: audience, says: Staff, of: [staff] }
  governors_clerk: { kind: post, says: Clerk, per: federation, instead: { named_in_case: party/head } }
  head: { kind: post, says: Head, instead: { named_in_case: party/governors_clerk } }
  base_lead: { kind: post, says: Lead of the base, per: site, instead: { named_in_case: party/head } }
records:
  question:
    says: Question
    opened_by: party/staff
    handled_by: party/head
    fields: [{ id: what, asks: What?, type: text, required: false }, { id: where, asks: Where?, type: site, required: false }]
    start: answer
    steps: { answer: { do: Answer it, within: { setting: setting/answer_time }, next: end } }
    sight: [{ who: party/head, sees: all }]
assents:
  rules:
    says: Rules
    about: self
    for: party/staff
    asked: { of: self }
    items: [{ id: own, says: I use my own login. }]
    ways: [link]
    asked_on: [person.joined]
    basis: acknowledgement
    silence: not_given
    lasts: post
duties:
  leavers: { says: Turn off accounts, on: person.left, within: { setting: setting/leaver_time }, owner: party/head, proof: { attest: A } }
  report: { says: Report to the governors, every: term, owner: party/governors_clerk, proof: { attest: A }, clauses: [X-1] }
  walk: { says: Walk round, every: term, owner: party/head, proof: { attest: A } }
  gate: { says: Look at the gate, every: term, owner: party/base_lead, proof: { attest: A } }
notify:
  asked: { says: Somebody asks, on: record/question#opened, to: { all_of: [party/base_lead, party/head] }, at: where, accept: one, chase: 1 h }
overlays:
  oak_school:
    school: oak
    sets: [{ setting: setting/leaver_time, to: 24 h }, { setting: setting/answer_time, to: 4 h }]
    adds:
      duties: { phones: { says: Empty the box, every: term, owner: party/head, proof: { attest: A }, clauses: [X-2] } }
      clauses: [{ id: X-2, says: The box is emptied, strength: must, kind: duty, kept_by: [duty/phones] }]
    extends: [{ assent: assent/rules, items: [{ id: phone, says: I hand in my phone. }] }]
clauses:
  - { id: X-1, says: The clerk reports, strength: must, kind: duty, kept_by: [duty/report] }
`

function given(): Pack {
  const { pack, faults } = readPack([{ path: 'x.yaml', text }], { publish: true })
  if (pack === null || faults.length > 0) throw new Error(JSON.stringify(faults))
  return pack
}

describe('one policy for two schools', () => {
  const t = useDatabase('2026-09-10T08:00:00Z')

  async function federation() {
    const organisation = await givenOrganisation(t, 'oak school')
    const system = systemActor(organisation.organisationId, 'tests')
    const fromOn = Temporal.PlainDate.from('2026-09-01')
    const elm = await t.as(system, (tx) => createSchool(tx, system, { name: 'The Elms', phases: [], place: 'elm' }))
    const base = await t.as(system, (tx) =>
      createSite(tx, system, { name: 'The base', schoolIds: [organisation.schoolId, elm] }),
    )
    const hut = await t.as(system, (tx) => createSite(tx, system, { name: 'The hut', schoolIds: [elm] }))
    const inForceOn = Temporal.PlainDate.from('2026-09-04')
    await t.as(system, (tx) => publishPolicy(tx, system, { pack: given(), inForceOn }))
    const person = (name: string, schoolId: string) =>
      givenPerson(t, { ...organisation, schoolId }, { kind: 'staff', name })
    const head = await person('Wyn Hart', organisation.schoolId)
    const other = await person('Ida Marsh', elm)
    const lead = await person('Pat Moor', elm)
    const give = (post: string, who: PersonActor, at: { schoolId: string | null; siteId?: string }) =>
      t.as(system, (tx) => appoint(tx, system, { post, personId: who.personId, fromOn, ...at }))
    await give('head', head, { schoolId: organisation.schoolId })
    await give('head', other, { schoolId: elm })
    await give('governors_clerk', other, { schoolId: null })
    await give('base_lead', lead, { schoolId: null, siteId: base })
    const keeper = await person('Jo Fell', elm)
    await give('base_lead', keeper, { schoolId: null, siteId: hut })
    return { keeper, oak: organisation.schoolId, elm, base, hut, system, head, other, lead, organisation }
  }

  test('holds at each school as that school has it: limits, duties, agreements', async () => {
    const { oak, elm, base, hut, system, head, other, lead, organisation, keeper } = await federation()
    const places = await t.as(system, async (tx) => placesOfSchools(tx, (await policyInForce(tx)).pack))
    expect(places).toEqual(
      new Map([
        [oak, 'oak'],
        [elm, 'elm'],
      ]),
    )

    // The limit of a step, from the school of the record.
    const dueAt = async (who: PersonActor, schoolId: string) => {
      const input = { kind: 'question', title: 'A question', category: null, occurredAt: null, fields: {}, people: [] }
      const { id } = await t.as(who, (tx) => openRecord(tx, who, { ...input, schoolId }))
      return (await t.as(who, (tx) => readCase(tx, id))).open[0]?.due
    }
    expect([await dueAt(head, oak), await dueAt(other, elm)]).toEqual(['2026-09-10T12:00:00Z', '2026-09-12T08:00:00Z'])

    // The limit of a duty that somebody causes at one of the schools.
    const at = Temporal.Instant.from('2026-09-10T08:00:00Z')
    for (const [id, schoolId] of [
      ['one', oak],
      ['two', elm],
    ] as const)
      await t.as(system, (tx) => dutiesOfEvent(tx, { event: 'person.left', id, at, schoolId }))
    await t.as(system, (tx) => planDuties(tx, system))
    type Row = { id: string; duty: string; school_id: string | null; subject: string; due: string }
    const rows = await t.peek<Row>(
      `select id, duty, school_id, split_part(key, '|', 2) as subject, to_char(due_at at time zone 'UTC', 'DD HH24:MI') as due
         from app.duty where organisation_id = $1 and starts_at < '2026-09-11' order by duty, due_at`,
      [organisation.organisationId],
    )
    const of = (duty: string) => rows.filter((row) => row.duty === duty)
    expect(of('leavers').map((row) => [row.school_id, row.due])).toEqual([
      [oak, '11 08:00'],
      [elm, '13 22:59'],
    ])

    // Of the whole: once. Of each school: twice. Added by one school: there. Of each site: at each site.
    expect(of('report').map((row) => [row.school_id, row.subject])).toEqual([[null, organisation.organisationId]])
    expect(
      of('walk')
        .map((row) => row.school_id)
        .toSorted(),
    ).toEqual([oak, elm].toSorted())
    expect(of('phones').map((row) => row.school_id)).toEqual([oak])
    expect(
      of('gate')
        .map((row) => row.subject)
        .toSorted(),
    ).toEqual([base, hut].toSorted())

    // Who leads one site does nothing for another; of the whole, whoever holds the post of the whole.
    const done = (who: PersonActor, dutyId: string | undefined) =>
      t.as(who, (tx) => doDuty(tx, who, { dutyId: dutyId ?? '', note: 'Seen to.', outcome: 'done' }))
    const gate = (site: string) => of('gate').find((row) => row.subject === site)?.id
    await expect(done(lead, gate(hut))).rejects.toMatchObject({ code: 'duty.not_mine' })
    await done(lead, gate(base))
    await expect(done(head, of('report')[0]?.id)).rejects.toMatchObject({ code: 'duty.not_mine' })
    await done(other, of('report')[0]?.id)
    expect((await t.as(system, (tx) => planDuties(tx, system))).made).toBe(0)

    // What one school adds to an agreement is asked there, and the whole shows it with the name of the school.
    await t.as(system, (tx) => issueAgreements(tx, system))
    const items = async (schoolId: string | null) =>
      (await t.as(system, (tx) => policyInForce(tx, schoolId))).pack.assents.rules?.items.map((item) => item.id)
    expect([await items(oak), await items(elm)]).toEqual([['own', 'phone'], ['own']])
    const whole = await t.as(system, (tx) => policyInForce(tx))
    expect(whole.pack.clauses.map((clause) => clause.note)).toEqual([undefined, 'Only at Oak School.'])

    // A form that asks for the school knows the people of both, and says whose they are.
    const known = async (schools: string | readonly string[]) =>
      (await t.as(head, (tx) => knownPeople(tx, schools))).map((one) => one.words)
    expect(await known(oak)).toEqual(['Wyn Hart, staff'])
    expect(await known([oak, elm])).toEqual([
      'Jo Fell, staff, The Elms',
      'Wyn Hart, staff, oak school',
      'Ida Marsh, staff, The Elms',
      'Pat Moor, staff, The Elms',
    ])

    // Where the head stands apart from a case, whoever stands in has it, though the other school has a head.
    const apart = { kind: 'question', title: 'Mine', category: null, occurredAt: null, fields: {}, people: [] }
    const { id: own } = await t.as(head, (tx) => openRecord(tx, head, { ...apart, schoolId: oak }))
    const left = await t.as(head, (tx) => wallOff(tx, head, { recordId: own, personId: head.personId, reason: 'Mine' }))
    expect(left.map((one) => [one.personId, one.post])).toEqual([[other.personId, 'governors_clerk']])

    // Who leads the site that the form names is told; of a site that is not named, or not of the school, whoever leads one.
    const told = async (schoolId: string, where?: string) => {
      const input = { kind: 'question', title: 'Where?', category: null, occurredAt: null, people: [] }
      const fields = where === undefined ? {} : { where }
      const { id } = await t.as(head, (tx) => openRecord(tx, head, { ...input, schoolId, fields }))
      const tell = { recordId: id, moment: 'opened' }
      await t.as(system, (tx) => tellOfRecord(tx, tell))
      await t.as(system, (tx) => chase(tx, { rule: 'notify/asked', subjectKind: 'record', subjectId: id }))
      const notices = await t.peek<{ reader_id: string; code: string }>(
        'select reader_id, code from app.notice where subject_id = $1 order by code, reader_id',
        [id],
      )
      const leads = new Map([
        [lead.personId, 'base'],
        [keeper.personId, 'hut'],
      ])
      const said = notices.map(
        ({ reader_id, code }) => `${leads.get(reader_id)}${code.endsWith('#chase') ? ' again' : ''}`,
      )
      return said.filter((one) => !one.startsWith('undefined')).toSorted()
    }
    expect(await told(elm, 'The hut')).toEqual(['hut', 'hut again'])
    expect(await told(elm, 'The base')).toEqual(['base', 'base again'])
    expect(await told(elm)).toEqual(['base', 'base again', 'hut', 'hut again'])
    expect(await told(oak, 'The hut')).toEqual(['base', 'base again'])
    const offers = await t.as(head, (tx) => readSiteOffers(tx))
    expect(offers.map((one) => one.text)).toEqual(['The base', 'The hut'])

    // A draft is begun from what was published: with the names of settings, and nothing that is only carried out.
    const draft = await t.as(system, (tx) => beginFrom(tx, system, '', { from: 'version' }))
    const begun = await t.as(system, (tx) => readDraft(tx, draft))
    expect(begun.pack).toEqual(given())
  })
})
