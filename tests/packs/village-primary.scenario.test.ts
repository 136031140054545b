import { beforeAll, describe, expect, test } from 'vitest'
import { issueIn, requestOf } from '#tests/support/agreements.ts'
import { useDatabase } from '#tests/support/database.ts'
import { useSite } from '../journeys/support/site.ts'
import { useDesks } from './support/desks.ts'
import { givenDraft } from './support/draft.ts'
import { givenSchoolUnder } from './support/school.ts'

const t = useDatabase()
const site = useSite(t)
const desks = useDesks(site)

async function givenVillage() {
  const school = await givenSchoolUnder(t, 'village-primary')
  const people = {
    head: await school.staff('Margaret Oyelaran', 'head', 'information_asset_owner'),
    lead: await school.staff('Sam Pritchard', 'online_safety_lead'),
    siro: await school.staff('Rosa Lindqvist', 'siro'),
    administrator: await school.staff('Olive Marsh', 'administrator'),
    office: await school.staff('Tunde Hartley', 'school_office'),
    finance: await school.staff('Nia Okafor', 'finance_administrator'),
    network: await school.staff('Ben Adeyemi', 'network_manager'),
    technician: await school.staff('Jo Farrant', 'ict_technician'),
    ict: await school.staff('Ines Marlow', 'ict_coordinator'),
    authorised: await school.staff('Asha Venn', 'authorised_ict_staff'),
    teacher: await school.staff('Greta Sand'),
    member: await school.governor('Olu Wick'),
    financeChair: await school.governor('Nadia Fell', 'chair_of_finance'),
    chair: await school.governor('Hugh Lark', 'chair_of_governors'),
  }
  const pupil = await school.pupil('Kofi Mensah', 5)
  const mother = await school.parent('Abena Mensah', pupil)
  const father = await school.parent('Kwame Mensah', pupil)
  await issueIn(t, school.organisation)
  return { ...people, pupil, mother, father }
}

describe('a day under the policy of the village primary', () => {
  let all: Awaited<ReturnType<typeof givenVillage>>
  const as = (who: keyof typeof all) => desks.as(all[who])
  beforeAll(async () => {
    all = await givenVillage()
  })

  test('a picture may be used in six ways when both parents say yes, and they take it back in writing', async () => {
    const [mother, father, office] = [await as('mother'), await as('father'), await as('office')]
    const asked = `/agreements/mine/${await requestOf(t, all.pupil, 'pupil_images')}`
    await mother.opens(asked)
    expect(await mother.page.locator('[name^="item-"][value=yes]').count()).toBe(6)
    await mother.signs(asked)
    const file = `/agreements/people/${all.pupil.personId}`
    expect(await office.reads(file)).toContain('Pictures of my child One has signed')
    await father.signs(asked)
    expect(await office.reads(file)).toContain('Pictures of my child Signed')
    const back = await office.enters('image_withdrawal', {
      'person-1': 'Kofi Mensah',
      'part-1': 'child',
      uses_withdrawn: ['web'],
    })
    expect(await office.mayTake(back)).toEqual(['remove'])
  })

  test('own devices take no picture of a pupil unless the head permits it, and then it is deleted within 24 hours', async () => {
    const [teacher, head] = [await as('teacher'), await as('head')]
    expect(await teacher.reads('/may-i/devices?act=staff_photograph')).toContain(
      'Only when the head expressly permits it',
    )
    const asked = await teacher.enters('image_exception')
    await head.takes(asked, 'ask_head', { voice: 'yes' })
    await teacher.takes(asked, 'take')
    expect((await teacher.mayTake(asked)).toSorted()).toEqual(['delete', 'move'])
    const page = await teacher.words()
    expect(page).toContain('tomorrow 9:30')
    expect(await teacher.keeps('M-230')).toContain('24 hours')
  })

  test('the head is asked for almost everything, and says why when the answer is no', async () => {
    const [teacher, head] = [await as('teacher'), await as('head')]
    const medium = await teacher.enters('media_permission')
    const system = await teacher.enters('online_system', { lowest_age: '13', area_owner: 'Greta Sand' })
    const pupils = await teacher.enters('pupil_recording', { 'person-1': 'Kofi Mensah', 'part-1': 'asking_pupil' })
    for (const asked of [medium, system, pupils]) expect(await head.mayTake(asked)).toEqual(['ask_head'])
    expect(await head.cannotTake(system, 'ask_head', { voice: 'no', note: '' })).toContain('Say why')
    await head.takes(system, 'ask_head', { voice: 'no', note: 'It asks pupils for their addresses.' })
    expect(await teacher.reads(system)).toContain('Not approved')
    for (const clause of ['M-232', 'M-262', 'M-284', 'M-304']) expect(await head.keeps(clause)).toMatch(/head/i)
  })

  test('a loss is told to the administrator and to the risk owner, a virus to the risk owner, a suspicion to the one alone', async () => {
    const lead = await as('lead')
    for (const kind of ['lost_equipment', 'virus', 'suspected_misuse'])
      await lead.opensCase({ title: `About: ${kind}`, kind })
    const administrator = await (await as('administrator')).isTold()
    expect(administrator.match(/unauthorised use or misuse stands in the log/g)).toHaveLength(2)
    expect((await (await as('siro')).isTold()).match(/An incident stands in the log/g)).toHaveLength(2)
    expect(await lead.keeps('M-037')).toContain('Senior Information Risk Owner')
  })

  test('a risk owner and an owner of information are posts, and each asset answers five questions', async () => {
    const head = await as('head')
    const who = await head.reads('/policy/who')
    expect(who).toMatch(/Senior Information Risk Owner \(SIRO\).*Information Asset Owner \(IAO\)/)
    const missing = await head.cannotEnter('information_asset', { protection: '' })
    expect(missing).toContain('What protection does it need?')
    expect(missing).toContain('Add at least one: Who can reach it')
    const asset = await head.enters('information_asset', {
      'access_rights-0-who_has': 'Teachers',
      'access_rights-0-reason_for': 'To teach',
    })
    expect(await head.mayTake(asset)).toEqual(['held_now'])
  })

  test('a sensitive e-mail needs a reason, the manager, checked recipients, encryption, and its key another way', async () => {
    const [teacher, head] = [await as('teacher'), await as('head')]
    const mail = await teacher.enters('sensitive_email', {
      'recipients-0-name': 'Lin Zhou',
      'recipients-0-organisation': 'County',
      'recipients-0-address': 'lin@county.example',
      'recipients-0-verified': true,
      'recipients-0-verified_how': 'By telephone',
    })
    await teacher.takes(mail, 'needed', { answer: 'yes' })
    await head.takes(mail, 'consent', { voice: 'yes', note: 'There is no other way.' })
    await teacher.takes(mail, 'recipients_checked', { answer: 'all' })
    await teacher.takes(mail, 'requestor', { answer: 'yes' })
    await teacher.takes(mail, 'minimise')
    await teacher.takes(mail, 'protect', { encrypted: true, in_attachment: true, subject_neutral: true })
    await teacher.takesAll(mail, 'release', 'separate_key')
    expect(await teacher.mayTake(mail)).toEqual(['receipt'])
  })

  test('whoever leaves hands in equipment and log-ons, and no account of theirs stays open', async () => {
    const [office, network] = [await as('office'), await as('network')]
    const leaver = await office.enters('leaver', {
      leaver_person: 'Greta Sand',
      'logons-0-logon_system': 'network',
      'logons-0-logon_name': 'gsand',
      'logons-0-disabled': false,
    })
    await office.takes(leaver, 'hand_in', { all_kit_back: true })
    await office.takes(leaver, 'list_logons')
    expect(await network.cannotTake(leaver, 'disable')).not.toBe('')
    expect(await network.words()).toContain('zombie account')
  })

  test('authorised ICT staff inspect for one of six purposes without notice, and whoever doubts asks the head', async () => {
    const [authorised, teacher, head] = [await as('authorised'), await as('teacher'), await as('head')]
    expect(await teacher.opens('/registers/inspection/new')).toBe(403)
    const look = await authorised.enters('inspection', {
      'person-1': 'Greta Sand',
      'part-1': 'inspected_person',
      absent_user: false,
      trace_request: false,
    })
    await authorised.opens(look)
    await authorised.takes(look, 'purpose')
    await authorised.takes(look, 'act')
    expect(await teacher.opens(look)).toBe(404)
    expect(await teacher.isTold()).not.toContain('nspect')
    const doubt = await teacher.enters('authority_question', { who_asks_access: 'Somebody with a badge' })
    expect(await head.isTold()).toContain('Somebody asks whether a person is authorised')
    await head.takes(doubt, 'answer', { answer: 'no' })
    expect(await teacher.reads(doubt)).toContain('Not authorised')
  })

  test('an incident is classed under four headings, and phishing goes to the Anti-Phishing Working Group', async () => {
    const lead = await as('lead')
    const found = await lead.opensCase({ title: 'A message about a prize', kind: 'phishing' })
    await lead.takes(found, 'classify', { online_risk: true, risks: ['phishing'] })
    await lead.takes(found, 'at_risk', { answer: 'yes' })
    expect(await lead.words()).toContain('Anti-Phishing Working Group')
    await lead.takes(found, 'report_commerce')
    expect(await lead.keeps('M-145')).toContain('Anti-Phishing Working Group')
  })

  test('one person permits a download, another an installation, and a third is told of a virus', async () => {
    const [teacher, lead, ict] = [await as('teacher'), await as('lead'), await as('ict')]
    const download = await teacher.enters('download')
    const installation = await teacher.enters('installation')
    expect(await ict.opens(download)).toBe(404)
    await lead.takes(download, 'ask_coordinator', { voice: 'yes' })
    expect(await lead.opens(installation)).toBe(404)
    await ict.takes(installation, 'authorise', { voice: 'yes' })
    expect(await (await as('technician')).isTold()).toContain('A virus stands in the log')
  })

  test('a school mobile has a PIN and rules of its own, and marked calls are paid back', async () => {
    const [office, head, administrator, finance] = [
      await as('office'),
      await as('head'),
      await as('administrator'),
      await as('finance'),
    ]
    for (const act of ['sim_elsewhere', 'premium_text', 'hand_held_driving'])
      expect(await office.reads(`/may-i/devices?act=${act}`)).toMatch(/No (Not allowed|Never)/)
    const kit = { kit_type: 'phone', serial: 'P-1', personal_data: false, reaches_personal_data: false }
    await office.takes(await office.enters('equipment', kit), 'allocate')
    const phone = await administrator.enters('school_phone', { pin_set: false, phone_holder: 'Greta Sand' })
    expect(await administrator.cannotTake(phone, 'issue', { instructions_read: true })).not.toBe('')
    const bill = await administrator.enters('phone_bill', {
      bill_of: 'Greta Sand',
      'personal_calls-0-what_use': 'Two calls marked with *',
      'personal_calls-0-abroad': true,
      'personal_calls-0-cost': '4.20',
    })
    expect(await finance.isTold()).toContain('Personal use of a school mobile is to be repaid')
    await finance.takes(bill, 'repay', { paid_total: '4.20' })
    expect(await head.opens(bill)).toBe(404)
  })

  test('a conference has the head, the parents, a trained supervisor, a log, and written consent to be recorded', async () => {
    const [teacher, head] = [await as('teacher'), await as('head')]
    const call = await teacher.enters('conference', {
      held_at: '10:30',
      to_be_recorded: true,
      'person-1': 'Kofi Mensah',
      'part-1': 'pupil_in_it',
    })
    await teacher.takes(call, 'parents', { answer: 'all_there' })
    await teacher.takes(call, 'supervisor', { supervisor_named: ['Asha Venn'] })
    await head.takes(call, 'approve', { voice: 'yes' })
    expect(await teacher.cannotTake(call, 'consents')).not.toBe('')
    expect(await teacher.reads('/registers/conference')).toMatch(/23 November 2026; 10:30/)
    await (await as('lead')).opens('/measures/auto_answer')
    expect(await (await as('lead')).words()).toContain('Conferencing equipment never answers by itself')
  })

  test('eight things are barred for pupils, and one list says what may follow, up to the police', async () => {
    const [lead, head] = [await as('lead'), await as('head')]
    const found = await lead.opensCase({
      title: 'Words in a message',
      kind: 'obscene_language',
      'person-1': 'Kofi Mensah',
      'part-1': 'instigator',
    })
    await lead.takes(found, 'classify', { online_risk: false })
    await lead.takes(found, 'log')
    await head.takes(found, 'who_broke', { broke: 'pupil' })
    await head.takes(found, 'by_rule', { answer: ['ban_for_a_time', 'behaviour_policy', 'police_or_authority'] })
    expect(await head.mayTake(found)).toEqual(['ban'])
    expect(await head.reads(found)).toMatch(/The police or the local authority brought in/)
    const asked = `/agreements/mine/${await requestOf(t, all.pupil, 'pupil_agreement')}`
    expect(await (await as('pupil')).reads(`${asked}?words=en`)).toMatch(/police/)
  })

  test('a pupil is online only with a member of staff there, and hands a medium to the teacher first', async () => {
    const asked = `/agreements/mine/${await requestOf(t, all.pupil, 'pupil_agreement')}`
    expect(await (await as('pupil')).reads(asked)).toContain('I go online when a grown-up from school is with me')
    const teacher = await as('teacher')
    const medium = await teacher.enters('pupil_media', { media_pupil: 'Kofi Mensah' })
    await teacher.takes(medium, 'check', { answer: 'failed' })
    expect(await (await as('lead')).reads(medium)).toContain('Not to be used')
  })

  test('the Finance Committee approves the policy by a minute, two chairs sign it, and the date of the review is blank', async () => {
    const [head, member] = [await as('head'), await as('member')]
    const draft = await givenDraft(t, all.head, 'village-primary')
    await head.opens(draft)
    await head.presses(/^Offer revision/)
    expect(await head.words()).not.toContain('Write it down')
    expect(await member.decides(draft, { minute: '' })).toContain('There is a problem')
    await member.decides(draft)
    // The chairs sign what the committee has approved already.
    t.clock.set('2026-11-23T10:05:00Z')
    for (const who of ['financeChair', 'chair'] as const) await (await as(who)).decides(draft)
    expect(await head.reads(draft)).toContain('Go on to publishing')
    expect(await head.keeps('M-003')).toContain('the date is left blank in the source')
  })
})
