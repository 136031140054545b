import { describe, expect, test } from 'vitest'
import { checkPack } from '#pack/check/check-pack.ts'
import { missingIn } from '#pack/check/references.ts'
import { loadNamed, readPack } from './read-pack.ts'
import { calendar, clauseRange, deadlines, everyStep, forms, notYet, recipients } from './specialist-group.expected.ts'

const name = 'specialist-group'
const pack = readPack(name)
const clause = new Map(pack.clauses.map((one) => [one.id, one]))
const kindOf = (ref: string): string => ref.split('/')[0] ?? ''

describe('the clauses of the group', () => {
  test('stand in a pack that makes sense', () => {
    const { faults, positions } = loadNamed(name)
    expect(faults).toEqual([])
    expect(checkPack(pack, positions)).toEqual([])
  })

  test('wait with publishing for what the group has to confirm, and for nothing else', () => {
    const { positions } = loadNamed(name)
    const rules = checkPack(pack, positions, { publish: true }).map((fault) => fault.rule)
    expect([...new Set(rules)].sort()).toEqual(['open_value', 'unsettled_reading', 'unsettled_value'])
    expect(rules.filter((rule) => rule === 'unsettled_reading')).toHaveLength(Object.keys(pack.readings).length)
  })

  test('are all 455, each once, in order, under their own ids', () => {
    expect(pack.clauses.map((one) => one.id)).toEqual(clauseRange(1, 455))
  })

  test('that nothing keeps yet are named, and each says what is planned', () => {
    const open = pack.clauses.filter((one) => one.kept_by.length === 0)
    expect(open.map((one) => one.id)).toEqual(Object.keys(notYet).sort())
    expect(open.filter((one) => one.planned.length === 0)).toEqual([])
  })

  test('are never called kept by what has no engine yet', () => {
    const kept = new Set(pack.clauses.flatMap((one) => one.kept_by.map(kindOf)))
    for (const kind of ['setting', 'list']) expect([kind, kept.has(kind)]).toEqual([kind, false])
  })

  test('about deadlines and registers rest on no signature beside what keeps them', () => {
    const soft = pack.clauses.filter(
      (one) =>
        ['deadline', 'record', 'flow', 'matrix'].includes(one.kind) &&
        one.kept_by.some((ref) => ref.startsWith('assent/') && ref.includes('#')),
    )
    expect(soft.map((one) => one.id)).toEqual([])
  })

  test('name the rule of conduct and the row of each of the nine things that the charter bars', () => {
    for (const id of clauseRange(405, 413))
      expect([id, clause.get(id)?.kept_by.map(kindOf)]).toEqual([id, ['conduct', 'table']])
  })
})

describe('what the catalogue lists', () => {
  test.each(Object.entries(forms))('form %s is %s', (_form, ref) => {
    expect(missingIn(pack, ref)).toBeNull()
  })

  test.each(Object.entries(everyStep))('flow %s has every step', (_flow, refs) => {
    expect(refs.filter((ref) => missingIn(pack, ref) !== null)).toEqual([])
  })

  test.each(Object.entries(deadlines))('deadline %s is %s', (_deadline, ref) => {
    expect(missingIn(pack, ref)).toBeNull()
  })

  test.each(recipients)('whoever is told of “%s” is told by %s', (_event, ref) => {
    expect(missingIn(pack, ref)).toBeNull()
  })

  test.each(Object.entries(calendar))('calendar entry %s is a duty', (_entry, [id, often]) => {
    const duty = pack.duties[id]
    const every = duty !== undefined && 'every' in duty ? duty.every : null
    const said =
      typeof every === 'object' && every !== null && 'we_count' in every
        ? `${every.policy_says}: ${every.we_count}`
        : every
    expect([id, said]).toEqual([id, often])
  })

  test('every interval that the policy leaves open is still to be confirmed', () => {
    const open = Object.values(pack.duties).flatMap((duty) => {
      const time = 'every' in duty ? duty.every : duty.within
      return typeof time === 'object' && 'we_count' in time ? [time.source] : []
    })
    expect(open.length).toBeGreaterThan(30)
    expect(new Set(open)).toEqual(new Set(['inferred']))
  })

  test('each of the twelve laws and guides of the policy, with what took its place', () => {
    const law = (id: string): string => JSON.stringify(pack.documents[id]?.body)
    expect(Object.values(pack.documents).filter((one) => one.kind === 'law')).toHaveLength(11)
    expect(pack.documents.cyberbullying_advice?.kind).toBe('guidance')
    expect(law('data_protection_act_1998')).toContain('Data Protection Act 2018')
    expect(law('gdpr')).toContain('Since 1 January 2021')
    expect(law('weee_regulations_2006')).toContain('since 1 January 2014')
    expect(law('malicious_communications_act')).toContain('the Act is of 1988')
    expect(law('communications_act')).toContain('Since 31 January 2024')
  })

  test.each([
    'CEOP',
    'Internet Watch Foundation',
    'The police',
    'Childline',
    'Thinkuknow',
    "Information Commissioner's Office",
    'Environment Agency',
    'Department for Education',
    'London Grid for Learning',
    'local authority',
    'social network',
    'examining',
  ])('names %s where people turn for help', (body) => {
    expect(JSON.stringify(pack.documents.help_and_advice?.body)).toContain(body)
  })

  test('every contradiction that the catalogue marks has a reading', () => {
    const between = Object.values(pack.readings).map((one) => one.between as readonly string[])
    const pairs = [
      ['G-109', 'G-431'],
      ['G-195', 'G-194'],
      ['G-195', 'G-291'],
      ['G-202', 'G-203'],
      ['G-202', 'G-306'],
      ['G-233', 'G-232'],
      ['G-236', 'G-229'],
      ['G-236', 'G-258'],
      ['G-240', 'G-241'],
      ['G-240', 'G-231'],
      ['G-268', 'G-369'],
      ['G-268', 'G-363'],
      ['G-313', 'G-214'],
      ['G-355', 'G-242'],
      ['G-355', 'G-227'],
      ['G-443', 'G-429'],
      ['G-443', 'G-448'],
    ]
    const open = pairs.filter((pair) => !between.some((clauses) => pair.every((id) => clauses.includes(id))))
    expect(open).toEqual([])
  })
})

describe('the words of the group', () => {
  const longest = (text: string): number =>
    Math.max(...text.split(/[.?!] ?/).map((sentence) => sentence.split(/\s+/).filter((word) => word !== '').length))

  test('for pupils are there in easy words too, in sentences of at most thirteen', () => {
    const items = ['pupil_agreement', 'pupil_guide', 'parental_charter', 'pupil_views'].flatMap(
      (id) => pack.assents[id]?.items ?? [],
    )
    expect(items.length).toBeGreaterThan(40)
    for (const { says } of items) {
      const easy = typeof says === 'string' ? undefined : says['en-easy']
      expect([says, longest(easy ?? says.toString()) <= 13]).toEqual([says, easy !== undefined])
    }
  })

  test('sort incidents by content, contact and conduct (G-M10)', () => {
    const under = (group: string) =>
      (pack.lists.incident_kind?.values ?? []).filter((value) => value.under === group).map((value) => value.id)
    expect(under('content')).toEqual(
      expect.arrayContaining(['online_pornography', 'suicide', 'hate_sites', 'content_validation']),
    )
    expect(under('contact')).toEqual(expect.arrayContaining(['cyber_bullying', 'identity_theft', 'password_shared']))
    expect(under('conduct')).toEqual(
      expect.arrayContaining(['privacy_disclosure', 'digital_footprint', 'screen_time', 'copyright']),
    )
    expect(under('illegal')).toEqual(
      expect.arrayContaining(['grooming', 'radicalisation', 'child_abuse_images', 'sexting']),
    )
  })

  test('give who does what to whom the roles table gives it (G-M07)', () => {
    const owners = (...duties: string[]) => duties.map((id) => pack.duties[id]?.owner)
    expect(owners('internet_confirmed', 'oversight', 'audit_records')).toEqual(Array(3).fill('party/head'))
    expect(owners('log_current', 'intermediate_training', 'annual_review')).toEqual(
      Array(3).fill('party/safeguarding_manager'),
    )
    expect(owners('computing_overseen', 'subjects_mapped', 'platform_protection')).toEqual(
      Array(3).fill('party/responsible_person'),
    )
    expect(owners('proprietor_meeting', 'advice_followed', 'effectiveness')).toEqual(Array(3).fill('party/proprietor'))
    expect(pack.duties.training_for_duties?.owner).toEqual({ all_of: ['party/head', 'party/training_coordinator'] })
  })
})

describe('the tables of the group', () => {
  const rows = (table: string) =>
    Object.fromEntries((pack.tables[table]?.rows ?? []).map((row) => [row.id, row.mark ?? row.outcomes]))

  test('bar eight acts always, and services unless they are set as work', () => {
    expect(rows('charter')).toEqual({ barred: 'never', services: 'only_as_work' })
    expect(pack.tables.charter?.rows[0]?.when.act).toHaveLength(8)
  })

  test('name the bodies outside by class of incident', () => {
    expect(rows('agencies')).toEqual({
      illegal_content: ['police', 'iwf'],
      illegal_activity: ['police'],
      child_at_risk: ['ceop'],
      immediate: ['police'],
      unsuitable: ['internal'],
      disturbing: ['police'],
      radicalisation: ['police', 'ceop'],
    })
  })

  test('forbid every USB stick but the one with CCTV, and mail on a home computer', () => {
    expect(rows('carriers')).toMatchObject({
      usb_any: 'forbidden',
      usb_cctv: 'stated_reason',
      media_safe: 'allowed',
      home_computer_mail: 'forbidden',
      company_laptop: 'allowed',
    })
  })

  test('put a phone where its owner says: handed in, in a locker, or on a safeguarding lead', () => {
    expect(rows('phones')).toMatchObject({
      pupil: 'handed_in',
      staff_lesson: 'locker',
      staff_break: 'at_break',
      dsl: 'exempt',
    })
  })

  test('let a permanent ban and discipline follow the charter, and only discipline the staff agreement', () => {
    expect(rows('responses')).toMatchObject({
      charter: ['ban', 'discipline', 'refer'],
      staff_agreement: ['discipline'],
      phone_in_exam: ['exam_body'],
      pupil_phone: ['confiscate'],
      libellous_posts: ['report_to_site', 'legal'],
    })
  })
})
