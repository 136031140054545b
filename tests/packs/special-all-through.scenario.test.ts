import { beforeAll, describe, expect, test } from 'vitest'
import { issueIn, requestOf } from '#tests/support/agreements.ts'
import { useDatabase } from '#tests/support/database.ts'
import { useSite } from '../journeys/support/site.ts'
import { useDesks } from './support/desks.ts'
import { givenSchoolUnder } from './support/school.ts'

const t = useDatabase()
const site = useSite(t)
const desks = useDesks(site)

const STAFF_TARGET = { title: 'A page about a teacher', kind: 'attack_on_staff' }

async function givenAllThrough() {
  const school = await givenSchoolUnder(t, 'special-all-through')
  await school.term('2026-11-16', '2026-12-18')
  const people = {
    head: await school.staff('Margaret Oyelaran', 'head'),
    lead: await school.staff('Sam Pritchard', 'online_safety_lead'),
    dsl: await school.staff('Priya Raman', 'dsl'),
    network: await school.staff('Ben Adeyemi', 'network_manager'),
    business: await school.staff('Nia Okafor', 'business_manager'),
    owner: await school.staff('Rosa Lindqvist', 'information_asset_owner', 'siro'),
    office: await school.staff('Olive Marsh', 'school_office'),
    teacher: await school.staff('Greta Sand'),
  }
  const young = await school.pupil('Kofi Mensah', 4)
  const old = await school.pupil('Esi Mensah', 9)
  const parent = await school.parent('Abena Mensah', young, old)
  await issueIn(t, school.organisation)
  await school.plans()
  return { ...people, young, old, parent }
}

describe('a day under the policy of the special all-through school', () => {
  let all: Awaited<ReturnType<typeof givenAllThrough>>
  const as = (who: keyof typeof all) => desks.as(all[who])
  const asked = async (who: 'young' | 'old' | 'teacher', assent: string) =>
    `/agreements/mine/${await requestOf(t, all[who], assent)}`
  beforeAll(async () => {
    all = await givenAllThrough()
  })
  /** A case at the triage of the policy's charts. */
  const aCase = async (answers: Parameters<Awaited<ReturnType<typeof as>>['opensCase']>[0]) => {
    const head = await as('head')
    return { head, found: await head.opensCase(answers) }
  }
  /** An attack on staff, at the question who did it. */
  const anAttack = async () => {
    const { head, found } = await aCase(STAFF_TARGET)
    await head.takes(found, 'triage', { answer: 'not_illegal' })
    await head.takesAll(found, 'log', 'evidence')
    await head.takes(found, 'aimed_at_staff', { answer: 'yes' })
    await head.takesAll(found, 'report', 'log', 'evidence')
    await head.takes(found, 'abuse', { needed: 'no', not_needed: 'The page is gone.' })
    await head.takes(found, 'chair', { answer: 'neither' })
    return { head, found }
  }

  test('a breach is told to any of three posts, and to the Information Asset Owner', async () => {
    await (await as('lead')).opensCase({ title: 'A door stood open', kind: 'security_breach' })
    for (const who of ['network', 'business', 'lead'] as const)
      expect(await (await as(who)).isTold()).toContain('An incident about security, loss or misuse of ICT')
    expect(await (await as('owner')).isTold()).toContain('An incident that may touch an information asset')
  })

  test('the weekly report of the monitoring software is the Designated Safeguarding Lead’s to read', async () => {
    const dsl = await as('dsl')
    expect(await dsl.reads('/duties')).toContain('Read the weekly report of the monitoring service and respond to it')
    const report = await dsl.enters('monitoring_report', { report_count: '2' })
    await dsl.takes(report, 'respond', { answer: 'follow_up' })
    expect(await (await as('lead')).reads('/measures/monitoring_agent')).toContain(
      'Monitoring software on every pupil laptop',
    )
  })

  test('a phone is handed in on arrival and collected after school, and is used in lessons when bill payer and Head agree', async () => {
    const [office, teacher, head] = [await as('office'), await as('teacher'), await as('head')]
    expect(await office.reads('/may-i/devices?what=bring&who=pupil')).toContain('handed in at the office on arrival')
    const phone = await office.enters('device_hand_in', { 'person-1': 'Esi Mensah', 'part-1': 'device_pupil' })
    expect(await office.reads('/registers/device_hand_in')).toContain('Esi Mensah')
    await office.takes(phone, 'collect', { answer: 'collected' })
    const use = await teacher.enters('educational_use', { device_user: 'Esi Mensah' })
    expect(await teacher.cannotTake(use, 'bill_payer', { bill_payer_agrees: false })).not.toBe('')
    await teacher.takes(use, 'bill_payer', { bill_payer_agrees: true })
    await head.takes(use, 'agree', { voice: 'yes' })
  })

  test('there are three charts: illegal, not illegal with its branches, and staff as the target', async () => {
    const first = await aCase({ title: 'Something found', kind: 'misuse_of_ict' })
    await first.head.takes(first.found, 'triage', { answer: 'illegal_suspected' })
    expect(await first.head.mayTake(first.found)).toContain('police')
    const second = await aCase({
      title: 'Words in a chat',
      kind: 'misuse_of_ict',
      'person-1': 'Esi Mensah',
      'part-1': 'pupil',
    })
    await second.head.takes(second.found, 'triage', { answer: 'not_illegal' })
    await second.head.takesAll(second.found, 'log', 'evidence')
    await second.head.takes(second.found, 'aimed_at_staff', { answer: 'no' })
    await second.head.takes(second.found, 'staff_q', { answer: 'no' })
    await second.head.takes(second.found, 'child_in_it', { answer: 'yes' })
    expect(await second.head.words()).toMatch(/They were hurt \(victim\).*They did it \(instigator\)/)
    const third = await anAttack()
    expect(await third.head.words()).toMatch(/A parent or carer.*A pupil.*A member of staff/)
    expect(await third.head.mayTake(third.found)).toEqual(['instigator'])
  })

  test('illegal evidence is kept and neither viewed nor copied, and the case takes no file', async () => {
    const { head, found } = await aCase({ title: 'Something found', kind: 'misuse_of_ict' })
    await head.takes(found, 'triage', { answer: 'illegal_found' })
    expect(await head.reads(found)).toContain('No files in this case')
    expect(await head.keeps('L-247')).toMatch(/without viewing/)
  })

  test('an under-13 who will not take it down is referred to the network, which closes the account', async () => {
    const { head, found } = await anAttack()
    await head.takes(found, 'instigator', { answer: 'pupil' })
    await head.takes(found, 'pup_identify', { needed: 'no', not_needed: 'It is known.' })
    await head.takes(found, 'pup_remove', { answer: 'refused' })
    await head.takes(found, 'pup_age', { answer: 'yes' })
    expect(await head.words()).toContain('Contact the social network, which closes the account')
  })

  test('a parent who did it is invited into school, with four points for the talk', async () => {
    const { head, found } = await anAttack()
    await head.takes(found, 'instigator', { answer: 'parent' })
    await head.takes(found, 'par_invite', { needed: 'yes' })
    expect(await head.words()).toMatch(/Four points.*people are talking.*door is open.*home-school agreement/)
    await head.takes(found, 'par_talk', { needed: 'yes' })
  })

  test('a primary pupil needs a responsible adult to meet somebody or to send a picture, a secondary pupil the teacher', async () => {
    const parent = await as('parent')
    expect(await parent.reads(`${await asked('young', 'primary_rules')}?words=en`)).toMatch(
      /for a school project, if my.*(adult|grown-up|with me)/,
    )
    expect(await parent.reads(await asked('old', 'secondary_agreement'))).toContain(
      'part of a school project and my teacher has said yes',
    )
    const teacher = await as('teacher')
    await teacher.opens('/registers/project_approval/new')
    expect(await teacher.words()).toContain('A primary pupil needs one to meet or to send a picture')
    const project = await teacher.enters('project_approval', { 'person-1': 'Esi Mensah', 'part-1': 'project_pupil' })
    expect(await teacher.mayTake(project)).toEqual(['done'])
    expect(await teacher.keeps('L-043')).toMatch(/adult/)
  })

  test('a parent alone signs for a primary pupil, parent and pupil for a secondary one, and an adult alone', async () => {
    const [parent, old, teacher, office] = [
      await as('parent'),
      await as('old'),
      await as('teacher'),
      await as('office'),
    ]
    const file = (pupil: 'young' | 'old') => office.reads(`/agreements/people/${all[pupil].personId}`)
    await parent.signs(await asked('young', 'primary_rules'))
    await parent.signs(await asked('old', 'secondary_agreement'))
    expect(await file('young')).toContain('Our e-safety rules (primary) Signed')
    expect(await file('old')).toContain('One has signed')
    await old.signs(await asked('old', 'secondary_agreement'))
    expect(await file('old')).not.toContain('One has signed')
    await teacher.signs(await asked('teacher', 'adult_code'))
    expect(await office.reads(`/agreements/people/${all.teacher.personId}`)).toMatch(/[Cc]ode of conduct.* Signed/)
  })

  test('information is unclassified, Protect or Restricted, and a file bears the highest marking inside it', async () => {
    const owner = await as('owner')
    await owner.opens('/registers/information_asset/new')
    expect(await owner.page.locator('[name=asset_marking]').count()).toBe(3)
    const asset = await owner.enters('information_asset', {
      asset_marking: 'protect',
      'access-0-who_reaches': 'Teachers',
      'access-0-why_reaches': 'To teach',
    })
    await owner.takes(asset, 'current', { answer: 'sensitivity_changed' })
    const low = { highest_inside: 'restricted', new_marking: 'protect', file_changed: true }
    expect(await owner.cannotTake(asset, 'mark_anew', low)).not.toBe('')
    await owner.takes(asset, 'mark_anew', { ...low, new_marking: 'restricted' })
  })

  test('equipment goes to an authorised agency, overwritten more than once, with its receipt and its guarantee', async () => {
    const [network, business] = [await as('network'), await as('business')]
    const agency = await business.enters('disposal_agency', { agency_name: 'Tern Recycling' })
    const seen = { authorisation_seen: true, guarantee_seen: true }
    expect(await business.cannotTake(agency, 'check', { ...seen, guarantee_seen: false })).not.toBe('')
    await business.takes(agency, 'check', seen)
    const item = await network.enters('equipment', { personal_data: true, for_pupils: false })
    expect(await network.cannotTake(item, 'prepare', { encrypted: false })).not.toBe('')
    await network.takes(item, 'prepare', { encrypted: true })
    await network.takes(item, 'issue')
    await network.takes(item, 'held', { answer: 'out_of_service' })
    await network.takes(item, 'take_out')
    const gone = await network.enters('equipment_disposal', { personal_data_likely: true })
    await network.takes(gone, 'check_licences')
    await business.takes(gone, 'authorise', { voice: 'yes' })
    await network.takes(gone, 'media', { answer: 'works' })
    expect(await network.reads(gone)).toContain('Overwrite the media several times')
    expect(await network.cannotTake(gone, 'overwrite', { overwritten_times: '1' })).not.toBe('')
    await network.takes(gone, 'overwrite', { overwritten_times: '3' })
    await network.takes(gone, 'hand_over')
    expect(await network.cannotTake(gone, 'receipt', { receipt_accepts: false })).not.toBe('')
    await network.takes(gone, 'receipt', { receipt_accepts: true, guarantee_given: true })
  })

  test('a password has six characters, and four kinds of character are recommended', async () => {
    const measure = await (await as('lead')).reads('/measures/passwords')
    expect(measure).toMatch(/6/)
    expect(measure).toMatch(/upper case, lower case, numbers, symbols/)
  })

  test('a picture may appear in seven channels for the whole stay, and the Head permits each upload', async () => {
    const [parent, teacher, head] = [await as('parent'), await as('teacher'), await as('head')]
    expect(await parent.reads(await asked('old', 'pupil_images'))).toContain('whole time at this school')
    expect(await parent.page.locator('[name^="item-"][value=yes]').count()).toBe(7)
    const upload = await teacher.enters('publication', { 'person-1': 'Esi Mensah', 'part-1': 'shown' })
    await head.takes(upload, 'consents', { answer: 'all_given' })
    await head.takes(upload, 'permit', { voice: 'yes' })
    expect(await teacher.mayTake(upload)).toEqual(['upload'])
  })

  test('a divorce or a change of custody suspends the permission until a parent answers again', async () => {
    const [parent, teacher] = [await as('parent'), await as('teacher')]
    const first = await asked('old', 'pupil_images')
    await parent.signs(first, {})
    await teacher.opens(`/agreements/people/${all.old.personId}`)
    await teacher.page.getByText('Something has changed in the family').click()
    await teacher.presses('A separation, or a change of custody or care')
    expect(await teacher.words()).toContain('Asked again: one agreement')
    const again = await asked('old', 'pupil_images')
    expect(again).not.toBe(first)
    await parent.signs(again, {})
  })

  test('staff never use a private device for pictures of pupils or to reach families', async () => {
    const teacher = await as('teacher')
    expect(await teacher.reads('/may-i/devices?what=record_people&who=staff')).toMatch(/No Not allowed/)
    expect(await teacher.reads('/may-i/devices?what=contact_families&who=staff')).toMatch(/No Not allowed/)
    expect(await teacher.keeps('L-354')).not.toContain('exception/')
  })

  test('a bomb threat reaches the Head and the business manager, and somebody always covers a call', async () => {
    const teacher = await as('teacher')
    const cover = await teacher.enters('call_cover', { call_covered_by: 'Olive Marsh' })
    expect(await (await as('office')).reads('/registers/call_cover')).toContain('Olive Marsh')
    expect(await teacher.mayTake(cover)).toEqual(['covered'])
    await teacher.opens('/tell/named')
    await teacher.fills({ about: 'threat', what: 'Somebody rang and said that there is a bomb.' })
    expect(await teacher.presses('Send')).toContain('We have got it')
    for (const who of ['head', 'business'] as const)
      expect(await (await as(who)).isTold()).toContain('There is a bomb threat or another threat')
  })
})
