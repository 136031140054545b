import { describe, expect, test } from 'vitest'
import { givenSchool, issueIn, requestOf, stateOf } from '#tests/support/agreements.ts'
import { useApp } from '#tests/support/app.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenClass } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { recordPaperSlip } from './index.ts'

describe('a consent on paper', () => {
  const t = useDatabase('2026-09-14T08:00:00Z')
  const app = useApp(t)

  test('is printed with a box for each use, and is recorded use by use', async () => {
    const { organisation, office, lead, kofi, mother, father } = await givenSchool(t, 'village-primary')
    const classId = await givenClass(t, organisation, lead, [kofi])
    await issueIn(t, organisation)
    const images = await requestOf(t, kofi, 'pupil_images')
    const uses = (packNamed('village-primary').assents.pupil_images?.items ?? []).map((item) => item.id)
    const printed = await app.get(`/agreements/classes/${classId}/slips/print?assent=pupil_images`, office)
    expect(printed.body.split('kept-box"').length - 1).toBe(2 * 2 * uses.length)
    expect(printed.text).toContain('Abena Mensah')
    const list = await app.get(`/agreements/classes/${classId}/slips?assent=pupil_images`, office)
    expect(list.text).toContain('so each is recorded by itself')

    const path = `/agreements/requests/${images}/slip`
    const page = await app.get(path, office)
    const { fields } = page.form('')
    const said = { ...fields, signer: mother.personId, 'signed-day': '10', 'signed-month': '9', 'signed-year': '2026' }
    const missing = await app.post(path, said, office)
    expect(missing.status).toBe(400)
    const answers = Object.fromEntries(uses.map((id) => [`item-${id}`, id === 'media_use' ? 'no' : 'yes']))
    expect((await app.post(path, { ...said, ...answers }, office)).status).toBe(303)
    const [row] = await t.peek<{ answers: { items: Record<string, boolean> } }>(
      'select answers from app.signature where request_id = $1',
      [images],
    )
    expect(row?.answers.items).toEqual(Object.fromEntries(uses.map((id) => [id, id !== 'media_use'])))
    expect(await stateOf(t, images)).toBe('partly')
    const signedOn = Temporal.PlainDate.from('2026-09-10')
    const silent = t.as(office, (tx) =>
      recordPaperSlip(tx, office, { requestId: images, signerId: father.personId, signedOn }),
    )
    await expect(silent).rejects.toMatchObject({ code: 'agreement.sign.item' })
  })
})
