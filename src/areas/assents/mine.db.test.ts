import { describe, expect, test } from 'vitest'
import { givenSchool, issueIn, requestOf, stateOf } from '#tests/support/agreements.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'

describe('the page of a parent', () => {
  const t = useDatabase()
  const app = useApp(t)

  async function given() {
    const school = await givenSchool(t)
    await issueIn(t, school.organisation)
    return school
  }

  test('asks for one child after the other, and ends with the copies', async () => {
    const { mother, kofi, esi } = await given()
    const first = await app.get('/agreements/mine', mother)
    expect(first.status).toBe(200)
    expect(first.text).toContain('Kofi’s promises')
    expect(first.text).toContain('Sign for Kofi')
    const primary = await requestOf(t, kofi, 'primary_rules')
    const form = first.form(`/agreements/mine/${primary}`)
    const empty = await app.post(form.action, form.fields, mother)
    expect(empty.status).toBe(400)
    expect(empty.text).toContain('Enter your full name')
    const sent = await app.post(form.action, { ...form.fields, agree: 'yes', name: 'Abena Mensah' }, mother)
    const images = await requestOf(t, kofi, 'pupil_images')
    expect(sent.location).toBe(`/agreements/mine/${images}`)
    expect(await stateOf(t, primary)).toBe('signed')
    const asks = await app.get(sent.location ?? '', mother)
    expect(asks.text).toContain('Sign for Kofi, then Esi')
    const consent = asks.form(`/agreements/mine/${images}`)
    const channels = ['website', 'prospectus', 'video', 'platform', 'communal', 'external', 'media']
    const answers = Object.fromEntries(channels.map((one) => [`item-${one}`, one === 'media' ? 'no' : 'yes']))
    const said = { ...consent.fields, ...answers, agree: 'yes', name: 'Abena Mensah' }
    expect((await app.post(consent.action, { ...said, 'item-media': '' }, mother)).status).toBe(400)
    const last = await app.post(consent.action, said, mother)
    expect(last.location).toBe(`/agreements/mine/${await requestOf(t, esi, 'secondary_agreement')}`)
    expect(await stateOf(t, images)).toBe('signed')
    const next = await app.get(last.location ?? '', mother)
    expect(next.text).toContain('Esi signs this too')
    const again = await app.post(form.action, { ...form.fields, agree: 'yes', name: 'Abena Mensah' }, mother)
    expect(again.status).toBe(409)
    expect(again.text).toContain('You have signed this already')
  })
})
