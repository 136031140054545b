import { describe, expect, test } from 'vitest'
import { publishPolicy } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { issueIn, requestOf, stateOf } from '#tests/support/agreements.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenFamily, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { signAgreement } from './index.ts'
import { readMine } from './queries/read-mine.ts'

describe('a slip that somebody countersigns', () => {
  const t = useDatabase('2026-09-14T08:00:00Z')

  test('waits for its first signer, is then asked of whoever holds the post, and of nobody else', async () => {
    const organisation = await givenOrganisation(t)
    const system = systemActor(organisation.organisationId, 'tests')
    const pack = structuredClone(packNamed('special-all-through'))
    const slip = pack.assents.primary_rules
    if (slip === undefined) throw new Error('the pack has no such agreement')
    slip.asked = { in_order: [{ of: 'parental_responsibility', need: 'any' }, { of: 'party/chair_of_governors' }] }
    await t.as(system, (tx) => publishPolicy(tx, system, { pack, inForceOn: Temporal.PlainDate.from('2026-09-04') }))
    // Not staff: the database lets them see the asking because it is their turn, and not for what they are.
    const governor = await givenPerson(t, organisation, { kind: 'governor', posts: ['chair_of_governors'] })
    const other = await givenPerson(t, organisation, { kind: 'governor' })
    const mother = await givenPerson(t, organisation, { kind: 'parent' })
    const kofi = await givenPerson(t, organisation, { kind: 'pupil', yearGroup: 5 })
    await givenFamily(t, mother, kofi)
    await issueIn(t, organisation, { assent: 'primary_rules' })
    const requestId = await requestOf(t, kofi, 'primary_rules')
    const sign = (who: PersonActor) => t.as(who, (tx) => signAgreement(tx, who, { requestId, typedName: 'A Name' }))
    const waiting = async (who: PersonActor) =>
      (await t.as(who, (tx) => readMine(tx, who))).filter((one) => one.request.id === requestId).length

    expect([await waiting(governor), await waiting(mother)]).toEqual([0, 1])
    await expect(sign(governor)).rejects.toMatchObject({ name: 'NotFound' })
    expect(await sign(mother)).toMatchObject({ settled: false })
    expect(await stateOf(t, requestId)).toBe('partly')
    expect([await waiting(governor), await waiting(other)]).toEqual([1, 0])
    const notices = await t.as(governor, (tx) => tx.selectFrom('app.notice').select('code').execute())
    expect(notices).toEqual([{ code: 'agreement.asked' }])
    await expect(sign(other)).rejects.toMatchObject({ name: 'NotFound' })
    expect(await sign(governor)).toMatchObject({ settled: true })
    const rows = await t.peek<{ capacity: string }>('select capacity from app.signature order by capacity desc')
    expect(rows.map((row) => row.capacity)).toEqual(['parent', 'other'])
  })

  test('is countersigned by whoever the first signer names, and is shown to nobody else', async () => {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation, 'village-primary')
    const guest = await givenPerson(t, organisation, { kind: 'visitor', name: 'Vera Lund' })
    const host = await givenPerson(t, organisation, { kind: 'staff', name: 'Ben Adeyemi' })
    const parent = await givenPerson(t, organisation, { kind: 'parent', name: 'Iris Low' })
    await issueIn(t, organisation, { assent: 'visitor_agreement' })
    const requestId = await requestOf(t, guest, 'visitor_agreement')
    const sign = (who: PersonActor, name?: string) => {
      const fields = name === undefined ? {} : { organisation: 'Lund Lifts', host: name }
      return t.as(who, (tx) => signAgreement(tx, who, { requestId, typedName: 'A Name', fields }))
    }
    const mine = async (who: PersonActor) =>
      (await t.as(who, (tx) => readMine(tx, who))).filter((one) => one.request.id === requestId)

    // A name that is nobody's, somebody who is not of the staff, and their own.
    for (const name of ['', 'Ben', 'Nobody Known', 'Iris Low', 'Vera Lund'])
      await expect(sign(guest, name)).rejects.toMatchObject({ code: 'agreement.sign.nobody_named' })
    await expect(sign(host, 'Ben Adeyemi')).rejects.toMatchObject({ name: 'Forbidden' })
    expect(await sign(guest, ' ben  adeyemi ')).toMatchObject({ settled: false })
    expect([(await mine(host)).map((one) => one.countersigns), await mine(parent)]).toEqual([[true], []])
    await expect(sign(parent)).rejects.toMatchObject({ name: 'NotFound' })
    expect(await sign(host)).toMatchObject({ settled: true })
    expect(await stateOf(t, requestId)).toBe('signed')
    const rows = await t.peek<{ person_id: string; named_in: string }>(
      'select person_id, named_in from app.assent_signer where request_id = $1',
      [requestId],
    )
    expect(rows).toEqual([{ person_id: host.personId, named_in: 'host' }])
  })
})
