import { describe, expect, test } from 'vitest'
import { packNamed } from '#tests/support/packs.ts'
import { settledPack } from '#tests/support/settled.ts'
import { openPlaces, pointsOf } from './points.ts'
import { reopenedContent, settledContent } from './settle-content.ts'

describe('what a policy leaves open', () => {
  test('is nothing any more in a pack that was settled', () => {
    expect(pointsOf(settledPack('primary-federation')).filter((point) => point.open)).toEqual([])
  })

  test('is every place that the checker refuses to publish, with its clauses and its sentence', () => {
    const pack = packNamed('village-primary')
    const points = pointsOf(pack)
    expect(new Set(points.filter((point) => point.open).map((point) => point.place))).toEqual(openPlaces(pack))
    expect(points.find(({ place }) => place === 'records/leaver/steps/disable/within')).toMatchObject({
      kind: 'interval',
      open: true,
      by: null,
    })
    expect(points.find(({ place }) => place === 'readings/stand_ins')).toMatchObject({
      kind: 'reading',
      by: 'party/head',
      clauses: ['M-135'],
    })
    for (const { place, sentence } of points) expect([place, sentence]).not.toEqual([place, ''])
  })

  test('is open again as it was, after it was taken back', () => {
    const pack = packNamed('independent-school')
    const places = ['records/virus/steps/advise/within', 'readings/page_eleven', 'settings/support_mailbox/value']
    const settled = settledContent(pack, [
      { place: places[0] ?? '', to: '3 days' },
      { place: places[1] ?? '', to: 'As the head says.' },
      { place: places[2] ?? '', to: 'help@larkbeck.example' },
    ])
    expect(settled.settings.support_mailbox?.value).toEqual({ value: 'help@larkbeck.example', source: 'school' })
    const again = reopenedContent(settled, pack, places)
    expect(openPlaces(again)).toEqual(openPlaces(pack))
    expect(again.readings.page_eleven).toEqual(pack.readings.page_eleven)
  })

  test('is not settled without a value, at no place, or by a value that cannot stand there', () => {
    const pack = packNamed('independent-school')
    expect(() => settledContent(pack, [{ place: 'settings/support_mailbox/value' }])).toThrow('give it a value')
    expect(() => settledContent(pack, [{ place: 'readings/nowhere' }])).toThrow('not in the draft any more')
    expect(() => settledContent(pack, [{ place: 'records/virus/steps/advise/within', to: 'soon' }])).toThrow()
  })
})
