import { describe, expect, test } from 'vitest'
import { publishPolicy } from '#areas/policy/index.ts'
import { systemActor } from '#core/actor.ts'
import { pack as packSchema } from '#pack/types/pack.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { settledPack } from '#tests/support/settled.ts'

const t = useDatabase()
const app = useApp(t, { sample: true })

async function given(pack: string) {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation, pack)
  const person = (kind: 'staff' | 'pupil' | 'parent', name: string, yearGroup?: number) =>
    givenPerson(t, organisation, { kind, name, ...(yearGroup === undefined ? {} : { yearGroup }) })
  return {
    teacher: await person('staff', 'Rosa Lindqvist'),
    young: await person('pupil', 'Leila Haddad', 4),
    older: await person('pupil', 'Owen Sandhu', 10),
    parent: await person('parent', 'Abena Mensah'),
  }
}

describe('May I?', () => {
  test('answers plain words with one answer, for whoever asks', async () => {
    const { young, older, teacher } = await given('special-all-through')
    const words = '/may-i?words=phone+in+a+lesson'
    expect((await app.get(words, older)).text).toContain('Use it for oneself in a lesson, A pupil')
    expect((await app.get(words, young)).text).toContain('Use my phone or tablet in a lesson')
    expect((await app.get(words, teacher)).text).toContain('The policy does not say')
    expect((await app.get('/may-i?words=unicycle', older)).text).toContain('No rule has these words')
  })

  test('says the clause, as what it is recorded, and which row says so to those who keep the policy', async () => {
    const { teacher, parent } = await given('special-all-through')
    const asked = '/may-i/devices?what=lesson&who=pupil'
    const answer = await app.get(asked, teacher)
    for (const words of ['Not allowed', 'L-402', 'Personal device used outside the rules', 'Which row of the table'])
      expect(answer.text).toContain(words)
    const other = await app.get(asked, parent)
    expect(other.text).not.toContain('Which row of the table')
    expect(other.body).toContain('href="/policy#L-402"')
  })

  test('leads to the form to ask with, for those who may open it and for nobody else', async () => {
    const { teacher, older, parent } = await given('special-all-through')
    const asked = '/may-i/devices?what=learn'
    for (const person of [teacher, older])
      expect((await app.get(asked, person)).body).toContain('/registers/educational_use/new')
    const answer = await app.get(asked, parent)
    expect(answer.body).not.toContain('/registers/')
    expect(answer.text).toContain('To ask, go to')
    expect(answer.text).toContain('can say yes')
  })

  test('gives each case when the answer depends on what is left open', async () => {
    const { teacher } = await given('primary-federation')
    const open = await app.get('/may-i/communication?use=phone_social', teacher)
    expect(open.text).toContain('It depends')
    expect(open.body).toContain('/may-i/communication?use=phone_social&amp;who=pupils')
    expect((await app.get('/may-i/user_actions?action=grooming', teacher)).text).toContain('against the law')
  })

  test('says at which times, whether now is one of them and when the next one is', async () => {
    const pack = settledPack('primary-federation')
    const times = {
      ...pack.settings.times_messaging,
      value: { value: ['school days 12:15 to 13:10'], source: 'school' },
    }
    const organisation = await givenOrganisation(t)
    const system = systemActor(organisation.organisationId, 'tests')
    await t.as(system, (tx) =>
      publishPolicy(tx, system, {
        pack: packSchema.parse({ ...pack, settings: { ...pack.settings, times_messaging: times } }),
        inForceOn: Temporal.PlainDate.from('2026-09-04'),
      }),
    )
    const teacher = await givenPerson(t, organisation, { kind: 'staff', name: 'Rosa Lindqvist' })
    const asked = '/may-i/communication?use=messaging&who=adults'
    t.clock.set('2026-11-24T13:05:00Z')
    const now = await app.get(asked, teacher)
    expect(now.text).toContain('School days from 12:15 to 13:10.')
    expect(now.text).toContain('Now is one of these times.')
    t.clock.set('2026-11-24T13:12:00Z')
    const later = await app.get(asked, teacher)
    expect(later.text).toContain('Now is not one of these times. The next time is tomorrow at 12:15.')
    expect((await app.get('/may-i/communication/all', teacher)).text).toContain(
      'Allowed at certain times: school days from 12:15 to 13:10',
    )
  })

  test('says that the school has not named the times, while it has not', async () => {
    const { teacher } = await given('primary-federation')
    const answer = await app.get('/may-i/user_actions?action=games_educational', teacher)
    expect(answer.text).toContain('The school has not said at which times yet.')
  })

  test('shows the whole table as a grid, and no table of sanctions', async () => {
    const { parent } = await given('primary-federation')
    const grid = await app.get('/may-i/communication/all', parent)
    expect(grid.text).toContain('Using a mobile phone in lessons')
    expect(grid.body).toContain('kept-matrix__no')
    expect((await app.get('/may-i/pupil_actions', parent)).status).toBe(404)
    expect((await app.get('/may-i/no_such/all', parent)).status).toBe(404)
  })

  test('is open to nobody who is not signed in', async () => {
    expect((await app.get('/may-i')).status).not.toBe(200)
  })
})
