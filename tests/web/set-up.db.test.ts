import { describe, expect, test } from 'vitest'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'

const t = useDatabase()
const kept = useApp(t)

const FIELDS = {
  name: 'Larkbeck Federation',
  slug: 'larkbeck',
  school1: 'Larkbeck School',
  'school1-phases': ['primary', 'secondary'],
  school2: 'Pond Lane School',
  'school2-phases': ['nursery'],
  givenName: 'Ngozi',
  familyName: 'Okonkwo',
  login: 'ngozi@larkbeck.example',
  password: 'heron pylon marmalade',
  pack: 'special-all-through',
  'posts-special-all-through': ['network_manager', 'online_safety_lead'],
}

const send = (fields: Record<string, string | readonly string[]>, browser = kept.browser()) =>
  browser.submit('/set-up', '/set-up', { ...FIELDS, ...fields })

const organisations = () => t.peek<{ slug: string; sample: boolean }>('select slug, sample from app.organisation')

// In this order, over one database: it is empty until the last.
describe('an empty installation', () => {
  test('leads everybody to the set-up page', async () => {
    expect((await kept.get('/sign-in')).location).toBe('/set-up')
    expect((await kept.get('/set-up')).text).toContain('One-time code')
  })

  test('is not set up with a wrong code, and what was typed stays', async () => {
    await kept.identity.createSetupToken()
    const answer = await send({ code: 'something else' })
    expect([answer.status, answer.text.includes('This code does not work')]).toEqual([400, true])
    expect(answer.form('/set-up').fields).toMatchObject({ name: FIELDS.name, login: FIELDS.login, password: '' })
    expect(answer.body).not.toContain(FIELDS.password)
    expect(await organisations()).toEqual([])
  })

  test('names every fault beside its field', async () => {
    const { text, status } = await kept
      .browser()
      .submit('/set-up', '/set-up', { slug: 'Not A Slug', 'school2-phases': 'primary' })
    expect(status).toBe(400)
    for (const says of [
      'Copy the one-time code',
      'Enter the name of the organisation',
      'Use small letters, figures and hyphens',
      'Enter the name of the school',
      'Enter the name of this school too',
      'Enter your first name',
      'Enter your mail address',
      'Type the new password',
      'Choose the policy to start from',
    ])
      expect(text).toContain(says)
  })

  test('does not spend the code on a page with faults', async () => {
    const code = await kept.identity.createSetupToken()
    const answer = await send({ code, password: 'short' })
    expect([answer.status, answer.text.includes('Use at least 12 characters')]).toEqual([400, true])
    expect(await kept.identity.checkSetupToken(code)).toBe(true)
  })

  test('is not set up with a code of yesterday', async () => {
    const code = await kept.identity.createSetupToken()
    t.clock.advance({ hours: 24 })
    expect((await send({ code })).status).toBe(400)
    expect(await organisations()).toEqual([])
  })

  test('is set up once, with its schools, policy and first administrator, who is signed in', async () => {
    const code = await kept.identity.createSetupToken()
    const [browser, late] = [kept.browser(), kept.browser()]
    await late.get('/set-up')
    const answer = await send({ code }, browser)
    expect([answer.status, answer.location]).toEqual([303, '/'])
    expect(await organisations()).toEqual([{ slug: 'larkbeck', sample: false }])
    expect(await t.peek('select name, phases from app.school order by name')).toEqual([
      { name: 'Larkbeck School', phases: ['primary', 'secondary'] },
      { name: 'Pond Lane School', phases: ['nursery'] },
    ])
    expect(await t.peek('select pack, number, in_force_on::text from app.policy_version')).toEqual([
      { pack: 'special-all-through', number: 1, in_force_on: '2026-11-24' },
    ])
    const you = await browser.get('/you')
    for (const words of ['Ngozi Okonkwo', 'Network manager', 'E-Safety Co-ordinator']) expect(you.text).toContain(words)
    // The page is gone, for a second code too.
    const again = await kept.identity.createSetupToken()
    expect((await kept.get('/set-up')).status).toBe(404)
    expect((await late.post('/set-up', { ...FIELDS, slug: 'other', code: again })).status).toBe(404)
    expect(await organisations()).toHaveLength(1)
  })

  test('writes into the ledger what was made', async () => {
    const codes = (await t.peek<{ code: string }>('select code from app.ledger_entry order by seq')).map(
      (row) => row.code,
    )
    for (const code of ['organisation.created', 'school.created', 'policy.published', 'person.added', 'post.given'])
      expect(codes).toContain(code)
  })
})
