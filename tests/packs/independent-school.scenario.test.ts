import { beforeAll, describe, expect, test } from 'vitest'
import { issueIn, requestOf } from '#tests/support/agreements.ts'
import { useDatabase } from '#tests/support/database.ts'
import { useSite } from '../journeys/support/site.ts'
import { useDesks } from './support/desks.ts'
import { givenSchoolUnder } from './support/school.ts'

const t = useDatabase()
const site = useSite(t)
const desks = useDesks(site)

async function givenIndependent() {
  const school = await givenSchoolUnder(t, 'independent-school')
  await school.term('2026-11-16', '2026-12-18')
  const people = {
    head: await school.staff('Margaret Oyelaran', 'head'),
    lead: await school.staff('Sam Pritchard', 'online_safety_lead'),
    network: await school.staff('Ben Adeyemi', 'network_manager'),
    services: await school.staff('Ines Marlow', 'it_services_manager'),
    itManager: await school.staff('Jo Farrant', 'it_manager'),
    it: await school.staff('Asha Venn', 'it_department'),
    authorised: await school.staff('Olu Wick', 'ict_authorised_staff'),
    dpo: await school.staff('Rosa Lindqvist', 'dpo'),
    finance: await school.staff('Nia Okafor', 'finance_administrator'),
    reception: await school.staff('Olive Marsh', 'reception'),
    committee: await school.staff('Tunde Hartley', 'online_safety_committee'),
    teacher: await school.staff('Greta Sand'),
  }
  const pupil = await school.pupil('Kofi Mensah', 9)
  const parent = await school.parent('Abena Mensah', pupil)
  await issueIn(t, school.organisation)
  await school.plans()
  return { ...people, pupil, parent }
}

describe('a day under the policy of the independent school', () => {
  let all: Awaited<ReturnType<typeof givenIndependent>>
  const as = (who: keyof typeof all) => desks.as(all[who])
  beforeAll(async () => {
    all = await givenIndependent()
  })

  test('a picture may be used in seven ways unless a parent says no, and the parent says no to one', async () => {
    const parent = await as('parent')
    const asked = `/agreements/mine/${await requestOf(t, all.pupil, 'image_use')}`
    expect(await parent.reads(asked)).toContain('may be used in these ways, unless you say no')
    expect(await parent.page.locator('[name^="item-"][value=yes]').count()).toBe(7)
    await parent.signs(asked, { 'item-website': 'no' })
    const file = await (await as('lead')).reads(`/agreements/people/${all.pupil.personId}`)
    expect(file).toContain("Your child's images and work: seven uses Signed")
  })

  test('a divorce or a change of custody suspends the permission until a parent answers again', async () => {
    const [teacher, lead] = [await as('teacher'), await as('lead')]
    const before = await requestOf(t, all.pupil, 'image_use')
    await teacher.opens(`/agreements/people/${all.pupil.personId}`)
    await teacher.page.getByText('Something has changed in the family').click()
    await teacher.presses('A separation, or a change of custody or care')
    expect(await requestOf(t, all.pupil, 'image_use')).not.toBe(before)
    expect(await lead.reads(`/agreements/people/${all.pupil.personId}`)).toContain('seven uses Asked anew')
  })

  test('staff agree in advance that a device may be taken and opened, and then it is', async () => {
    const [teacher, head, lead] = [await as('teacher'), await as('head'), await as('lead')]
    const agreement = `/agreements/mine/${await requestOf(t, all.teacher, 'adult_agreement')}`
    expect(await teacher.reads(agreement)).toContain('I permit my mobile device to be taken away and opened')
    await lead.opensCase({ title: 'A concern about an adult', kind: 'other', by_accident: 'deliberate' })
    const named = { 'person-1': 'Greta Sand', 'part-1': 'device_holder' }
    await expect(head.enters('device_taken', named)).rejects.toThrow()
    await teacher.signs(agreement)
    const taken = await head.enters('device_taken', named)
    await lead.takes(taken, 'permission', { answer: 'yes' })
    await head.takes(taken, 'take')
    expect(await (await as('authorised')).mayTake(taken)).toEqual(['access'])
    expect(await teacher.opens(taken)).toBe(404)
  })

  test('a breach of security is told to three people at once', async () => {
    const lead = await as('lead')
    await lead.opensCase({ title: 'A door stood open', kind: 'security_breach' })
    for (const who of ['dpo', 'network', 'lead'] as const)
      expect(await (await as(who)).isTold()).toContain('An incident about security, loss or misuse stands in the log')
    expect(await (await as('it')).isTold()).not.toContain('An incident about security')
    expect(await lead.keeps('T-035')).toMatch(/Data Protection Officer.*Network Manager.*E-Safety Co-ordinator/)
  })

  test('sensitive e-mail needs the Headmistress, a telephone call, a log in SIMS and its key apart', async () => {
    const [teacher, head] = [await as('teacher'), await as('head')]
    const mail = await teacher.enters('sensitive_transfer', {
      'recipients-0-recipient': 'Lin Zhou',
      'recipients-0-address': 'lin@county.example',
      'recipients-0-verified_how': 'By telephone',
      'recipients-0-verified_at': '2026-11-23 09:00',
    })
    await teacher.takes(mail, 'needed', { answer: 'yes' })
    await teacher.takes(mail, 'partner', { answer: 'no' })
    await head.takes(mail, 'consent', { voice: 'yes', note: 'There is no other way.' })
    await teacher.takes(mail, 'request', { answer: 'yes' })
    await teacher.takes(mail, 'phone', { answer: 'verified' })
    await teacher.takes(mail, 'verify', { answer: 'verified' })
    expect(await teacher.cannotTake(mail, 'prepare', { subject_neutral: false })).not.toBe('')
    await teacher.takes(mail, 'prepare', { subject_neutral: true })
    expect(await teacher.words()).toContain('SIMS')
    await teacher.takesAll(mail, 'log', 'send')
    expect(await teacher.mayTake(mail)).toEqual(['receipt'])
  })

  test('a chain letter that worries a student is acted on by the Network Manager and IT Support alone', async () => {
    const network = await as('network')
    const letter = await network.enters('chain_letter', { 'person-1': 'Kofi Mensah', 'part-1': 'pupil' })
    for (const who of ['lead', 'head', 'teacher'] as const) expect(await (await as(who)).opens(letter)).toBe(404)
    expect(await (await as('lead')).opens('/registers/chain_letter/new')).toBe(403)
    await (await as('it')).takes(letter, 'act')
  })

  test('the accounts of a leaver are off within 24 hours', async () => {
    const [manager, it] = [await as('itManager'), await as('it')]
    const leaver = await manager.enters('leaver', { 'person-1': 'Greta Sand', 'part-1': 'who_leaves' })
    await manager.takes(leaver, 'hand_back')
    await manager.takes(leaver, 'list_logons', { logons_complete: true })
    expect(await it.mayTake(leaver)).toEqual(['disable'])
    expect(await it.words()).toContain('tomorrow 10:00')
    expect(await manager.keeps('T-271')).toContain('24 hours')
    await it.takes(leaver, 'disable')
  })

  test('the servers change every password each term, at its start, and staff change their other logons', async () => {
    const services = await as('services')
    expect(await services.reads('/duties')).toContain(
      "Run the automatic change of all passwords on the school's servers",
    )
    expect(await services.reads('/measures/passwords')).toMatch(/start of term/)
    const other = `/agreements/mine/${await requestOf(t, all.teacher, 'other_logons')}`
    expect(await (await as('teacher')).reads(other)).toMatch(/logon/)
  })

  test('authorised ICT staff inspect without notice for one of six purposes, and show their badge when asked', async () => {
    const [authorised, teacher] = [await as('authorised'), await as('teacher')]
    await authorised.opens('/registers/inspection/new')
    expect(await authorised.page.locator('[name=inspection_purpose]').count()).toBe(6)
    const look = await authorised.enters('inspection', {
      lawful: true,
      'person-1': 'Greta Sand',
      'part-1': 'target_person',
    })
    await authorised.takes(look, 'lawful_basis')
    await authorised.takes(look, 'identity', { answer: 'yes' })
    await authorised.takes(look, 'badge', { answer: 'shown' })
    await authorised.takes(look, 'act')
    expect(await teacher.opens(look)).toBe(404)
    expect(await teacher.isTold()).not.toContain('nspect')
  })

  test('own phones are allowed, never to reach students or parents, and for lessons the bill payer is asked', async () => {
    const [teacher, head] = [await as('teacher'), await as('head')]
    expect(await teacher.reads('/may-i/may_i?use=staff_device_own_use')).toMatch(/Yes/)
    expect(await teacher.reads('/may-i/may_i?use=staff_device_contact')).toMatch(/No/)
    const use = await teacher.enters('educational_use', { 'person-1': 'Kofi Mensah', 'part-1': 'device_user' })
    await head.takes(use, 'agree', { voice: 'yes' })
    expect(await teacher.reads(use)).toContain('Ask the person who pays the bill')
  })

  test('pictures on a private device need the Headmistress, and then leave it at once', async () => {
    const [teacher, head] = [await as('teacher'), await as('head')]
    const asked = await teacher.enters('image_permission', { asked_for: 'personal_device' })
    expect(await teacher.mayTake(asked)).not.toContain('take')
    await head.takes(asked, 'decide', { voice: 'yes' })
    await teacher.takes(asked, 'take', { answer: 'personal' })
    await teacher.takes(asked, 'move')
    expect(await teacher.mayTake(asked)).toEqual(['wipe'])
    expect(await teacher.words()).toContain('tomorrow 10:00')
    await teacher.takes(asked, 'wipe')
  })

  test('a webcam shows no people and has signs, and video of a child stays one of the uses', async () => {
    const [teacher, it] = [await as('teacher'), await as('it')]
    const webcam = await teacher.enters('webcam', { learning_purpose: "To watch hens' eggs", no_people: true })
    await it.takes(webcam, 'lend', { voice: 'yes' })
    expect(await it.cannotTake(webcam, 'set_up', { not_public: true, signs_up: false })).not.toBe('')
    await it.takes(webcam, 'set_up', { not_public: true, signs_up: true })
    const peopled = await teacher.enters('webcam', { no_people: false })
    await it.takes(peopled, 'lend', { voice: 'yes' })
    expect(await it.cannotTake(peopled, 'set_up', { not_public: true, signs_up: true })).not.toBe('')
    const asked = `/agreements/mine/${await requestOf(t, all.pupil, 'image_use')}`
    expect(await (await as('parent')).opens(asked)).toBe(200)
  })

  test('the E-Safety committee says who may post on the five channels of the school', async () => {
    const [teacher, committee] = [await as('teacher'), await as('committee')]
    await teacher.opens('/registers/channel_poster/new')
    expect(await teacher.page.locator('[name=on_channels]').count()).toBe(5)
    expect(await teacher.opens('/registers/channel_post/new')).toBe(403)
    const asked = await teacher.enters('channel_poster', { poster: 'Greta Sand', on_channels: ['vle'] })
    expect(await (await as('head')).mayTake(asked)).not.toContain('authorise')
    await committee.takes(asked, 'authorise', { voice: 'yes' })
    expect(await teacher.reads(asked)).toContain('End the authorisation')
  })

  test('a private device that is linked to school e-mail hides the subject when it is locked', async () => {
    const network = await as('network')
    await network.opens('/measures/linked_devices')
    expect(await network.words()).toMatch(/[Ss]ubject hidden when locked/)
    await network.fills({ holds: 'yes' })
    await network.presses('Say so')
    expect(await network.keeps('T-127')).toContain('Own devices linked to school e-mail')
  })

  test('a school mobile has its PIN, its SIM and no premium calls, its loss stops the cost, and private calls are repaid', async () => {
    const [it, teacher, finance] = [await as('it'), await as('teacher'), await as('finance')]
    const phone = await it.enters('school_phone', { 'person-1': 'Greta Sand', 'part-1': 'phone_holder' })
    expect(await it.cannotTake(phone, 'issue', { premium_barred: false })).not.toBe('')
    // Whoever is to hold it is asked, and signs before they get it.
    expect(await it.cannotTake(phone, 'issue', { premium_barred: true })).not.toBe('')
    expect(await teacher.isTold()).toContain('T-388')
    await teacher.signs(`/agreements/mine/${await requestOf(t, all.teacher, 'school_phone_terms')}`)
    await it.takes(phone, 'issue', { premium_barred: true })
    await it.takes(phone, 'in_use', { answer: 'lost' })
    expect(await it.words()).toContain('Until it is reported, the school bears all call costs')
    await it.takes(phone, 'notice')
    expect(await (await as('dpo')).isTold()).toContain('A school mobile phone is lost or stolen')
    const calls = await teacher.enters('phone_use', { personal_amount: '4.20', abroad_amount: '1.10' })
    expect(await finance.isTold()).toContain('personal use of a school phone to be repaid')
    await finance.takes(calls, 'settle')
  })

  test('a manager authorises equipment and gets it back, and a visitor has the code of the guest network at reception', async () => {
    const [it, head, reception] = [await as('it'), await as('head'), await as('reception')]
    const laptop = await it.enters('equipment', {
      category: 'laptop',
      may_hold_data: true,
      'person-1': 'Greta Sand',
      'part-1': 'equipment_holder',
    })
    await head.takes(laptop, 'allocate', { voice: 'yes' })
    expect(await it.cannotTake(laptop, 'prepare', { encrypted: false })).not.toBe('')
    await it.takes(laptop, 'prepare', { encrypted: true, timed_lock: true })
    await it.takes(laptop, 'issue', { rules_read: true })
    await it.takes(laptop, 'in_use', { answer: 'given_up' })
    await it.takes(laptop, 'back')
    await reception.enters('guest_code', { guest_name: 'Lin Zhou', guest_signed: true })
    expect(await reception.reads('/registers/guest_code')).toContain('Lin Zhou')
  })
})
