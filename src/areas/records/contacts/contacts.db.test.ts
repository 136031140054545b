import { beforeAll, describe, expect, test } from 'vitest'
import {
  addCasePeople,
  addToContact,
  closeRecord,
  moveRecord,
  readCase,
  readContacts,
  standsOn,
  takeStep,
} from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { openIncident } from '#tests/support/cast.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { toldNow } from '#tests/support/told.ts'

const t = useDatabase('2026-11-20T09:00:00Z')
const app = useApp(t)
const FLOW = 'incident:chart:1.illegal'
const AT = '2026-11-20T08:30:00Z'

describe('whom a case tells', () => {
  let who: Awaited<ReturnType<typeof given>>
  beforeAll(async () => {
    who = await given()
  })

  async function given() {
    const organisation = await givenOrganisation(t)
    await givenPolicy(t, organisation)
    const staff = (name: string, ...posts: string[]) => givenPerson(t, organisation, { kind: 'staff', name, posts })
    const [lead, head, teacher] = [
      await staff('Ida Penrose', 'online_safety_lead'),
      await staff('Vera Blom', 'head'),
      await staff('Una Field'),
    ]
    const named = await staff('Max Orr', 'dsl')
    const chair = await givenPerson(t, organisation, {
      kind: 'governor',
      name: 'Eli Wynn',
      posts: ['chair_of_governors'],
    })
    const pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Robin Hale', yearGroup: 7 })
    const other = await givenPerson(t, organisation, { kind: 'pupil', name: 'Kit Moor', yearGroup: 7 })
    const later = await givenPerson(t, organisation, { kind: 'pupil', name: 'Ada Lund', yearGroup: 8 })
    const elsewhere = await givenPerson(t, await givenOrganisation(t), { kind: 'staff', name: 'Ada Sand' })
    const { schoolId } = organisation
    const open = (title: string) =>
      openIncident(t, lead, {
        schoolId,
        title,
        category: 'unkind_message',
        people: [
          { part: 'victim', personId: pupil.personId, described: null },
          { part: 'instigator', personId: other.personId, described: null },
          { part: 'named_staff', personId: named.personId, described: null },
        ],
      })
    return { lead, head, teacher, named, chair, pupil, other, later, elsewhere, open }
  }

  const take = (actor: PersonActor, id: string, step: string, more: Partial<Parameters<typeof takeStep>[2]>) =>
    t.as(actor, (tx) => takeStep(tx, actor, { recordId: id, step, does: { done: true }, reason: '', ...more }))
  const contacts = (actor: PersonActor, id: string) => t.as(actor, (tx) => readContacts(tx, [id]))
  const text = async (actor: PersonActor, path: string) => (await app.get(path, actor)).text

  test('is written down by the step, waits for an answer until its day, and is nobody else’s to read', async () => {
    const { lead, head, teacher, named, chair, elsewhere, open } = who
    const { id, reference } = await open('Images')
    await take(lead, id, `${FLOW}:triage:1`, { does: { answers: ['illegal_found'] } })
    const answer = { answers: ['no_other_advice'] }
    expect(await take(lead, id, `${FLOW}:police:1`, { does: answer })).toMatchObject({ ok: false, code: 'told' })
    const card = await text(lead, `/incidents/${id}`)
    for (const words of ['Who must be told', 'Police To be told', 'The parents or carers of Robin Hale'])
      expect(card).toContain(words)
    await expect(
      take(lead, id, `${FLOW}:police:1`, { does: answer, told: [{ party: 'party/police', about: null, before: id }] }),
    ).rejects.toMatchObject({ name: 'Refused', code: 'record.contact.unknown' })

    const page = await app.signedIn(lead)
    const step = `/incidents/${id}/steps/${encodeURIComponent(`${FLOW}:police:1`)}`
    const form = (more: Record<string, string>) => ({
      answer: 'no_other_advice',
      'told_police_at-day': '20',
      'told_police_at-month': '11',
      'told_police_at-year': '2026',
      'told_police_at-time': '08:30',
      told_police_who: 'PC 4711',
      told_police_reference: 'CR/12',
      ...more,
    })
    expect((await page.get(step)).text).toContain('When were they told?')
    expect((await page.post(step, form({ 'told_police_at-time': '19:00' }))).status).toBe(400)
    const sent = await page.post(
      step,
      form({ 'told_police_chase-day': '25', 'told_police_chase-month': '11', 'told_police_chase-year': '2026' }),
    )
    expect(sent.status).toBe(303)

    const [told] = await contacts(head, id)
    expect(told).toMatchObject({ party: 'party/police', reference: 'CR/12', answered: false })
    expect(told?.now).toMatchObject({ spokeTo: 'PC 4711', enteredBy: lead.personId })
    for (const nobody of [teacher, named, elsewhere]) expect(await contacts(nobody, id)).toEqual([])
    expect(await contacts(chair, id)).toEqual([])
    await expect(
      t.as(named, async (tx) =>
        addToContact(tx, named, {
          one: await t.as(lead, (at) => readCase(at, id)),
          contactId: told?.id ?? '',
          does: 'replied',
          said: toldNow('', { at: AT }).said,
        }),
      ),
    ).rejects.toMatchObject({ name: expect.stringMatching(/Forbidden|NotFound/) })
    const forged = t.as(lead, (tx) =>
      tx.updateTable('app.record_contact').set({ reference: 'CR/99' }).where('record_id', '=', id).execute(),
    )
    await expect(forged).rejects.toThrow(/permission denied/)

    const line = `Ask again in ${reference}: Police`
    expect(await text(lead, '/duties')).toContain(line)
    expect(await text(teacher, '/duties')).not.toContain(line)
    expect(standsOn(told ?? never(), Temporal.PlainDate.from('2026-11-26'))).toBe('ask_late')

    const thread = `/incidents/${id}/told/${told?.id}`
    expect((await app.get(thread, teacher)).status).toBe(404)
    const when = { 'told_at-day': '20', 'told_at-month': '11', 'told_at-year': '2026', 'told_at-time': '08:50' }
    expect((await page.post(thread, { ...when, does: 'replied' })).status).toBe(400)
    expect((await page.post(thread, { ...when, does: 'replied', told_reply: 'They will collect it' })).status).toBe(303)
    expect(await text(lead, '/duties')).not.toContain(line)
    const anew = { ...when, how: 'told', told_reference: 'CR/13' }
    expect((await page.post(`${thread}/anew`, anew)).status).toBe(400)
    expect((await page.post(`${thread}/anew`, { ...anew, reason: 'A slip of the pen' })).status).toBe(303)
    const after = await text(head, `/incidents/${id}`)
    for (const words of ['Reference CR/13', 'They will collect it', 'Written before: Told', 'A slip of the pen'])
      expect(after).toContain(words)
    expect(await text(lead, `/incidents/${id}/referral?to=party/police`)).toContain('A referral to Police')
  })

  test('asks why the parents of a child are not told, and why nobody refers it', async () => {
    const { lead, head, pupil, other, open } = who
    const { id } = await open('Unkind chat')
    const chart = `${FLOW}.to_non_illegal:1`
    const step = async (name: string) => {
      const { open: steps } = await t.as(head, (tx) => readCase(tx, id))
      return steps.find((one) => one.stepId === name)?.key ?? `${chart}:${name}`
    }
    await take(lead, id, `${FLOW}:triage:1`, { does: { answers: ['not_illegal'] } })
    await take(lead, id, await step('log'), {})
    await take(lead, id, await step('evidence'), { fields: { evidence_kept: 'None' } })
    await take(lead, id, await step('aimed_at_staff'), { does: { answers: ['no'] } })
    await take(lead, id, await step('staff_q'), { does: { answers: ['yes'] } })
    const none = { does: { answers: ['none'] } }
    expect(await take(head, id, await step('threshold'), none)).toMatchObject({ ok: false, code: 'told' })
    const because = 'She saw it and told us'
    expect(
      await take(head, id, await step('threshold'), { ...none, told: [{ party: 'party/lado', about: null, because }] }),
    ).toMatchObject({ ok: true })

    const page = await app.signedIn(lead)
    const path = (child: PersonActor) => `/incidents/${id}/told?to=parents~${child.personId}`
    expect((await page.get(`/incidents/${id}/told`)).text).toContain('The parents or carers of Kit Moor')
    expect((await page.post(path(pupil), { how: 'not_told', because: '' })).status).toBe(400)
    expect((await page.post(path(pupil), { how: 'not_told', because: 'It would put Robin at risk' })).status).toBe(303)
    expect((await page.get(`/incidents/${id}/told?to=party/nobody`)).status).toBe(404)
    const said = await contacts(lead, id)
    expect(said.map((one) => [one.party, one.about, one.now.does])).toEqual([
      ['party/lado', null, 'not_told'],
      ['parents', pupil.personId, 'not_told'],
    ])
    const shown = await text(lead, `/incidents/${id}`)
    for (const words of [
      because,
      'It would put Robin at risk',
      'The parents or carers of Kit Moor Nothing written down',
    ])
      expect(shown).toContain(words)
    expect(said.some((one) => one.about === other.personId)).toBe(false)
  })

  test('is asked of a child who is named after the others’ parents were told: until then the case is not closed', async () => {
    const { lead, head, pupil, other, open } = who
    const { id } = await open('A page about a teacher')
    await t.as(lead, (tx) =>
      moveRecord(tx, lead, { recordId: id, to: 'flow/against_school', reason: 'It is about us' }),
    )
    const go = async (stepId: string, more: Partial<Parameters<typeof takeStep>[2]>) => {
      const { open: steps } = await t.as(head, (tx) => readCase(tx, id))
      const step = steps.find((one) => one.stepId === stepId)
      expect(await take(head, id, step?.key ?? stepId, { ...more, reason: 'Said in the test' })).toMatchObject({
        ok: true,
      })
    }
    const answer = (one: string) => ({ does: { answers: [one] } })
    const leave = { does: { notNeeded: true as const } }
    await go('report', { told: [toldNow('party/head', { at: AT })] })
    await go('log', {})
    await go('evidence', { fields: { attack_evidence: 'None' } })
    await go('abuse', leave)
    await go('chair', { ...answer('neither'), fields: { chair_reason: 'No' } })
    await go('instigator', answer('pupil'))
    await go('pup_identify', leave)
    await go('pup_remove', answer('removed'))
    await go('pup_action', leave)
    await go('pup_serious', answer('yes'))
    const told = [pupil, other].map(({ personId }) => toldNow('parents', { about: personId, at: AT }))
    await go('pup_parents', { told })
    const late = { part: 'witness', personId: who.later.personId, described: null }
    await t.as(lead, (tx) => addCasePeople(tx, lead, { recordId: id, people: [late] }))
    expect(await text(lead, `/incidents/${id}`)).toContain('To be told before it is closed')
    await go('pup_advice', leave)
    await go('pup_risk', answer('no'))
    await go('close', { fields: { actions_taken: 'Talked', actions_reasons: 'It helps' } })

    const close = () => t.as(lead, (tx) => closeRecord(tx, lead, { recordId: id, outcome: 'Over' }))
    await expect(close()).rejects.toMatchObject({
      code: 'record.close.untold',
      message: expect.stringMatching(/Ada Lund/),
    })
    expect(await text(lead, `/incidents/${id}`)).toMatch(/Before this case can be closed.*carers of Ada Lund/)
    // No step is open any more, so that My duties says it; only to those who handle it.
    const words = /Before INC-\d+ can be closed: The parents or carers of Ada Lund/
    expect(await text(head, '/duties')).toMatch(words)
    expect(await text(who.teacher, '/duties')).not.toContain('Ada Lund')
    expect(await text(who.named, '/duties')).not.toContain('Ada Lund')
    const page = await app.signedIn(lead)
    const path = `/incidents/${id}/told?to=parents~${who.later.personId}`
    expect((await page.post(path, { how: 'not_told', because: 'She only read it' })).status).toBe(303)
    expect(await text(head, '/duties')).not.toMatch(words)
    await close()
    expect((await t.as(lead, (tx) => readCase(tx, id))).state).toBe('closed')
  })
})

const never = (): never => {
  throw new Error('nothing was written down')
}
