import { describe, expect, test } from 'vitest'
import { endAbsence, endAppointment, noteAbsence } from '#areas/people/index.ts'
import { policyInForce } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { partiesOf } from './parties.ts'

describe('whoever stands in', () => {
  const t = useDatabase()

  async function given() {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    const staff = (name: string, ...posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
    const system = systemActor(organisation.organisationId, 'tests')
    const circle = `incident:${organisation.schoolId}`
    return {
      system,
      head: await staff('Moira Tolland', 'head'),
      deputy: await staff('Ade Brown', 'deputy_head'),
      second: await staff('Ola Fox', 'deputy_head'),
      actsAs: (who: PersonActor, where = circle) =>
        t.as(who, async (tx) => partiesOf(tx, (await policyInForce(tx)).pack, who.personId, where)),
      aboutHead: `incident_about_head:${organisation.schoolId}`,
      staff,
    }
  }
  const today = () => t.clock.now().toZonedDateTimeISO('Europe/London').toPlainDate()

  test('acts from the first day away to the last, and on no other', async () => {
    const { head, deputy, actsAs } = await given()
    expect(await actsAs(deputy)).not.toContain('party/head')
    const fromOn = today().add({ days: 1 })
    await t.as(head, (tx) =>
      noteAbsence(tx, head, { personId: head.personId, fromOn, untilOn: fromOn.add({ days: 1 }) }),
    )
    expect(await actsAs(deputy)).not.toContain('party/head')
    for (const day of [1, 2]) {
      t.clock.advance({ hours: 24 })
      expect(await actsAs(deputy), `day ${day}`).toContain('party/head')
    }
    // The holder, away or not, keeps their post.
    expect(await actsAs(head)).toContain('party/head')
    t.clock.advance({ hours: 24 })
    expect(await actsAs(deputy)).not.toContain('party/head')
  })

  test('stops when the holder is back, and begins when the post is vacant', async () => {
    const { head, deputy, system, actsAs } = await given()
    const { personId } = head
    const id = await t.as(head, (tx) => noteAbsence(tx, head, { personId, fromOn: today(), untilOn: null }))
    expect(await actsAs(deputy)).toContain('party/head')
    await t.as(head, (tx) => endAbsence(tx, head, { id, personId }))
    expect(await actsAs(deputy)).not.toContain('party/head')
    const [held] = await t.peek<{ id: string }>('select id from app.post_holder where person_id = $1', [personId])
    await t.as(system, (tx) => endAppointment(tx, system, { id: held?.id ?? '', untilOn: today() }))
    expect(await actsAs(deputy)).toContain('party/head')
  })

  test('is the next one in line when the first is away as well, and nobody acts while one of several holders is there', async () => {
    const { head, deputy, second, actsAs, staff } = await given()
    const away = (who: PersonActor) =>
      t.as(who, (tx) => noteAbsence(tx, who, { personId: who.personId, fromOn: today(), untilOn: today() }))
    await away(deputy)
    expect(await actsAs(head)).not.toContain('party/deputy_head')
    await away(second)
    expect(await actsAs(head)).toContain('party/deputy_head')
    const manager = await staff('Ben Adeyemi', 'business_manager')
    expect(await actsAs(manager)).toContain('party/network_manager')
  })

  test('acts in a case about the holder whether that one is there or not', async () => {
    const { staff, actsAs, aboutHead, deputy } = await given()
    const chair = await staff('Ruth Adeyemi', 'chair_of_governors')
    expect(await actsAs(chair, aboutHead)).toContain('party/head')
    expect(await actsAs(deputy, aboutHead)).not.toContain('party/head')
  })
})
