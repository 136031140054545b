import { describe, expect, test } from 'vitest'
import { signAgreement } from '#areas/assents/index.ts'
import { publishPolicy } from '#areas/policy/index.ts'
import { systemActor } from '#core/actor.ts'
import { issueIn, requestOf } from '#tests/support/agreements.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { openRecord, readCase, takeStep } from './index.ts'

const t = useDatabase()

async function given() {
  const organisation = await givenOrganisation(t)
  const system = systemActor(organisation.organisationId, 'tests')
  const pack = structuredClone(packNamed('specialist-group'))
  // The password of a compromised account is changed only for somebody who signed the agreement of staff.
  const step = pack.records.password_compromise?.steps.change
  if (step === undefined) throw new Error('the pack has no such step')
  step.needs = "signed(opener, 'assent/staff_agreement')"
  step.by = 'party/facilities'
  await t.as(system, (tx) => publishPolicy(tx, system, { pack, inForceOn: Temporal.PlainDate.from('2026-09-04') }))
  const keeper = await givenPerson(t, organisation, { kind: 'staff', name: 'Rue Calder', posts: ['facilities'] })
  const { id } = await t.as(keeper, (tx) =>
    openRecord(tx, keeper, {
      kind: 'password_compromise',
      schoolId: organisation.schoolId,
      title: 'An account is known',
      category: null,
      occurredAt: null,
      fields: { compromised_account: 'printer', compromised_when: '2026-10-06T09:00' },
      people: [],
    }),
  )
  const change = async () => {
    const [open] = (await t.as(keeper, (tx) => readCase(tx, id))).open
    return t.as(keeper, (tx) =>
      takeStep(tx, keeper, {
        recordId: id,
        step: open?.key ?? '',
        does: { done: true },
        fields: { compromised_changed: '2026-10-06T10:00' },
      }),
    )
  }
  return { organisation, keeper, change }
}

describe('signed() in the expressions of a record', () => {
  test('is unknown before anybody was asked, and lets nothing pass', async () => {
    const { change } = await given()
    expect(await change()).toMatchObject({ ok: false, code: 'needs' })
  })

  test('is a yes once it is signed', async () => {
    const { organisation, keeper, change } = await given()
    await issueIn(t, organisation)
    expect(await change()).toMatchObject({ ok: false, code: 'needs' })
    const requestId = await requestOf(t, keeper, 'staff_agreement')
    await t.as(keeper, (tx) => signAgreement(tx, keeper, { requestId, typedName: 'Rue Calder' }))
    expect(await change()).toMatchObject({ ok: true })
  })
})
