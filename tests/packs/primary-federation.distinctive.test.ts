import { describe, expect, test } from 'vitest'
import { audienceContext } from '#areas/people/index.ts'
import { assentsFor } from '#pack/engines/assents/asked.ts'
import { lookUp } from '#pack/engines/tables/look-up.ts'
import { somebody } from './people.ts'
import { along, openRecord, waiting } from './primary-federation.walk.ts'
import { readPack } from './read-pack.ts'

const pack = readPack('primary-federation')
const keptBy = (id: string): readonly string[] => pack.clauses.find((one) => one.id === id)?.kept_by ?? []
const day = Temporal.PlainDate.from('2026-10-06')
const serious = () =>
  along(openRecord(pack, 'record/incident', { kind: 'grooming' }), ['done', 'not_needed', 'done', 'yes'])
const outcomesOf = (table: string, act: string): (string | undefined)[] => {
  const row = pack.tables[table]?.rows.find((one) => one.when.act === act)
  return (row?.outcomes ?? []).map((id) => pack.tables[table]?.outcomes.find((one) => one.id === id)?.does)
}
const markOf = (use: string, who: string) =>
  pack.tables.communication?.rows.find((row) => row.when.use === use && row.when.who === who)?.mark

// One test for each line of the catalogue's list of what distinguishes this policy.
describe('what is the federation’s own', () => {
  test('one governing body approves a single policy, yet each school has a group of its own', () => {
    expect(pack.levels).toEqual(['federation', 'school'])
    expect(pack.parties.federated_governing_body).toMatchObject({ kind: 'body', per: 'federation' })
    expect(pack.decisions.governors_approve?.by).toEqual({ body: 'party/federated_governing_body' })
    expect(pack.documents.policy?.stages).toContainEqual({ decision: 'decision/governors_approve' })
    const group = pack.parties.e_safety_group
    expect(group).toMatchObject({ kind: 'group', per: 'school', chair: 'party/online_safety_lead' })
    expect(group?.kind === 'group' ? group.seats.map((seat) => seat.id) : []).toEqual([
      'coordinator',
      'staff',
      'governor',
      'parent',
      'pupil',
    ])
    expect(pack.duties.group_meeting?.for_each).toBe('school')
  })

  test('a serious incident is told to the LA Safeguarding Officer and to the police', () => {
    const open = waiting(serious()).map((one) => one.stepId)
    expect(open.sort()).toEqual(['tell_la', 'tell_police'])
    expect([keptBy('W-011'), keptBy('W-012')]).toEqual([['flow/outcome#tell_la'], ['flow/outcome#tell_police']])
  })

  test('the yearly report is written by the monitoring group and names nobody', () => {
    expect(pack.reports.implementation).toMatchObject({ anonymous: true, to: 'party/federated_governing_body' })
    expect(pack.duties.implementation_report).toMatchObject({
      every: '12 months',
      owner: { any_of: ['party/monitoring_group', 'party/e_safety_lead'] },
      content: 'report/implementation',
    })
  })

  test('impact is judged from the log and from three surveys', () => {
    const asked = (kind: 'pupil' | 'parent' | 'staff') =>
      assentsFor(pack, somebody('x', kind), [], day, audienceContext(pack))
        .asked.map((one) => one.assent)
        .filter((one) => one.startsWith('assent/survey'))
    expect([asked('pupil'), asked('parent'), asked('staff')]).toEqual([
      ['assent/survey_pupils'],
      ['assent/survey_parents'],
      ['assent/survey_staff'],
    ])
    expect(pack.duties.monitor_implementation?.proof).toEqual({ record: 'record/monitoring_round' })
    const fields = Object.values(pack.records.monitoring_round?.steps ?? {}).flatMap((step) => step.fields)
    expect(fields.map((field) => field.id)).toEqual(
      expect.arrayContaining(['pupil_survey', 'parent_survey', 'staff_survey']),
    )
  })

  test('the surveys have no names: answers are only counted, and shown by school when they are over', () => {
    for (const id of ['survey_pupils', 'survey_parents', 'survey_staff']) {
      expect([id, pack.assents[id]]).toMatchObject([id, { anonymous: true, open_for: '4 weeks', basis: 'information' }])
      const answers = pack.assents[id]?.items.map((item) => item.answer) ?? []
      expect(answers.length).toBeGreaterThan(2)
      expect(answers.every((answer) => answer === 'scale' || answer === 'yes_no')).toBe(true)
    }
  })

  test('filtering is never in one person’s hands, and a governor signs off the log', () => {
    const applied = along(openRecord(pack, 'record/filtering_change', {}), ['yes', 'done'])
    expect(waiting(applied)[0]).toMatchObject({ stepId: 'apply', stillNeeds: ['second_person'] })
    expect(pack.duties.governor_filtering_log?.owner).toBe('party/e_safety_governor')
    expect(pack.records.filtering_change?.sight).toContainEqual(
      expect.objectContaining({ who: 'party/e_safety_governor', sees: 'all' }),
    )
  })

  test('technical duties are held by two posts, and the consultant has a column of the pupil table', () => {
    const either = { any_of: ['party/network_manager', 'party/it_consultant'] }
    for (const id of ['infrastructure_check', 'filtering_update', 'monitor_network'])
      expect([id, pack.duties[id]?.owner]).toEqual([id, either])
    expect(outcomesOf('pupil_actions', 'filter_bypass')).toEqual(['action/refer_it_consultant'])
  })

  test('the head checks on those who monitor and supports them, and they can ask for it', () => {
    expect([pack.duties.check_on_monitors?.owner, pack.duties.support_for_monitors?.owner]).toEqual([
      'party/head',
      'party/head',
    ])
    expect(pack.notify.support_wanted).toMatchObject({ on: 'record/support_request#opened', to: 'party/head' })
  })

  test('an investigation has two people, one computer throughout, a witness, no capture of abuse, and keeps its form', () => {
    const { team, computer, view, abuse, judge, retain } = pack.flows.investigation?.steps ?? {}
    expect([team?.two_people, judge?.two_people, retain?.two_people]).toEqual([true, true, true])
    expect(computer?.clauses).toEqual(['W-240', 'W-241'])
    expect(view?.witness).toBeDefined()
    expect(abuse !== undefined && 'answers' in abuse ? abuse.answers[0] : null).toMatchObject({
      next: 'halt',
      effects: [{ lock: 'files' }],
    })
    expect(retain?.fields.map((field) => field.id)).toContain('same_computer')
  })

  test('an abuse image stops the review at once, and five further kinds go to the police', () => {
    expect(pack.flows.investigation?.steps.halt).toMatchObject({ goto: 'flow/illegal' })
    expect(pack.flows.illegal).toMatchObject({ files: 'never', start: 'police' })
    const crimes = pack.flows.investigation?.steps.other_crime
    const answers = crimes !== undefined && 'answers' in crimes ? crimes.answers : []
    expect(answers.filter((answer) => answer.next === 'tell_police')).toHaveLength(5)
  })

  test('a pupil’s phone is handed in, stored and given back', () => {
    expect(markOf('phone_brought', 'pupils')).toBe('stored')
    expect(pack.tables.communication?.marks.find((mark) => mark.id === 'stored')?.leads_to).toBe('record/phone_hand_in')
    const [back] = waiting(openRecord(pack, 'record/phone_hand_in', {}))
    expect(back).toMatchObject({ stepId: 'give_back' })
  })

  test('adults and pupils have scales of their own for technology, and nominated users a column', () => {
    const scale = (who: string) =>
      new Set((pack.tables.communication?.rows ?? []).filter((row) => row.when.who === who).map((row) => row.mark))
    expect(scale('adults')).toEqual(new Set(['allowed', 'not_allowed', 'certain_times', 'selected_staff']))
    expect(scale('pupils')).toEqual(new Set(['stored', 'not_allowed', 'staff_permission', 'certain_times']))
    const nominated = pack.tables.user_actions?.rows.filter((row) => row.mark === 'nominated').map((row) => row.id)
    expect(nominated).toEqual(['shopping', 'file_sharing', 'social_media', 'video_broadcasting'])
  })

  test('parents may film their own children for themselves, and neither publish it nor comment on others', () => {
    expect(keptBy('W-117')).toEqual(['document/event_images'])
    expect(pack.conduct.event_images_private?.breach).toBe('list/incident_kind#event_images_published')
    expect(pack.conduct.no_comment_on_pupils?.breach).toBe('list/incident_kind#comments_on_pupils')
  })

  test('data on a portable device has four marks before it, goes to one of two servers, and is wiped', () => {
    const walk = (answers: string[]) =>
      waiting(along(openRecord(pack, 'record/portable_data', {}), answers)).map((one) => one.stepId)
    expect([walk(['yes']), walk(['yes', 'done']), walk(['yes', 'done', 'done'])]).toEqual([
      ['place'],
      ['move'],
      ['wipe'],
    ])
    const check = pack.records.portable_data?.steps.check
    const marks = check !== undefined && 'answers' in check ? (check.answers[0]?.fields ?? []) : []
    expect(marks.filter((field) => field.must === 'yes')).toHaveLength(4)
    expect(pack.lists.server?.values.map((value) => value.id)).toEqual(['admin', 'curriculum'])
  })

  test('staff keep people off their own social media, check their settings, and know the liability', () => {
    for (const id of ['no_reference_to_people', 'no_personal_discussion', 'own_opinions'])
      expect(pack.conduct[id]?.acknowledged_in).toEqual(['assent/staff_agreement#social_media'])
    expect(pack.assents.settings_check).toMatchObject({ for: 'party/staff', lasts: '1 term' })
    expect(pack.records.risk_assessment?.fields.find((field) => field.id === 'legal_risk')?.required).toBe(true)
    expect(keptBy('W-197')).toContain('assent/staff_guidance#liability')
  })

  test('the staff table refers to the manager, the pupil table to the Deputy Head or the manager', () => {
    expect(outcomesOf('staff_actions', 'files_unauthorised')).toEqual([
      'action/refer_manager',
      'action/refer_technical',
    ])
    expect(outcomesOf('pupil_actions', 'disrepute')).toContain('action/refer_deputy_or_manager')
    expect(pack.tables.staff_actions?.outcomes.map((one) => one.does)).not.toContain('action/refer_class_teacher')
  })

  test('somebody asks whether they may, and the communication table answers', () => {
    const table = pack.tables.communication
    if (table === undefined) throw new Error('the table is there')
    const given = { use: 'phone_brought', who: 'pupils' }
    const row = table.rows.find((one) => one.when.use === given.use && one.when.who === given.who)
    const answer = lookUp(table, given)
    expect(answer.from).toBe('row')
    expect(answer.marks.map((one) => one.id)).toEqual([row?.mark])
    expect(lookUp(table, {}).from).not.toBe('row')
  })

  test('the investigators’ wider access begins with their computer and is over with the investigation', () => {
    const { computer, retain } = pack.flows.investigation?.steps ?? {}
    const begins = {
      start: 'exception/investigators_access',
      with: expect.objectContaining({ access_computer: 'designated_computer' }),
    }
    expect(computer !== undefined && 'answers' in computer ? computer.answers[0]?.effects : []).toEqual([begins])
    expect(pack.exceptions.investigators_access).toMatchObject({
      for: 'party/investigators',
      ends: { on: 'flow/investigation#retain' },
    })
    expect(retain).toBeDefined()
    expect(keptBy('W-243')).toContain('exception/investigators_access')
  })
})
