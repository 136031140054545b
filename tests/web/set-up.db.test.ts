import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '#platform/database/project-root.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { packsOnOffer } from '../../src/areas/set-up/queries/packs.ts'

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

const queued = async () =>
  (
    await t.peek<{ task: string }>(
      'select k.identifier as task from graphile_worker._private_jobs j join graphile_worker._private_tasks k on k.id = j.task_id',
    )
  ).map((row) => row.task)

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

  test.each([
    ['the first school is written', 'app.school', "raise exception 'power cut'"],
    ['the policy is published', 'app.policy_version', "raise exception 'power cut'"],
    ['the administrator gets a password', 'identity.account', "raise exception 'power cut'"],
    [
      'the server of the database dies with the password',
      'identity.account',
      'perform pg_terminate_backend(pg_backend_pid())',
    ],
    ['the ledger is written', 'app.ledger_entry', "raise exception 'power cut'"],
  ])('is as empty as before when it breaks where %s, and the code still works', async (_where, table, cut) => {
    const code = await kept.identity.createSetupToken()
    await t.peek(`create function public.cut() returns trigger language plpgsql security definer as
      $$ begin ${cut}; return new; end $$`)
    await t.peek(`create trigger cut before insert on ${table} execute function public.cut()`)
    try {
      expect((await send({ code })).status).toBeGreaterThanOrEqual(500)
    } finally {
      await t.peek('drop function public.cut() cascade')
    }
    for (const left of ['app.organisation', 'app.person', 'identity.user', 'identity.account', 'identity.link'])
      expect(await t.peek(`select 1 from ${left.replace('user', '"user"')}`), left).toEqual([])
    expect(await kept.identity.checkSetupToken(code)).toBe(true)
  })

  test('offers no pack with a fault', async () => {
    const root = await mkdtemp(join(tmpdir(), 'kept-packs-'))
    await cp(join(projectRoot(), 'packs/special-all-through'), join(root, 'packs/whole'), { recursive: true })
    await cp(join(root, 'packs/whole'), join(root, 'packs/torn'), { recursive: true })
    // Well formed, and yet it names a party that nobody is: only the checker sees that.
    await appendFile(join(root, 'packs/torn/conduct.yaml'), '  torn: { says: Torn, for: [party/nobody_at_all] }\n')
    expect(packsOnOffer(root).map((pack) => pack.name)).toEqual(['whole'])
    await rm(root, { recursive: true })
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
    expect(await queued()).toEqual(expect.arrayContaining(['daily', 'plan_duties', 'refresh_standings']))
    // Whoever was cut off before the answer signs in with what they chose.
    const later = await kept.identity.signInWithPassword({ login: FIELDS.login, password: FIELDS.password })
    expect(later.kind).toBe('signed-in')
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
