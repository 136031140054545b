import { describe, expect, test } from 'vitest'
import { publishPolicy } from '#areas/policy/index.ts'
import { systemActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenFamily, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { endAbsence, noteAbsence, personFacts, setPersonFacts } from './index.ts'

describe('the people of a school', () => {
  const t = useDatabase()
  const app = useApp(t)

  /** A school whose policy asks a plain fact of visitors and a sensitive one of pupils. */
  async function given() {
    const organisation = await givenOrganisation(t)
    const system = systemActor(organisation.organisationId, 'tests')
    const plain = packNamed('special-all-through')
    const support = {
      from: 'form' as const,
      type: 'boolean' as const,
      of: ['pupil' as const],
      many: false,
      sensitive: true,
      seen_by: ['party/dsl' as const],
      says: { en: 'Needs more support online' },
    }
    const pack = { ...plain, facts: { ...plain.facts, 'person.more_support': support } }
    await t.as(system, (tx) => publishPolicy(tx, system, { pack, inForceOn: Temporal.PlainDate.from('2026-09-04') }))
    const person = (kind: 'staff' | 'pupil' | 'visitor' | 'parent', name: string, ...posts: string[]) =>
      givenPerson(t, organisation, { kind, name, posts })
    return {
      organisation,
      system,
      person,
      office: await person('staff', 'Ben Adeyemi', 'school_office'),
      dsl: await person('staff', 'Priya Raman', 'dsl'),
      teacher: await person('staff', 'Sam Pritchard'),
      visitor: await person('visitor', 'Ines Duarte'),
      pupil: await person('pupil', 'Leila Haddad'),
    }
  }

  test('have the facts that the policy asks for, set by whoever keeps the people, and are asked to sign', async () => {
    const { office, visitor, system } = await given()
    const page = await app.get(`/people/${visitor.personId}`, office)
    expect(page.text).toContain('Comes regularly and takes part in regulated activity')
    const { fields } = page.form(`/people/${visitor.personId}/facts`)
    const sent = { ...fields, regulated_activity: 'yes', contractor: 'no' }
    expect((await app.post(`/people/${visitor.personId}/facts`, sent, office)).status).toBe(303)
    const facts = await t.as(system, (tx) => personFacts(tx, [visitor.personId]))
    expect(facts.get(visitor.personId)?.facts).toMatchObject({ regulated_activity: true, contractor: false })
    expect((await app.get(`/people/${visitor.personId}`, office)).body).toMatch(/value="yes" checked/)
    expect(
      await t.peek(`select code from app.ledger_entry where person_id = $1 and code = 'person.facts_set'`, [
        visitor.personId,
      ]),
    ).toHaveLength(1)
  })

  test('have no fact that the policy does not ask of them, and none set by somebody who may not', async () => {
    const { office, teacher, visitor, pupil, person } = await given()
    const set = (actor: typeof office, personId: string, facts: Record<string, boolean>) =>
      t.as(actor, (tx) => setPersonFacts(tx, actor, { personId, facts }))
    await expect(set(teacher, visitor.personId, { regulated_activity: true })).rejects.toMatchObject({
      code: 'person.facts.not_theirs',
    })
    await expect(set(office, pupil.personId, { regulated_activity: true })).rejects.toMatchObject({
      code: 'person.facts.unknown',
    })
    await expect(set(office, pupil.personId, { more_support: true })).rejects.toMatchObject({
      code: 'person.facts.not_theirs',
    })
    await expect(set(office, office.personId, {})).rejects.toMatchObject({ code: 'person.facts.own' })
    const stranger = await given()
    await expect(set(stranger.office, visitor.personId, { regulated_activity: true })).rejects.toMatchObject({
      name: 'NotFound',
    })
    const parent = await person('parent', 'Nour Haddad')
    expect((await app.post(`/people/${visitor.personId}/facts`, {}, parent)).status).toBe(403)
  })

  test('have sensitive facts that only those see whom the policy names, in the page, the database and the ledger', async () => {
    const { office, dsl, teacher, pupil, system } = await given()
    await t.as(dsl, (tx) => setPersonFacts(tx, dsl, { personId: pupil.personId, facts: { more_support: true } }))
    const seen = (actor: typeof dsl) => t.as(actor, (tx) => tx.selectFrom('app.person_fact').select('fact').execute())
    expect(await seen(dsl)).toEqual([{ fact: 'more_support' }])
    for (const who of [office, teacher, pupil]) {
      expect(await seen(who)).toEqual([])
      const facts = await t.as(who, (tx) => personFacts(tx, [pupil.personId]))
      expect(facts.get(pupil.personId)?.facts).not.toHaveProperty('more_support')
    }
    expect((await app.get(`/people/${pupil.personId}`, dsl)).text).toContain('Needs more support online')
    expect((await app.get(`/people/${pupil.personId}`, office)).text).not.toContain('Needs more support online')
    const [entry] = await t.peek<{ details: string }>(
      `select d.details from app.ledger_detail d join app.ledger_entry e using (organisation_id, chain, seq)
        where e.code = 'person.facts_set' and e.organisation_id = $1`,
      [system.organisationId],
    )
    expect(entry?.details).toContain('sensitive')
    expect(entry?.details).not.toContain('true')
  })

  test('are away from a day to a day, as they or the office say, and never in the past', async () => {
    const { office, dsl, teacher } = await given()
    const today = t.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate()
    const note = (actor: typeof dsl, fromOn: Temporal.PlainDate) =>
      t.as(actor, (tx) => noteAbsence(tx, actor, { personId: dsl.personId, fromOn, untilOn: today.add({ days: 2 }) }))
    await expect(note(teacher, today)).rejects.toMatchObject({ code: 'absence.not_theirs' })
    await expect(note(dsl, today.subtract({ days: 1 }))).rejects.toMatchObject({ code: 'absence.past' })
    const id = await note(office, today)
    expect((await app.get(`/people/${dsl.personId}`, dsl)).text).toContain('They are back')
    await expect(t.as(teacher, (tx) => endAbsence(tx, teacher, { id, personId: dsl.personId }))).rejects.toMatchObject({
      code: 'absence.not_theirs',
    })
    await t.as(dsl, (tx) => endAbsence(tx, dsl, { id, personId: dsl.personId }))
    await expect(t.as(dsl, (tx) => endAbsence(tx, dsl, { id, personId: dsl.personId }))).rejects.toMatchObject({
      name: 'NotFound',
    })
  })

  test('are found by their names, and a child for whom nobody can be asked is listed with what to do', async () => {
    const { organisation, office, teacher, pupil, person } = await given()
    const other = await person('pupil', 'Omar Haddad')
    const parent = await person('parent', 'Nour Haddad')
    await givenFamily(t, parent, other)
    expect((await app.get('/people?words=haddad', office)).text).toMatch(/Leila Haddad.*Nour Haddad.*Omar Haddad/s)
    expect((await app.get('/people?words=H%C3%80ddad', office)).text).toContain('Omar Haddad')
    expect((await app.get('/people?words=%25', office)).text).toContain('Nobody here has this name')
    expect((await app.get('/people', teacher)).status).toBe(403)
    const list = await app.get('/people/no-signatory', office)
    expect(list.text).toMatch(/Leila Haddad.*Nobody may sign/s)
    expect(list.text).toMatch(/Omar Haddad.*No address/s)
    await t.as(systemActor(organisation.organisationId, 'tests'), (tx) =>
      tx
        .updateTable('app.person')
        .set({ email: 'nour@family.example' })
        .where('organisation_id', '=', organisation.organisationId)
        .where('id', '=', parent.personId)
        .execute(),
    )
    expect((await app.get('/people/no-signatory', office)).text).not.toContain('Omar Haddad')
    expect((await app.get(`/people/${pupil.personId}`, office)).text).toContain('Nobody may sign for this child')
  })
})
