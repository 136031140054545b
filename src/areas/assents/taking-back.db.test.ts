import { describe, expect, test } from 'vitest'
import { policyInForce } from '#areas/policy/index.ts'
import { agreedNow } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import type { GivenSchool } from '#tests/support/agreements.ts'
import { givenSchool, issueIn, requestOf, stateOf } from '#tests/support/agreements.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { packNamed } from '#tests/support/packs.ts'
import { endRequestsOf } from './commands/end-requests.ts'
import {
  assentStandings,
  giveAgain,
  recordWithdrawal,
  sendReminders,
  signAgreement,
  withdrawAgreement,
} from './index.ts'

const t = useDatabase()
const app = useApp(t)

const sign = (who: PersonActor, requestId: string, answers: Readonly<Record<string, boolean>>, fields = {}) =>
  t.as(who, (tx) => signAgreement(tx, who, { requestId, typedName: 'A Name', answers, fields }))
const back = (who: PersonActor, requestId: string, items?: readonly string[]) =>
  t.as(who, (tx) => withdrawAgreement(tx, who, { requestId, ...(items === undefined ? {} : { items }) }))
const dutiesOf = async (school: GivenSchool) =>
  (
    await t.peek<{ duty: string }>(
      `select duty from app.duty where organisation_id = $1 and (key like '%withdrawn%') order by duty`,
      [school.organisation.organisationId],
    )
  ).map((one) => one.duty)

describe('a consent that its giver takes back', () => {
  const USES = ['website', 'prospectus', 'video', 'platform', 'communal', 'external', 'media']

  async function given() {
    const school = await givenSchool(t)
    await issueIn(t, school.organisation)
    const images = await requestOf(t, school.kofi, 'pupil_images')
    await sign(school.mother, images, Object.fromEntries(USES.map((one) => [one, one !== 'media'])))
    return { ...school, images }
  }

  test('counts beside the yes of the other parent, until whoever took it back gives it again', async () => {
    const { mother, father, images } = await given()
    const all = Object.fromEntries(USES.map((one) => [one, true]))
    await sign(father, images, all)
    t.clock.advance({ minutes: 1 })
    await back(mother, images)
    expect(await stateOf(t, images)).toBe('withdrawn')
    t.clock.advance({ minutes: 1 })
    await sign(mother, images, all)
    expect(await stateOf(t, images)).toBe('signed')
  })

  test('is refused of another family, to a pupil whom the policy does not let, unsigned, and after leaving', async () => {
    const { mother, stranger, aunt, kofi, esi, images, office, organisation } = await given()
    for (const who of [stranger, aunt, esi])
      await expect(back(who, images), who.personId).rejects.toMatchObject({ name: 'NotFound' })
    await expect(back(kofi, images)).rejects.toMatchObject({ code: 'agreement.withdraw.never' })
    await expect(back(office, images)).rejects.toMatchObject({ code: 'agreement.withdraw.never' })
    const rules = await requestOf(t, kofi, 'primary_rules')
    await t.as(mother, (tx) => signAgreement(tx, mother, { requestId: rules, typedName: 'A Name' }))
    await expect(back(mother, rules)).rejects.toMatchObject({ code: 'agreement.withdraw.never' })
    expect((await app.get(`/agreements/mine/${rules}/back`, mother)).status).toBe(409)
    expect((await app.get(`/agreements/mine/${images}/back`, office)).status).toBe(404)
    expect((await app.get(`/agreements/mine/${images}/back`, stranger)).status).toBe(404)
    const system = systemActor(organisation.organisationId, 'tests')
    await t.as(system, (tx) => endRequestsOf(tx, system, kofi.personId))
    await expect(back(mother, images)).rejects.toMatchObject({ code: 'agreement.sign.over' })
    expect(
      await t.peek(`select 1 from app.signature where request_id = $1 and outcome = 'withdrawn'`, [images]),
    ).toEqual([])
  })

  test('is refused by a parent who never answered, on their own page, which says nothing of the other parent', async () => {
    const school = await given()
    const { mother, father, office, images, esi } = school
    const path = `/agreements/mine/${images}/back`
    expect((await app.get('/agreements/mine?see=given', father)).body).toContain(path)
    const page = await app.get(path, father)
    expect(page.text).toContain('You have not said yes to this for Kofi. You can say no to it here.')
    // The mother said no to this one: the page does not show it.
    expect(page.text).toContain('In general media')
    const form = page.form(path)
    expect((await app.post(path, { ...form.fields, items: ['website'] }, father)).status).toBe(303)
    expect(await stateOf(t, images)).toBe('signed')
    expect(await dutiesOf(school)).toEqual(['take_down_images'])
    expect((await app.get('/agreements/mine?see=given', father)).text).toContain('You said no to a part of it on')
    t.clock.advance({ minutes: 1 })
    await back(father, images)
    expect(await stateOf(t, images)).toBe('withdrawn')
    // The yes of the mother is still there to be taken back, by letter too.
    expect((await app.get(`/agreements/people/${school.kofi.personId}`, office)).body).toContain(
      `/agreements/requests/${images}/back`,
    )

    const none = await requestOf(t, esi, 'pupil_images')
    const before = await dutiesOf(school)
    await back(father, none)
    expect(await stateOf(t, none)).toBe('withdrawn')
    // Nothing was given, so nothing has to be undone.
    expect(await dutiesOf(school)).toEqual(before)
    await sign(mother, none, Object.fromEntries(USES.map((one) => [one, true])))
    expect(await stateOf(t, none)).toBe('withdrawn')
  })

  test('is entered by staff from a letter, with who wrote it, never their own and never from words alone', async () => {
    const { mother, father, office, lead, images, kofi } = await given()
    const heard = (who: PersonActor, more: object = {}) =>
      t.as(who, (tx) =>
        recordWithdrawal(tx, who, {
          requestId: images,
          signerId: mother.personId,
          saidOn: Temporal.PlainDate.from('2026-11-23'),
          how: 'written',
          ...more,
        }),
      )
    await expect(heard(mother)).rejects.toMatchObject({ code: 'agreement.staff_only' })
    await expect(heard(office, { how: 'spoken' })).rejects.toMatchObject({ code: 'agreement.withdraw.unwritten' })
    await expect(heard(office, { signerId: kofi.personId })).rejects.toMatchObject({ code: 'agreement.withdraw.never' })
    const early = { saidOn: Temporal.PlainDate.from('2026-11-20') }
    await expect(heard(office, early)).rejects.toMatchObject({ code: 'agreement.withdraw.before' })
    const own = await requestOf(t, office, 'staff_images')
    await sign(office, own, { use: true })
    await expect(heard(office, { requestId: own, signerId: office.personId })).rejects.toMatchObject({
      code: 'agreement.withdraw.own',
    })
    t.clock.advance({ minutes: 5 })
    await heard(lead, { requestId: own, signerId: office.personId, how: 'spoken' })
    expect(await stateOf(t, own)).toBe('withdrawn')
    const path = `/agreements/requests/${images}/back`
    expect((await app.get(`/agreements/people/${kofi.personId}`, office)).body).toContain(path)
    const page = await app.get(path, office)
    expect(page.text).toContain('Kwame Mensah')
    const { fields } = page.form('')
    const said = { ...fields, signer: father.personId, items: USES.slice(0, 6), 'said-day': '23', 'said-month': '11' }
    expect((await app.post(path, said, office)).status).toBe(400)
    expect((await app.post(path, { ...said, 'said-year': '2026' }, office)).status).toBe(303)
    expect(await stateOf(t, images)).toBe('withdrawn')
    const [row] = await t.peek<object>(
      `select way, recorded_by, signer_id from app.signature where request_id = $1 and outcome = 'withdrawn'`,
      [images],
    )
    expect(row).toEqual({ way: 'paper', recorded_by: office.personId, signer_id: father.personId })
  })

  test('in part, then whole, then given again, on the pages of a parent', async () => {
    const school = await given()
    const { mother, kofi, images, office } = school
    const path = `/agreements/mine/${images}/back`
    const list = await app.get('/agreements/mine?see=given', mother)
    expect(list.body).toContain(path)
    const page = await app.get(path, mother)
    expect(page.text).toContain('The school has this to do: Take down every published image')
    expect(page.text).toContain('This page counts as your notice in writing')
    expect(page.text).not.toContain('In general media')
    const form = page.form(path)
    expect((await app.post(path, { ...form.fields, items: [] }, mother)).status).toBe(400)
    const sent = await app.post(path, { ...form.fields, items: ['website'], reason: 'We moved' }, mother)
    expect(sent.location).toBe('/agreements/mine?see=given')
    expect(await stateOf(t, images)).toBe('signed')
    expect(await dutiesOf(school)).toEqual(['take_down_images'])
    expect((await app.get('/agreements/mine?see=given', mother)).text).toContain('You took back a part of it')
    const staff = await app.get(`/agreements/people/${kofi.personId}`, office)
    expect(staff.text).toContain("Taken back in part (On the school's web site)")
    expect((await app.get(path, mother)).text).toContain('You have taken this back before: On the school')
    const [copy] =
      /\/agreements\/signatures\/[0-9a-f-]+/.exec((await app.get('/agreements/mine?see=given', mother)).body) ?? []
    const signed = await app.get(copy ?? '', mother)
    expect(signed.text).toMatch(/Taken back since 23 November 2026 at [\d:]+: On the school's web site/)
    expect(signed.text).toContain("On the school's web site Yes, taken back on 23 November 2026")
    expect(signed.text).toMatch(/In general media[^.]*electronically No/)
    await expect(back(mother, images, ['website'])).rejects.toMatchObject({ code: 'agreement.withdraw.item' })

    t.clock.advance({ minutes: 5 })
    await back(mother, images)
    expect(await stateOf(t, images)).toBe('withdrawn')
    const standing = await t.as(systemActor(mother.organisationId, 'tests'), async (tx) =>
      assentStandings.standings(tx, await policyInForce(tx), ['assent/pupil_images']),
    )
    expect(standing.get('assent/pupil_images')?.says).toContain('1 has taken it back')
    expect(await dutiesOf(school)).toEqual(['take_down_images', 'take_down_images'])
    await expect(back(mother, images)).rejects.toMatchObject({ code: 'agreement.withdraw.twice' })
    const entries = await t.peek(
      `select 1 from app.ledger_entry where code = 'agreement.withdrawn' and person_id = $1`,
      [kofi.personId],
    )
    expect(entries).toHaveLength(2)
    const notices = await t.peek<{ says: string }>(
      `select says from app.notice where code = 'agreement.withdrawn' and reader_id = $1 order by written_at, id`,
      [office.personId],
    )
    expect(notices[0]?.says).toBe(
      "Abena Mensah has taken back for Kofi Mensah: Use of my child's work and photographs (On the school's web site).",
    )

    const gone = await app.get('/agreements/mine?see=given', mother)
    expect(gone.text).toContain('You said no on 23 November 2026')
    expect(gone.text).toContain('Say yes again')

    t.clock.advance({ hours: 24 * 30 })
    const system = systemActor(mother.organisationId, 'tests')
    await t.as(system, (tx) => sendReminders(tx, system, { requestIds: [images] }))
    expect(await t.peek('select 1 from app.assent_request where id = $1 and reminded > 0', [images])).toEqual([])
    await sign(mother, images, Object.fromEntries(USES.map((one) => [one, true])))
    expect(await stateOf(t, images)).toBe('signed')
  })
})

test('a pupil says no to what a parent gave, which opens what the policy starts, and lifts it again', async () => {
  const school = await givenSchool(t, 'independent-school')
  await issueIn(t, school.organisation)
  const { esi, mother, stranger } = school
  const request = await requestOf(t, esi, 'public_images')
  const path = `/agreements/mine/${request}/back`
  expect((await app.get(path, esi)).status).toBe(409)
  await expect(back(esi, request)).rejects.toMatchObject({ code: 'agreement.withdraw.unsigned' })
  await sign(mother, request, { taken: true })
  expect((await app.get('/agreements/mine?see=given', esi)).body).toContain(path)
  const page = await app.get(path, esi)
  expect(page.text).toContain('Somebody who cares for you said yes for you, Esi')
  expect(page.text).toContain('Nobody is cross with you')
  expect(page.text).toContain('Say no: Pictures of you in public')
  t.clock.advance({ minutes: 5 })
  expect((await app.post(path, page.form(path).fields, esi)).status).toBe(303)
  expect(await stateOf(t, request)).toBe('withdrawn')
  expect(await dutiesOf(school)).toEqual(['stop_image_use', 'stop_public_use'])
  const [record] = await t.peek<{ kind: string; fields: Record<string, string>; opened_by: string }>(
    `select kind, opened_by, d.fields from app.record r join app.record_detail d on d.record_id = r.id
      where r.organisation_id = $1`,
    [esi.organisationId],
  )
  expect(record).toMatchObject({ kind: 'image_removal', opened_by: esi.personId })
  expect(record?.fields.image_item).toBe('Images of your child in public: taken back for Esi Mensah by Esi Mensah.')
  t.clock.advance({ minutes: 5 })
  await expect(t.as(mother, (tx) => giveAgain(tx, mother, request))).rejects.toMatchObject({
    code: 'agreement.again.never',
  })
  await expect(t.as(stranger, (tx) => giveAgain(tx, stranger, request))).rejects.toMatchObject({ name: 'NotFound' })
  const again = await app.get(path, esi)
  expect((await app.post(path, again.form(path).fields, esi)).status).toBe(303)
  expect(await stateOf(t, request)).toBe('signed')
  await expect(t.as(esi, (tx) => giveAgain(tx, esi, request))).rejects.toMatchObject({ code: 'agreement.again.never' })
})

test('"may I use this photo" hears the no at once', async () => {
  const { organisation, mother, kofi, lead } = await givenSchool(t, 'primary-federation')
  await issueIn(t, organisation)
  const request = await requestOf(t, kofi, 'website_photographs')
  const pack = packNamed('primary-federation')
  const may = () =>
    t.as(lead, async (tx) =>
      (await agreedNow(tx, pack, { personId: kofi.personId }))(kofi.personId, 'assent/website_photographs#website'),
    )
  const { fields, items } = pack.assents.website_photographs ?? { fields: [], items: [] }
  await sign(
    mother,
    request,
    Object.fromEntries(items.map((one) => [one.id, true])),
    Object.fromEntries(fields.map((one) => [one.id, 'Mother'])),
  )
  expect(await may()).toBe(true)
  t.clock.advance({ minutes: 1 })
  await back(mother, request, ['website'])
  expect(await may()).toBe(false)
  expect(await stateOf(t, request)).toBe('withdrawn')
})
