import { beforeAll, describe, expect, test } from 'vitest'
import { publishPolicy } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { systemActor } from '#core/actor.ts'
import { Forbidden, Refused } from '#core/errors.ts'
import { checkContent } from '#pack/edit/check-content.ts'
import type { Pack } from '#pack/types/pack.ts'
import { useDatabase } from '#tests/support/database.ts'
import { type GivenOrganisation, givenOrganisation, givenPerson } from '#tests/support/given.ts'
import { packNamed } from '#tests/support/packs.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import { settleDraft } from '#tests/support/settled.ts'
import { beginDraft, listRevisions, readDraft, reopenPoints, settlePoints } from './index.ts'

const t = useDatabase()
const M = packNamed('village-primary')

let school: GivenOrganisation
let admin: PersonActor
let head: PersonActor
let teacher: PersonActor
beforeAll(async () => {
  school = await givenOrganisation(t)
  await givenPolicy(t, school)
  admin = await givenPerson(t, school, { kind: 'staff', posts: ['administrator'] })
  head = await givenPerson(t, school, { kind: 'staff', posts: ['head'] })
  teacher = await givenPerson(t, school, { kind: 'staff' })
})

const begin = (content: Pack = M) =>
  t.as(admin, (tx) =>
    beginDraft(tx, admin, { title: 'x', beganFrom: `pack/${content.pack.name}`, content, says: 'Begun' }),
  )
const settle = (draftId: string, place: string, to?: string, as = admin) =>
  t.as(as, (tx) => settlePoints(tx, as, { draftId, settle: [to === undefined ? { place } : { place, to }] }))
const packOf = async (draftId: string) => (await t.as(admin, (tx) => readDraft(tx, draftId))).pack
const within = 'records/leaver/steps/disable/within'

describe('a draft of each pack', () => {
  test.each(['independent-school', 'village-primary', 'primary-federation', 'specialist-group'])(
    'of %s is settled by the commands until it can be published, and then is',
    async (name) => {
      const id = await begin(packNamed(name))
      await settleDraft(t, admin, id)
      const pack = await packOf(id)
      expect(checkContent(pack, { publish: true })).toEqual([])
      const other = await givenOrganisation(t)
      const system = systemActor(other.organisationId, 'tests')
      const inForceOn = Temporal.PlainDate.from('2026-12-01')
      await t.as(system, (tx) => publishPolicy(tx, system, { pack, inForceOn }))
    },
  )
})

describe('settling', () => {
  test('is one revision in words, with the school’s source, and can be taken back', async () => {
    const id = await begin()
    expect(await settle(id, within, '2 school days')).toBe(2)
    expect((await packOf(id)).records.leaver?.steps.disable).toMatchObject({
      within: { we_count: '2 school days', source: 'school' },
    })
    const [made] = await t.as(admin, (tx) => listRevisions(tx, id, { most: 1 }))
    expect(made).toMatchObject({ place: within, madeBy: admin.personId })
    expect(made?.says).toMatch(/^Confirmed: “.+” \(now: 2 school days\)$/)
    expect(await t.as(admin, (tx) => reopenPoints(tx, admin, { draftId: id, places: [within] }))).toBe(3)
    expect(await packOf(id)).toEqual(M)
  })

  test('of a reading asks for the word of its party, which the holder of the post gives by confirming', async () => {
    const id = await begin()
    const place = 'readings/stand_ins'
    await expect(settle(id, place)).rejects.toThrow('settles this. Write down who said so, when and where.')
    const word = { who: 'Margaret Oyelaran', on: Temporal.PlainDate.from('2026-11-20'), where: 'in her office' }
    await t.as(admin, (tx) => settlePoints(tx, admin, { draftId: id, settle: [{ place }], word }))
    const [made] = await t.as(admin, (tx) => listRevisions(tx, id, { most: 1 }))
    expect(made?.says).toContain('said so by Margaret Oyelaran on 20 November 2026, in her office')
    expect(await settle(id, 'readings/siro_catch_all', 'The SIRO is told of every incident.', head)).toBe(3)
    expect((await packOf(id)).readings.siro_catch_all).toMatchObject({
      holds: 'The SIRO is told of every incident.',
      settled: true,
    })
  })

  test('is refused to others, for what is not there, for what cannot stand there, and for what was not seen', async () => {
    const id = await begin()
    await expect(settle(id, within, undefined, teacher)).rejects.toThrow(Forbidden)
    await expect(settle(id, 'duties/none/within')).rejects.toThrow(Refused)
    await expect(settle(id, within, 'soon')).rejects.toThrow(Refused)
    await expect(settle(id, 'settings/next_review/value')).rejects.toThrow('give it a value')
    await expect(
      t.as(admin, (tx) =>
        settlePoints(tx, admin, { draftId: id, settle: [{ place: within }], seen: 'what stood there yesterday' }),
      ),
    ).rejects.toThrow('meanwhile')
    expect(await packOf(id)).toEqual(M)
  })
})
