import { beforeAll, describe, expect, test } from 'vitest'
import { publishPolicy } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import type { GivenOrganisation } from '#tests/support/given.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { givenPolicy } from '#tests/support/policy.ts'

const t = useDatabase('2025-08-20T09:00:00Z')
const app = useApp(t)
const pack = packNamed('special-all-through')
const kinds = pack.lists.incident_kind?.values.map((value) => value.id) ?? []
const YEAR = '/policy/review?from=2025-09-01&to=2026-08-31'

describe('the review of a period', () => {
  let school: GivenOrganisation
  let versionId: string
  let governor: PersonActor

  beforeAll(async () => {
    school = await givenOrganisation(t)
    const system = systemActor(school.organisationId, 'tests')
    versionId = (await givenPolicy(t, school)).id
    governor = await givenPerson(t, school, { kind: 'governor', name: 'Grace Obi' })
    t.clock.set('2026-11-23T10:00:00Z')
    const [one = '', two = '', three = ''] = kinds
    const given = [
      [one, '2025-10-10', 12],
      [two, '2025-10-10', 3],
      [three, '2025-11-11', 9],
      [one, '2026-02-02', 6],
      [one, '2026-09-20', 7],
    ] as const
    for (const [category, day, count] of given) await incidents(category, day, count)
    await t.as(system, async (tx) => {
      const duties = [
        ['done', '2026-03-02T12:00:00Z', '2026-03-01T12:00:00Z'],
        ['done', '2026-03-09T12:00:00Z', '2026-03-12T12:00:00Z'],
        ['missed', '2026-03-16T12:00:00Z', null],
      ] as const
      for (const [state, due, done] of duties)
        await tx
          .insertInto('app.duty')
          .values({
            organisation_id: school.organisationId,
            id: newId(),
            policy_version_id: versionId,
            duty: 'weekly_monitoring_report',
            key: due,
            title: 'Weekly report',
            party: 'dsl',
            starts_at: due,
            due_at: due,
            state,
            done_at: done,
          })
          .execute()
      await publishPolicy(tx, system, {
        pack: { ...pack, pack: { ...pack.pack, title: 'E-safety policy, second' } },
        inForceOn: Temporal.PlainDate.from('2026-04-01'),
        note: 'The rules on phones are clearer.',
      })
    })
  })

  async function incidents(category: string, day: string, count: number): Promise<void> {
    await t.as(systemActor(school.organisationId, 'tests'), (tx) =>
      tx
        .insertInto('app.record')
        .values(
          Array.from({ length: count }, () => ({
            organisation_id: school.organisationId,
            id: newId(),
            kind: 'incident',
            reference: newId(),
            school_id: school.schoolId,
            circle: `incident:${school.schoolId}`,
            category,
            state: 'closed',
            policy_version_id: versionId,
            opened_at: `${day}T12:00:00Z`,
          })),
        )
        .execute(),
    )
  }

  test('is for those who govern or keep the policy, and for nobody else', async () => {
    const who = (kind: 'staff' | 'pupil' | 'parent', posts: string[] = []) => givenPerson(t, school, { kind, posts })
    expect((await app.get(YEAR, await who('staff', ['head']))).status).toBe(200)
    for (const person of [await who('pupil'), await who('parent'), await who('staff'), await who('staff', ['dsl'])])
      for (const path of [YEAR, '/policy/review.csv', '/policy/review/pdf'])
        expect((await app.get(path, person)).status).toBe(403)
    const other = await givenOrganisation(t, 'Another School')
    await givenPolicy(t, other)
    const stranger = await givenPerson(t, other, { kind: 'governor' })
    const theirs = await app.get(YEAR, stranger)
    expect(theirs.text).toContain('Another School: no incidents')
    expect(theirs.text).not.toContain('The rules on phones are clearer.')
  })

  test('says what changed, what was late, and what nobody recorded', async () => {
    const page = await app.get(YEAR, governor)
    for (const words of [
      'The rules on phones are clearer.',
      'Who approved it was not recorded.',
      '1 done in time, 1 done late, 1 missed, 0 not done yet',
      'is not recorded: the standings are those of today',
      'No consultation ended in the period, or nobody commented.',
    ])
      expect(page.text).toContain(words)
    expect(page.body).toContain('href="/policy/versions/2/changes"')
    expect(page.text).not.toContain('Nothing is recorded before')
    const earlier = await app.get('/policy/review?from=2024-09-01&to=2025-08-31', governor)
    expect(earlier.text).toContain('Nothing is recorded before 20 August 2025')
  })

  test('counts incidents by thirds that are over, and shows no number that gives somebody away', async () => {
    const page = await app.get(YEAR, governor)
    const said = (id: string | undefined) => pack.lists.incident_kind?.values.find((value) => value.id === id)?.says
    const lines = (await app.get('/policy/review.csv?from=2025-09-01&to=2026-12-31', governor)).body.split('\r\n')
    const cell = (kind: string, third: string) =>
      lines
        .find((line) => line.startsWith('Incidents at') && line.includes(kind) && line.includes(third))
        ?.split(',')
        .at(-1)
    expect(cell(String(said(kinds[0])), 'Autumn 2025')).toBe('12')
    // Three would be told by the total if the next larger one were shown.
    expect(cell(String(said(kinds[1])), 'Autumn 2025')).toBe('not shown')
    expect(cell(String(said(kinds[2])), 'Autumn 2025')).toBe('not shown')
    expect(cell('All', 'Autumn 2025')).toBe('24')
    expect(cell(String(said(kinds[0])), 'Spring 2026')).toBe('6')
    // The third that runs is told when it is over.
    expect(lines.join('')).not.toContain('Autumn 2026,')
    expect(page.body).toContain('class="hide"')
    const part = await app.get('/policy/review?from=2025-09-02&to=2025-12-31', governor)
    expect(part.text).toContain('no incident and no concern is counted')
  })

  test('is a paper as well', async () => {
    const pdf = await app.get('/policy/review/pdf?from=2025-09-01&to=2026-08-31', governor)
    expect(pdf.headers['content-type']).toBe('application/pdf')
    expect(pdf.body).toMatch(/<pdfuaid:part>1</)
  })
})
