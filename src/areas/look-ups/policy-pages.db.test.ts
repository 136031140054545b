import { describe, expect, test } from 'vitest'
import { policyInForce } from '#areas/policy/index.ts'
import { systemActor } from '#core/actor.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { papersOf, piecesOf } from './documents.ts'
import { conductBeside, tableStandings } from './standings.ts'

const t = useDatabase()
const app = useApp(t, { sample: true })

async function given(pack: string) {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation, pack)
  const person = (kind: 'staff' | 'pupil' | 'parent', name: string, posts: string[] = []) =>
    givenPerson(t, organisation, { kind, name, posts, ...(kind === 'pupil' ? { yearGroup: 4 } : {}) })
  return {
    organisation,
    head: await person('staff', 'Moira Tolland', ['head']),
    pupil: await person('pupil', 'Leila Haddad'),
    parent: await person('parent', 'Abena Mensah'),
  }
}

describe('who does what', () => {
  test('names who holds each post; stand-ins and empty posts are for staff', async () => {
    const { head, pupil } = await given('village-primary')
    const staff = await app.get('/policy/who', head)
    for (const words of ['Moira Tolland', 'Nobody yet', 'In a case about them', 'What the policy asks of this post'])
      expect(staff.text).toContain(words)
    const child = await app.get('/policy/who', pupil)
    expect(child.text).toContain('Moira Tolland')
    for (const words of ['Nobody yet', 'In a case about them', 'mailto:']) expect(child.body).not.toContain(words)
  })
})

describe('where to get help', () => {
  test('shows each audience the help that is meant for it, and 999 to all', async () => {
    const { head, pupil, parent } = await given('village-primary')
    const child = await app.get('/policy/help', pupil)
    for (const words of ['Help for children', 'You are not in trouble', 'Call 999']) expect(child.text).toContain(words)
    expect(child.text).not.toContain('Help for parents and carers')
    expect(child.body).toContain('href="https://www.childline.org.uk"')
    expect((await app.get('/policy/help', parent)).text).toContain('Help for parents and carers')
    expect((await app.get('/policy/help', head)).text).toContain('Help for governors and leaders')
  })

  test('makes addresses and numbers to press out of words', () => {
    expect(piecesOf('Childline, for anybody under 19: 0800 1111, www.childline.org.uk.')).toEqual([
      { kind: 'name', text: 'Childline, for anybody under 19' },
      { kind: 'phone', text: '0800 1111' },
      { kind: 'words', text: ', ' },
      { kind: 'web', text: 'www.childline.org.uk' },
      { kind: 'words', text: '.' },
    ])
    expect(piecesOf('The button: report.iwf.org.uk.')[1]).toEqual({ kind: 'web', text: 'report.iwf.org.uk' })
  })
})

describe('the law', () => {
  test.each(['independent-school', 'special-all-through', 'specialist-group', 'village-primary', 'primary-federation'])(
    'of %s is shown with what has changed',
    (name) => {
      expect(papersOf(packNamed(name), 'en', (document) => document.kind === 'law').length).toBeGreaterThan(5)
    },
  )

  test('names the clauses that rest on it', async () => {
    const { parent } = await given('village-primary')
    const page = await app.get('/policy/law', parent)
    expect(page.text).toContain('Data Protection Act 1998')
    expect(page.text).toContain('Replaced since 25 May 2018')
  })
})

describe('the standing of a table', () => {
  test('is published where it says what one may do, and waits for its first case where it says what follows', async () => {
    const { organisation } = await given('primary-federation')
    const refs = ['table/communication#phone_lessons_pupils', 'table/user_actions', 'table/pupil_actions']
    const standings = await t.as(systemActor(organisation.organisationId, 'tests'), async (tx) =>
      tableStandings.standings(tx, await policyInForce(tx), refs),
    )
    expect(refs.map((ref) => standings.get(ref)?.state)).toEqual(['published', 'published', 'none'])
    expect(standings.get('table/pupil_actions')?.says).toBe('No case has come to it yet.')
  })

  test('is told by the rules of conduct that keep the same clauses', () => {
    expect(conductBeside(packNamed('special-all-through'), 'table/devices#pupil_lesson')).toEqual([
      'conduct/phone_not_in_lessons',
    ])
  })
})
