import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openRecord } from '#areas/records/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { useVisitors } from './support/browser.ts'
import { useSite } from './support/site.ts'

const t = useDatabase()
const site = useSite(t)
const visitors = useVisitors()
const SHOTS = process.env.KEPT_TEST_SHOTS
const victim = ({ personId }: PersonActor) => [{ part: 'victim', personId, described: null }]

test('a phone and a screenshot are entered, signed for, looked at and bundled on a phone, without scripts', async () => {
  const organisation = await givenOrganisation(t, 'Larkbeck School')
  await givenPolicy(t, organisation, 'specialist-group')
  const lead = await givenPerson(t, organisation, { kind: 'staff', name: 'Priya Raman', posts: ['dsl'] })
  await givenPerson(t, organisation, { kind: 'staff', name: 'Ben Adeyemi' })
  const pupil = await givenPerson(t, organisation, { kind: 'pupil', name: 'Leila Haddad', yearGroup: 8 })
  const { id } = await t.as(lead, (tx) => {
    const { schoolId } = organisation
    const details = {
      title: 'Unkind group chat',
      category: 'cyber_bullying',
      occurredAt: null,
      fields: {},
      people: victim(pupil),
    }
    return openRecord(tx, lead, { kind: 'incident', schoolId, ...details })
  })
  const visitor = await visitors.open({ scripts: false, phone: true })
  const { page, look } = visitor
  await site.letIn(visitor.context, lead)
  let seen = 0
  const see = async () => {
    await look()
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}-${seen++}.png`, fullPage: true })
  }
  const day = async (name: string) => {
    for (const [part, value] of [
      ['day', '23'],
      ['month', '11'],
      ['year', '2026'],
    ])
      await page.locator(`[name="${name}-${part}"]`).fill(value ?? '')
  }
  const when = async (time: string) => {
    await day('at')
    await page.locator('[name="at-time"]').fill(time)
  }

  await page.goto(`${site.url}/evidence/of/${id}`)
  await see()
  await page.getByRole('link', { name: 'A device' }).click()
  await page.getByRole('button', { name: 'Add it' }).click()
  await see()
  await page.getByLabel('What is it, in a few words?').fill('Phone, dark blue case')
  await page.getByLabel('What does it look like?', { exact: true }).fill('A phone with a cracked corner')
  await page.getByLabel('Whose is it?').fill('Tobi M')
  await page.getByLabel('Yes').check()
  await page.getByLabel('Who may release it?').fill('The head')
  await when('8:40')
  await page.getByLabel('Who took it?').fill('Ben Adeyemi, staff')
  await page.getByRole('button', { name: 'Add it' }).click()
  await see()
  await page.getByRole('link', { name: 'Say where it is stored' }).click()
  await see()
  await when('9:10')
  await page.getByLabel('Where is it?').fill('Office safe')
  await page.getByLabel('Who can get at it?').fill('The head')
  await page.getByRole('button', { name: 'Write it down, then sign' }).click()
  await see()
  await page.getByText('They signed on paper').first().click()
  await page.getByLabel('Where is the sheet that they signed?').fill('Case folder')
  await page.getByRole('button', { name: 'They signed on paper' }).click()
  await page.getByText('Nobody signed for it from').waitFor()
  await see()

  await page.goto(`${site.url}/evidence/of/${id}/add/screenshot`)
  await page.getByLabel('What is it, in a few words?').fill('The group chat')
  await page.getByLabel('Computer number').fill('LB-0318')
  await page.getByLabel('User name that was signed in').fill('tobi.m')
  await when('8:50')
  await page.getByLabel('Who took it?').fill('Ben Adeyemi, staff')
  const buffer = await sharp({ create: { width: 900, height: 500, channels: 3, background: '#7799bb' } })
    .png()
    .toBuffer()
  await page.getByLabel('The file').setInputFiles({ name: 'chat.png', mimeType: 'image/png', buffer })
  await see()
  await page.getByRole('button', { name: 'Add it' }).click()
  await see()
  await page.getByRole('button', { name: 'Look at it' }).click()
  await page.getByText('Seen by Priya Raman').first().waitFor()
  await see()
  await page.goto(`${site.url}/evidence/of/${id}/bundle`)
  await page.getByRole('button', { name: 'Make the bundle' }).click()
  await see()
  await page.goto(`${site.url}/evidence/of/${id}`)
  await see()
  await page.setViewportSize({ width: 1280, height: 900 })
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}-desk.png`, fullPage: true })
  await page.goto(`${site.url}/incidents/${id}`)
  await page.getByRole('heading', { name: 'Evidence' }).waitFor()
  if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}-case.png`, fullPage: true })
  expect(await page.getByText('Nobody signed for it from').count()).toBeGreaterThan(0)

  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${site.url}/pupil-files/new?way=out`)
  await page.getByLabel('Which pupil?').fill('Leila Haddad, Year 8')
  await page.getByLabel('To which school?').fill('Hilltop School')
  await day('on')
  await page.getByRole('button', { name: 'Note it' }).click()
  await page.getByRole('button', { name: 'Make one locked archive' }).click()
  await page.getByText('Use 12 characters or more').first().waitFor()
  await see()
  const file = page.url().replace(/\/archive$/, '')
  await visitor.context.request.get(`${file}/file.pdf`)
  await page.goto(file)
  await page.getByLabel('Who receives it?').fill('A. Brown, designated safeguarding lead')
  await page.getByLabel('Secure mail').check()
  await page.getByRole('button', { name: 'It was sent' }).click()
  await see()
  await page.goto((await page.getByText('/file-receipt/').textContent()) ?? '')
  await page.getByText('Have you received the file?').first().waitFor()
  await see()
})
