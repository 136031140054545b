import { describe, expect, test } from 'vitest'
import { policyInForce, publishPolicy } from '#areas/policy/index.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { givenSchool, issueIn, requestOf } from '#tests/support/agreements.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import type { GivenOrganisation } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { assentStandings, grantStands, signAgreement } from './index.ts'

const t = useDatabase('2026-09-07T08:00:00Z')

/** Switches the gate for primary pupils on, as a school does in its pack. */
async function givenGate(organisation: GivenOrganisation) {
  const pack = structuredClone(packNamed('special-all-through'))
  const guard = pack.guards.primary_internet
  if (guard !== undefined) guard.active = true
  const system = systemActor(organisation.organisationId, 'tests')
  await t.as(system, (tx) => publishPolicy(tx, system, { pack, inForceOn: Temporal.PlainDate.from('2026-09-07') }))
}

describe('the gate', () => {
  const app = useApp(t)

  test('stands open while the school has not switched it on', async () => {
    const { kofi, lead } = await givenSchool(t)
    expect(await t.as(lead, (tx) => grantStands(tx, 'internet', kofi.personId))).toMatchObject({
      open: true,
      why: 'not_active',
    })
  })

  test('is shut until somebody is asked, open in the time given, shut after it, and open once signed', async () => {
    const { organisation, kofi, esi, lead, mother } = await givenSchool(t)
    await givenGate(organisation)
    const stands = (id = kofi.personId) => t.as(lead, (tx) => grantStands(tx, 'internet', id))
    expect(await stands()).toMatchObject({ open: false, why: 'unknown', clause: 'L-033' })
    await issueIn(t, organisation)
    expect(await stands()).toMatchObject({ open: true, why: 'grace' })
    t.clock.set('2026-09-30T08:00:00Z')
    expect(await stands()).toMatchObject({ open: false, why: 'not_met' })
    expect(await stands(esi.personId)).toMatchObject({ open: true })
    const requestId = await requestOf(t, kofi, 'primary_rules')
    await t.as(mother, (tx) => signAgreement(tx, mother, { requestId, typedName: 'Abena Mensah' }))
    expect(await stands()).toMatchObject({ open: true, why: 'met' })
    t.clock.set('2027-09-01T08:00:00Z')
    expect(await stands()).toMatchObject({ open: false, why: 'not_met' })
    t.clock.set('2026-09-07T08:00:00Z')
  })

  test('is called enforced only where something asks it: on what people are given, a record and the policy, not a chart', async () => {
    const { organisation } = await givenSchool(t)
    const pack = structuredClone(packNamed('special-all-through'))
    const guard = pack.guards.primary_internet
    if (guard === undefined) throw new Error('no gate')
    pack.guards.primary_internet = { ...guard, active: true }
    pack.guards.unasked = { ...guard, active: true, stops: 'flow/illegal' }
    pack.guards.opens = { ...guard, active: true, stops: 'record/incident' }
    pack.guards.read_first = { ...guard, active: true, stops: 'document/policy' }
    const system = systemActor(organisation.organisationId, 'tests')
    await t.as(system, (tx) => publishPolicy(tx, system, { pack, inForceOn: Temporal.PlainDate.from('2026-09-07') }))
    const refs = ['guard/primary_internet', 'guard/unasked', 'guard/opens', 'guard/read_first']
    const found = await t.as(system, async (tx) => assentStandings.standings(tx, await policyInForce(tx), refs))
    for (const ref of ['guard/primary_internet', 'guard/opens', 'guard/read_first'])
      expect(found.get(ref)).toMatchObject({ state: 'kept', proof: 'enforced' })
    expect(found.get('guard/unasked')).toEqual({
      state: 'none',
      proof: null,
      says: 'Nothing asks this gate yet before it lets anybody pass.',
    })
  })

  test('answers staff only, and about their own organisation only', async () => {
    const { kofi, lead, mother } = await givenSchool(t)
    const elsewhere = await givenSchool(t)
    const answer = await app.get(`/api/access/${kofi.personId}`, lead)
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toMatchObject({
      person: kofi.personId,
      grants: expect.arrayContaining([expect.objectContaining({ grant: 'internet', open: true, clause: 'L-033' })]),
    })
    expect((await app.get(`/api/access/${kofi.personId}`, mother)).status).toBe(403)
    expect((await app.get(`/api/access/${kofi.personId}`, elsewhere.lead)).status).toBe(404)
    expect((await app.get(`/api/access/${newId()}`, lead)).status).toBe(404)
  })
})

describe('the standing of agreements', () => {
  test('follows the signatures, and is late when the time has passed', async () => {
    const { organisation, kofi, other, mother, stranger } = await givenSchool(t)
    const system = systemActor(organisation.organisationId, 'tests')
    const refs = ['assent/primary_rules', 'assent/primary_rules#polite', 'guard/primary_internet', 'conduct/own_files']
    const standings = () => t.as(system, async (tx) => assentStandings.standings(tx, await policyInForce(tx), refs))
    expect((await standings()).get('assent/primary_rules')).toMatchObject({ state: 'none' })
    await issueIn(t, organisation)
    const asked = await standings()
    expect(asked.get('assent/primary_rules')).toMatchObject({
      state: 'due',
      says: '0 of 2 have signed.',
      changesAt: Temporal.Instant.from('2026-09-14T16:00:00Z'),
    })
    expect(asked.get('guard/primary_internet')).toMatchObject({ state: 'none' })
    expect(asked.get('conduct/own_files')).toMatchObject({ state: 'published', counts: { asked: 2, signed: 0 } })
    const sign = async (who: typeof mother, about: typeof kofi) => {
      const requestId = await requestOf(t, about, 'primary_rules')
      await t.as(who, (tx) => signAgreement(tx, who, { requestId, typedName: 'A Name' }))
    }
    await sign(mother, kofi)
    t.clock.set('2026-09-20T08:00:00Z')
    expect((await standings()).get('assent/primary_rules#polite')).toMatchObject({
      state: 'late',
      says: '1 of 2 have signed; 1 is late.',
      since: Temporal.Instant.from('2026-09-14T16:00:00Z'),
    })
    await sign(stranger, other)
    expect((await standings()).get('assent/primary_rules')).toMatchObject({
      state: 'kept',
      proof: 'proved',
      says: '2 of 2 have signed.',
      changesAt: Temporal.Instant.from('2027-08-31T22:59:59Z'),
    })
    t.clock.set('2026-09-07T08:00:00Z')
  })
})
