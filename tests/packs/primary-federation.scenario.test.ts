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

/** Two schools of one federation; what a case needs happens at the first. */
async function givenFederation() {
  const hill = await givenSchoolUnder(t, 'primary-federation')
  const vale = await hill.another('Valebrook School')
  for (const school of [hill, vale]) await school.term('2026-11-16', '2026-12-18')
  const people = {
    head: await hill.staff('Margaret Oyelaran', 'head', 'senior_leaders', 'possible_investigators'),
    deputy: await hill.staff('Asha Venn', 'deputy_head', 'possible_investigators'),
    lead: await hill.appoints(await hill.staff('Sam Pritchard'), 'online_safety_lead', 'e_safety_group'),
    dsl: await hill.staff('Priya Raman', 'dsl'),
    monitor: await hill.staff('Ines Marlow', 'e_safety_lead', 'monitoring_group'),
    network: await hill.staff('Ben Adeyemi', 'network_manager'),
    consultant: await hill.staff('Jo Farrant', 'it_consultant'),
    siro: await hill.staff('Rosa Lindqvist', 'siro'),
    office: await hill.staff('Olive Marsh', 'school_office'),
    manager: await hill.staff('Nia Okafor', 'business_manager'),
    teacher: await hill.staff('Greta Sand'),
    governor: await hill.governor('Tunde Hartley', 'e_safety_governor'),
    valeLead: await vale.appoints(await vale.staff('Olu Wick'), 'online_safety_lead', 'e_safety_group'),
  }
  const pupil = await hill.pupil('Kofi Mensah', 5)
  const parent = await hill.parent('Abena Mensah', pupil)
  await issueIn(t, hill.organisation)
  await hill.plans()
  return {
    ...people,
    pupil,
    parent,
    plans: hill.plans,
    hill: hill.organisation.schoolId,
    vale: vale.organisation.schoolId,
  }
}

type Who = Exclude<keyof Awaited<ReturnType<typeof givenFederation>>, 'hill' | 'vale' | 'plans'>

describe('a day under the policy of the primary federation', () => {
  let all: Awaited<ReturnType<typeof givenFederation>>
  const as = (who: Who) => desks.as(all[who])
  beforeAll(async () => {
    all = await givenFederation()
  })
  const aCase = (kind: string) => ({ title: `About: ${kind}`, school: all.hill, kind, risk_seen: false })
  /** An investigation of two, with a computer of its own, at the moment when they look. */
  const anInvestigation = async () => {
    const [head, deputy, lead, network] = [await as('head'), await as('deputy'), await as('lead'), await as('network')]
    const found = await lead.opensCase(aCase('pornography'))
    await lead.takes(found, 'log')
    await lead.takes(found, 'offsite', { answer: 'no' })
    await lead.takes(found, 'illegal', { answer: 'no' })
    await head.takes(found, 'suspicion', { answer: 'yes' })
    await head.names(found, ['Asha Venn', 'investigator'])
    await head.takes(found, 'team', { investigation_team: ['Margaret Oyelaran'] })
    expect(await head.mayTake(found)).not.toContain('computer')
    await deputy.takes(found, 'team')
    await head.takes(found, 'computer', { answer: 'yes' })
    await network.takes(found, 'isolate', { needed: 'no', not_needed: 'No computer of the school is concerned.' })
    await network.takes(found, 'access')
    return { head, deputy, found }
  }

  test('one policy holds for two schools, and each has an E-Safety Group of its own', async () => {
    const [lead, valeLead] = [await as('lead'), await as('valeLead')]
    await lead.takes(
      await lead.enters('group_meeting', { school: all.hill, issues_raised: 'Phones at Hill' }),
      'minutes',
    )
    await valeLead.enters('group_meeting', { school: all.vale, issues_raised: 'Games at Vale' })
    expect(await lead.reads('/registers/group_meeting')).toContain('Phones at Hill')
    expect(await valeLead.reads('/registers/group_meeting')).toContain('Games at Vale')
    const who = await (await as('teacher')).reads('/policy/who')
    expect(who).toMatch(/E-Safety Coordinator .*Sam Pritchard, Larkbeck School.*Olu Wick, Valebrook School/)
  })

  test('the Federated Governing Body approves the one policy by a minute', async () => {
    const [lead, governor] = [await as('lead'), await as('governor')]
    const draft = await givenDraft(t, all.lead, 'primary-federation')
    await lead.opens(draft)
    await lead.presses(/^Offer revision/)
    expect(await lead.words()).not.toContain('Write it down')
    await governor.decides(draft)
    expect(await lead.reads(draft)).toContain('Go on to publishing')
  })

  test('a serious incident is told to the LA Safeguarding Officer and to the police', async () => {
    const [head, network] = [await as('head'), await as('network')]
    const found = await head.opensCase(aCase('grooming'))
    await head.takes(found, 'police')
    await network.takes(found, 'isolate', { needed: 'no', not_needed: 'No computer of the school is concerned.' })
    await head.takes(found, 'described')
    await head.takes(found, 'serious', { answer: 'yes' })
    expect((await head.mayTake(found)).toSorted()).toEqual(['tell_la', 'tell_police'])
    await head.takesAll(found, 'tell_la', 'tell_police')
    expect(await head.keeps('W-011')).toContain('LA Safeguarding Officer')
  })

  test('impact is judged from the incident log and from what pupils, parents and staff say apart', async () => {
    const monitor = await as('monitor')
    const round = await monitor.enters('monitoring_round', { school: all.hill })
    for (const survey of ['pupil_survey', 'parent_survey', 'staff_survey'])
      expect(await monitor.cannotTake(round, 'surveys', { [survey]: '' })).not.toBe('')
    await monitor.takesAll(round, 'surveys', 'findings')
    expect(await (await as('governor')).reads('/registers/monitoring_round')).toContain('Written down')
  })

  test('a change of the filter takes two people, and a governor looks through its log', async () => {
    const [teacher, network, consultant] = [await as('teacher'), await as('network'), await as('consultant')]
    const change = await teacher.enters('filtering_change', { school: all.hill })
    await network.takes(change, 'second', { voice: 'yes', note: 'It is for a lesson.' })
    await network.takes(change, 'apply')
    expect(await network.mayTake(change)).not.toContain('revert')
    await consultant.takes(change, 'apply')
    const governor = await as('governor')
    expect(await governor.opens(change)).toBe(200)
    await governor.opens('/duties')
    await governor.page.getByRole('link', { name: 'Look through the filtering and change control log' }).first().click()
    await governor.page.getByText('I looked through the log').first().waitFor()
  })

  test('technical duties are those of the Network Manager and of the IT Consultant, who has a column in the pupil table', async () => {
    for (const who of ['network', 'consultant'] as const)
      expect(await (await as(who)).reads('/duties')).toContain('Check that the infrastructure is secure')
    const check = await (await as('consultant')).enters('technical_check', { school: all.hill, all_met: false })
    expect(await (await as('network')).mayTake(check)).toEqual(['fix'])
    expect(await (await as('head')).keeps('W-274')).toContain('IT Consultant')
  })

  test('the head checks on those who monitor and supports them, and they ask for it', async () => {
    const [head, teacher] = [await as('head'), await as('teacher')]
    const duties = await head.reads('/duties')
    expect(duties).toContain('Check on those who do the internal monitoring')
    expect(duties).toContain('Support those who do the internal monitoring')
    const asked = await teacher.enters('support_request', { school: all.hill })
    expect(await head.isTold()).toContain('Somebody who monitors others asks for support')
    await head.takes(asked, 'talk')
  })

  test('an investigation has two people, one computer throughout, a witness, and a form that the group keeps', async () => {
    const { head, deputy, found } = await anInvestigation()
    await head.takes(found, 'view', { witness: 'Ben Adeyemi' })
    await head.takes(found, 'abuse', { answer: 'no' })
    await head.takes(found, 'addresses')
    expect(await head.words()).toContain('Never of child sexual abuse')
    await head.takes(found, 'screenshots', { answer: 'no' })
    expect(await head.page.locator('main [name=answer]').count()).toBe(6)
    await head.takes(found, 'other_crime', { answer: 'none' })
    await head.takes(found, 'judge', { answer: 'no' })
    await deputy.takes(found, 'judge')
    await head.takes(found, 'retain', { same_computer: true })
    await deputy.takes(found, 'retain')
    expect(await head.mayTake(found)).toEqual(['serious'])
  })

  test('an image of abuse stops the review at once and goes to the police, and so do five further kinds', async () => {
    const { head, found } = await anInvestigation()
    await head.takes(found, 'view', { witness: 'Ben Adeyemi' })
    await head.takes(found, 'abuse', { answer: 'yes' })
    expect(await head.mayTake(found)).toEqual(['police'])
    expect(await head.words()).toContain('No files in this case')
    for (const clause of ['W-256', 'W-257', 'W-258', 'W-259', 'W-260'])
      expect(await head.keeps(clause)).toMatch(/tell the police/i)
  })

  test('a pupil’s phone comes in only if it is stored, and is handed in and given back', async () => {
    const office = await as('office')
    expect(await office.reads('/may-i/communication?use=phone_brought&who=pupils')).toContain(
      'Allowed, securely stored',
    )
    const phone = await office.enters('phone_hand_in', {
      school: all.hill,
      'person-1': 'Kofi Mensah',
      'part-1': 'owner',
    })
    expect(await office.reads(phone)).toMatch(/Give the phone back Asked of [^.]+\. Go to this step by 17:00/)
    await office.takes(phone, 'give_back')
  })

  test('adults and pupils have scales of their own, and what is for nominated users the head nominates', async () => {
    const [teacher, head] = [await as('teacher'), await as('head')]
    const whole = await teacher.reads('/may-i/communication/all')
    expect(whole).toContain('Allowed for selected staff')
    expect(whole).toContain('Allowed with staff permission')
    expect(await teacher.reads('/may-i/user_actions?action=shopping')).toContain('Acceptable for nominated users')
    const asked = await teacher.enters('nominated_user', {
      school: all.hill,
      nominated_for: 'shopping',
      'person-1': 'Greta Sand',
      'part-1': 'nominated',
    })
    await head.takes(asked, 'agree', { voice: 'yes' })
    expect(await (await as('network')).reads('/registers/nominated_user')).toContain('Greta Sand')
  })

  test('parents read that they may film their own child for themselves, and agree not to publish it or to comment', async () => {
    const parent = await as('parent')
    expect(await parent.reads('/policy')).toContain('may photograph or film their own children')
    const asked = `/agreements/mine/${await requestOf(t, all.pupil, 'parent_guidelines')}`
    expect(await parent.reads(asked)).toMatch(/do not put pictures of school events on social networks.*do not comment/)
    await parent.signs(asked)
  })

  test('data on a portable device needs four marks, moves to one of two servers, and is wiped', async () => {
    const teacher = await as('teacher')
    const four = { data_encrypted: true, data_password: true, device_password: true, virus_checked: true }
    const holder = { school: all.hill, portable_holder: 'Greta Sand' }
    const good = await teacher.enters('portable_data', holder)
    await teacher.takes(good, 'check', { answer: 'yes', ...four })
    await teacher.takes(good, 'place')
    expect(await teacher.words()).toMatch(/dmin.*urriculum/)
    await teacher.takes(good, 'move')
    await teacher.takes(good, 'wipe', { all_gone: true })
    expect(await teacher.reads(good)).toContain('Closed')
  })

  test('staff name nobody on social media, check their settings, and know the liability; the legal risk is assessed', async () => {
    const [teacher, siro] = [await as('teacher'), await as('siro')]
    const agreement = await teacher.reads(`/agreements/mine/${await requestOf(t, all.teacher, 'staff_agreement')}`)
    expect(agreement).toMatch(/pupils, parents, carers or colleagues/)
    const guidance = await teacher.reads(`/agreements/mine/${await requestOf(t, all.teacher, 'staff_guidance')}`)
    expect(guidance).toMatch(/defam/)
    const risk = { school: all.hill, risk_owner: 'Greta Sand' }
    expect(await siro.cannotEnter('risk_assessment', { ...risk, legal_risk: '' })).toContain('What is the legal risk?')
    await siro.enters('risk_assessment', risk)
    const check = `/agreements/mine/${await requestOf(t, all.teacher, 'settings_check')}`
    expect(await teacher.reads(check)).toContain('Check of my own social media settings')
  })

  test('the table for staff refers to the Business Manager, the one for pupils to the Deputy Head or the manager', async () => {
    const [lead, head] = [await as('lead'), await as('head')]
    const found = await lead.opensCase({
      ...aCase('pornography'),
      'person-1': 'Kofi Mensah',
      'part-1': 'pupil',
      'person-2': 'Greta Sand',
      'part-2': 'named_staff',
    })
    await lead.takes(found, 'log')
    await lead.takes(found, 'offsite', { answer: 'no' })
    await lead.takes(found, 'illegal', { answer: 'no' })
    await head.takes(found, 'suspicion', { answer: 'no' })
    await head.takes(found, 'serious', { answer: 'no' })
    await head.takes(found, 'response', { answer: ['pupil', 'staff'] })
    await lead.takes(found, 'act', { pupil_act: 'disrepute' })
    await head.takes(found, 'could_be_illegal', { answer: 'no' })
    expect(await head.words()).toContain('proposes what is ticked below')
    expect(await head.ticked('answer')).toContain('deputy_or_manager')
    await head.takes(found, 'decide')
    await head.takes(found, 'act', { staff_act: 'files_unauthorised' })
    await head.takes(found, 'could_be_illegal', { answer: 'no' })
    expect(await head.ticked('answer')).toEqual(['manager', 'technical'])
  })

  // The last one: the clock goes on to the next autumn.
  test('a year later the monitoring group writes its report, and what governors read of incidents names nobody', async () => {
    t.clock.set('2027-11-15T10:00:00Z')
    await all.plans()
    const [monitor, governor] = [await desks.anew(all.monitor), await desks.anew(all.governor)]
    expect(await monitor.reads('/duties')).toContain('incidents only in anonymised form')
    await monitor.page
      .getByRole('link', { name: /Write the report on how the policy is kept/ })
      .first()
      .click()
    await monitor.page.getByText('nothing in it identifies anybody').first().waitFor()
    expect(await governor.keeps('W-005')).toContain('the monitoring group or the E-Safety Lead must write the report')
    const review = await governor.reads('/policy/review')
    expect(review).toMatch(/ncident/)
    expect(review).not.toContain('Kofi')
  })
})
