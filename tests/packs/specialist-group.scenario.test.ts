import { beforeAll, describe, expect, test } from 'vitest'
import { issueIn, requestOf } from '#tests/support/agreements.ts'
import { useDatabase } from '#tests/support/database.ts'
import { useSite } from '../journeys/support/site.ts'
import { useDesks } from './support/desks.ts'
import { putInEvidence } from './support/put-in-evidence.ts'
import { givenSchoolUnder } from './support/school.ts'

const t = useDatabase()
const site = useSite(t)
const desks = useDesks(site)

const CASE = {
  title: 'Something online',
  place: 'on_site',
  kind: 'grooming',
  immediate_danger: 'no',
  staff_involved: 'no',
}

async function givenGroup() {
  const group = await givenSchoolUnder(t, 'specialist-group')
  const people = {
    proprietor: await group.staff('Rosa Lindqvist', 'proprietor'),
    head: await group.staff('Margaret Oyelaran', 'head', 'senior_leaders'),
    member: await group.staff('Tunde Hartley', 'mdg_members'),
    dsl: await group.staff('Priya Raman', 'dsl'),
    north: await group.staff('Nia Okafor', 'dsl'),
    safety: await group.staff('Sam Pritchard', 'safeguarding_manager', 'central_safeguarding_lead'),
    facilities: await group.staff('Ben Adeyemi', 'facilities'),
    office: await group.staff('Olive Marsh', 'administrator', 'school_office'),
    teacher: await group.staff('Greta Sand'),
  }
  const pupil = await group.pupil('Kofi Mensah', 9)
  const visitor = await group.visitor('Lin Zhou')
  const parent = await group.parent('Abena Mensah', pupil)
  await group.knows(people.teacher, { teaches: true })
  await group.knows(visitor, { uses_school_ict: true })
  await issueIn(t, group.organisation)
  return { ...people, pupil, parent, visitor }
}

describe('a day under the policy of the specialist group', () => {
  let all: Awaited<ReturnType<typeof givenGroup>>
  const as = (who: keyof typeof all) => desks.as(all[who])
  const asks = async (who: keyof typeof all, assent: string) =>
    `/agreements/mine/${await requestOf(t, all[who === 'parent' ? 'pupil' : who], assent)}`
  /** A case in which nothing is to be kept as evidence, at the question what it is. */
  const aCase = async () => {
    const dsl = await as('dsl')
    const found = await dsl.opensCase(CASE)
    await dsl.takes(found, 'dsl')
    await dsl.takes(found, 'evidence', { answer: 'no' })
    await dsl.takes(found, 'check', { answer: 'no' })
    await dsl.takes(found, 'back')
    return { dsl, found }
  }

  beforeAll(async () => {
    all = await givenGroup()
  })

  test('leaders agree the policy, the Management Development Group approves it, and the Proprietor signs it off', async () => {
    const safety = await as('safety')
    const review = await safety.enters('policy_review', { amended: false })
    await safety.takes(review, 'draft')
    await safety.takes(review, 'pupils')
    expect(await (await as('member')).mayTake(review)).toEqual([])
    await (await as('head')).takes(review, 'slt', { voice: 'yes' })
    await (await as('member')).takes(review, 'mdg', { voice: 'yes' })
    await (await as('proprietor')).takes(review, 'sign', { voice: 'yes' })
    expect(await (await as('office')).mayTake(review)).toEqual(['publish'])
    expect(await safety.keeps('G-116')).toContain('Management Development Group')
  })

  test('each site has a safeguarding lead in the directory, one provision belongs to two schools, and a parent reads both', async () => {
    const safety = await as('safety')
    for (const [at_place, kind_of_place] of [
      ['Larkbeck North', 'main_school'],
      ['The Annexe', 'shared_provision'],
      ['Central services', 'central_services'],
    ] as const)
      await safety.takes(await safety.enters('key_contact', { at_place, kind_of_place, list_order: '1' }), 'listed')
    const directory = await (await as('parent')).reads('/registers/key_contact')
    expect(directory).toContain('Provision shared by two schools')
    expect(directory).toContain('Larkbeck North')
    expect(directory).toContain('Central services')
    const who = await (await as('teacher')).reads('/policy/who')
    expect(who).toContain('Nia Okafor')
    expect(who).toContain('Priya Raman')
  })

  test('one firm holds the ICT of the schools, another that of central services and the phones', async () => {
    const facilities = await as('facilities')
    for (const [supplier_name, supplier_scope] of [
      ['Harbour ICT', ['schools']],
      ['Tern Networks', ['central', 'phone_encryption']],
    ] as const)
      await facilities.takes(await facilities.enters('supplier', { supplier_name, supplier_scope }), 'listed')
    expect(await facilities.reads('/registers/supplier')).toMatch(
      /Tern Networks ICT of central services staff, Encryption of all mobile phones/,
    )
    const measures = await facilities.reads('/measures')
    expect(measures).toContain("The schools' ICT provider")
    expect(measures).toContain('ICT provider of central services and phone encryption')
  })

  test('illegal evidence has three labels, a witness, a signed and countersigned print, and computers out of use', async () => {
    const dsl = await as('dsl')
    const found = await dsl.opensCase(CASE)
    await dsl.takes(found, 'dsl')
    await dsl.takes(found, 'evidence', { answer: 'yes' })
    await dsl.takes(found, 'witness')
    expect(await dsl.cannotTake(found, 'label')).toContain('Choose the item of evidence')
    await putInEvidence(t, all.dsl, found, 'screenshot')
    // The page of the step is from before.
    await dsl.opens(found)
    await dsl.takes(found, 'label')
    await dsl.takes(found, 'print')
    await putInEvidence(t, all.dsl, found, 'printed')
    await dsl.opens(found)
    await dsl.takes(found, 'countersign')
    await dsl.takes(found, 'isolate')
    await dsl.takes(found, 'mobile', { answer: 'yes' })
    await dsl.takes(found, 'confiscate')
    expect(await dsl.mayTake(found)).toContain('consult')
  })

  test('the chart parts what is illegal from what is not, and ends in a debrief and a review of four parts', async () => {
    const bad = await aCase()
    await bad.dsl.takes(bad.found, 'kind', { answer: 'illegal' })
    await bad.dsl.takes(bad.found, 'illegal_kind', { answer: 'child_at_risk' })
    await bad.dsl.takes(bad.found, 'danger', { answer: 'yes' })
    expect(await bad.dsl.mayTake(bad.found)).toContain('police_danger')
    const { dsl, found } = await aCase()
    await dsl.takes(found, 'kind', { answer: 'unsuitable' })
    await dsl.takes(found, 'who', { answer: ['neither'] })
    await dsl.takes(found, 'debrief')
    expect(await (await as('safety')).mayTake(found)).toEqual(
      expect.arrayContaining(['review_policies', 'review_procedures', 'review_tools', 'review_monitoring']),
    )
    expect(await dsl.keeps('G-436')).toContain('must review the technical tools')
  })

  test('the Proprietor decides about a member of staff, the Head about a child, and each is told', async () => {
    const { dsl, found } = await aCase()
    await dsl.takes(found, 'kind', { answer: 'unsuitable' })
    await dsl.takes(found, 'who', {
      answer: ['staff', 'child'],
      staff_named: ['Greta Sand'],
      child_named: ['Kofi Mensah'],
    })
    const [proprietor, head] = [await as('proprietor'), await as('head')]
    expect(await proprietor.isTold()).toContain("the decision is the Proprietor's")
    expect(await head.isTold()).toContain("the decision is the Head's")
    expect(await head.mayTake(found)).not.toContain('prop')
    expect(await proprietor.mayTake(found)).not.toContain('head_decides')
    await proprietor.takes(found, 'prop')
    await head.takes(found, 'head_decides', { head_basis: 'none_needed' })
    expect(await (await as('teacher')).opens(found)).toBe(404)
  })

  test('a USB stick is forbidden, but for a CCTV download for a stated reason that a second person allows', async () => {
    const [teacher, dsl] = [await as('teacher'), await as('dsl')]
    expect(await teacher.reads('/may-i/carriers?how=usb_any')).toContain('Forbidden')
    expect(await teacher.reads('/may-i/carriers?how=usb_cctv')).toContain('Allowed for the stated reason')
    expect(await teacher.opens('/registers/cctv_download/new')).toBe(403)
    const download = await dsl.enters('cctv_download', { cctv_reason: 'police_evidence' })
    expect(await dsl.cannotTake(download, 'allow', { voice: 'yes' })).not.toBe('')
    await (await as('head')).takes(download, 'allow', { voice: 'yes' })
    await dsl.takesAll(download, 'download', 'back')
  })

  test('group e-mail never opens on a home computer, and work at home is on an encrypted company laptop', async () => {
    const teacher = await as('teacher')
    expect(await teacher.reads('/may-i/carriers?how=home_computer_mail')).toMatch(/No Forbidden/)
    expect(await teacher.reads('/may-i/carriers?how=company_laptop')).toMatch(/Yes Allowed/)
    const facilities = await as('facilities')
    await facilities.opens('/measures/company_mail_only')
    await facilities.fills({ holds: 'yes' })
    await facilities.presses('Say so')
    expect(await facilities.reads('/measures/company_mail_only')).toContain(
      'The group e-mail opens on no home computer',
    )
    expect(await facilities.keeps('G-214')).toContain('The group e-mail opens on no home computer')
  })

  test('a lesson online outside the ICT Suite needs the Head, and each child has a password of their own', async () => {
    const [teacher, head] = [await as('teacher'), await as('head')]
    const asked = await teacher.enters('risk_exception')
    await head.takes(asked, 'decide', { voice: 'no', note: 'The suite is free then.' })
    expect(await teacher.reads(asked)).toContain('Not allowed')
    expect(await (await as('pupil')).reads(await asks('pupil', 'pupil_agreement'))).toContain('password')
    expect(await (await as('facilities')).reads('/measures/own_login')).toContain('a password of their own')
  })

  test('a staff phone is searched as routine monitoring without a suspicion, and a safeguarding lead needs no locker', async () => {
    const [teacher, head] = [await as('teacher'), await as('head')]
    expect(await teacher.reads('/may-i/phones?whose=staff&at_time=lesson')).toContain('In a locker or the staff room')
    expect(await teacher.reads('/may-i/phones?whose=dsl&at_time=lesson')).toContain('May stay on the person')
    const search = await head.enters('device_search', { 'person-1': 'Greta Sand', 'part-1': 'searched' })
    await head.takes(search, 'whose', { answer: 'staff' })
    expect(await head.mayTake(search)).toEqual(['routine'])
    expect(await teacher.opens(search)).toBe(404)
  })

  test('whoever uses their own phone in an emergency is told of the 141 prefix and says that they used it', async () => {
    const teacher = await as('teacher')
    const call = await teacher.enters('emergency_call')
    await teacher.takes(call, 'school_device', { answer: 'no' })
    expect(await teacher.words()).toContain('hide its number by 141')
    await teacher.takes(call, 'own_phone')
    await teacher.takes(call, 'log', { used_141: true })
    expect(await (await as('dsl')).reads(call)).toContain('Was 141 used?')
  })

  test('pupils go by initials or a label, and nothing leaves with a name in its subject or file name', async () => {
    const teacher = await as('teacher')
    await teacher.opens('/registers/transfer/new')
    expect(await teacher.words()).toMatch(/Initials.*Anonymous label with the school's initials/)
    const sent = await teacher.enters('transfer', { named_by: 'initials' })
    expect(await teacher.cannotTake(sent, 'safe', { transfer_encrypted: true, subject_clean: false })).not.toBe('')
    await teacher.takes(sent, 'safe', { transfer_encrypted: true, subject_clean: true })
    const picture = await teacher.enters('publication', { on_rare_press: false })
    await teacher.takes(picture, 'consent', { answer: 'yes' })
    await teacher.takes(picture, 'kit')
    expect(await teacher.cannotTake(picture, 'names', { filename_clean: false })).not.toBe('')
    await teacher.takes(picture, 'names', { filename_clean: true })
  })

  test('a lone-worker alarm has one holder, and comes back with its data removed before anybody leaves', async () => {
    const facilities = await as('facilities')
    const alarm = await facilities.enters('alarm', { alarm_number: 'A-7', alarm_holder: 'Greta Sand' })
    await facilities.takes(alarm, 'issued')
    expect(await facilities.reads('/registers/alarm')).toMatch(/A-7 Greta Sand/)
    expect(await facilities.cannotTake(alarm, 'returned', { alarm_cleared: false })).not.toBe('')
    await facilities.takes(alarm, 'returned', { alarm_cleared: true })
    const leaver = await facilities.enters('staff_leaver', { leaving_person: 'Greta Sand', had_alarm: true })
    expect(await facilities.cannotTake(leaver, 'alarm', { leaver_alarm_cleared: false })).not.toBe('')
    await facilities.takes(leaver, 'alarm', { leaver_alarm_cleared: true })
  })

  test.each([
    ['teacher', 'staff_guidance'],
    ['pupil', 'pupil_guide'],
    ['parent', 'parent_agreement'],
    ['visitor', 'external_agreement'],
  ] as const)('courtesy, decency and sense stand before a %s', async (who, assent) => {
    expect(await (await as(who)).reads(await asks(who, assent))).toContain('courtesy, decency and sense')
  })

  test('a parent signs an agreement with a yes or a no to each permission, and a charter that the pupil signs too', async () => {
    const [parent, pupil] = [await as('parent'), await as('pupil')]
    await parent.opens(await asks('parent', 'parent_agreement'))
    await parent.page.getByLabel(/^Yes, /).check()
    expect(await parent.presses(/^Sign/)).toContain('There is a problem')
    await parent.signs(await asks('parent', 'parent_agreement'), { 'item-publicity_images': 'no' })
    const charter = await asks('parent', 'parental_charter')
    await parent.signs(charter)
    const file = `/agreements/people/${all.pupil.personId}`
    expect(await (await as('office')).reads(file)).toContain('Parental ICT charter One has signed')
    await pupil.signs(charter)
    expect(await (await as('office')).reads(file)).toContain('Parental ICT charter Signed')
  })
})
