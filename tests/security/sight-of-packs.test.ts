import { describe, expect, test } from 'vitest'
import { circleAbout, circlesOf } from '#areas/policy/index.ts'
import { packNamed } from '#tests/support/packs.ts'

/** Who sees cases about the head in each policy, and who opens one in an emergency. */
const PACKS = [
  ['independent-school', 'chair_of_governors'],
  ['primary-federation', 'chair_of_governors'],
  ['special-all-through', 'chair_of_governors'],
  ['specialist-group', 'proprietor'],
  ['village-primary', 'chair_of_governors'],
] as const

describe.each(PACKS)('the cases of %s', (name, instead) => {
  const pack = packNamed(name)
  const seen = (circle: string) => circlesOf(pack).filter((row) => row.circle === circle)
  const whole = (circle: string) => seen(circle).flatMap((row) => (row.reach === 'all' ? [row.post] : []))

  test('about the head go to the chair or the proprietor, and the head is not among those who see them', () => {
    const circle = circleAbout(pack, 'incident', 'head')
    expect(circle).toBe('incident_about_head')
    expect(whole(circle)).toContain(instead)
    expect(seen(circle).map((row) => row.post)).not.toContain('head')
  })

  test('have somebody left whoever of those who handle them is named, and it is nobody who is named', () => {
    for (const post of whole('incident')) {
      const circle = circleAbout(pack, 'incident', post)
      const left = whole(circle).filter((one) => one !== post)
      expect(left.length, post).toBeGreaterThan(0)
      expect(circle === 'incident' || !whole(circle).includes(post), post).toBe(true)
    }
  })

  test.each(['incident', 'concern'])(
    'and every %s, are seen whole by somebody whatever post is held by whoever it is about',
    (kind) => {
      const posts = Object.entries(pack.parties).flatMap(([id, party]) => (party.kind === 'post' ? [id] : []))
      for (const post of posts)
        expect(
          whole(circleAbout(pack, kind, post)).filter((one) => one !== post),
          post,
        ).not.toEqual([])
    },
  )

  test('show nobody who is named anything, and keep staff, accused and instigators out by their part', () => {
    const { incident } = pack.records
    expect(incident?.sight).toContainEqual(expect.objectContaining({ who: 'named_in_case', sees: 'none' }))
    const staff = incident?.parts.filter((part) => part.of.includes('staff') && part.id.includes('staff')) ?? []
    for (const part of staff.filter((one) => one.id.startsWith('named'))) expect(part.kept_out, part.id).toBe(true)
    expect(incident?.parts.some((part) => part.kept_out)).toBe(true)
  })

  test('are opened in an emergency by a post that does not see them, and looked at by one that does', () => {
    const glass = pack.records.incident?.break_glass
    const opener = typeof glass?.who === 'string' ? glass.who.slice('party/'.length) : ''
    expect(whole('incident')).not.toContain(opener)
    expect(whole('incident')).toContain(glass?.alerts.slice('party/'.length))
  })

  test('tell class teachers a few fields of their own pupils, never a name or what happened in full', () => {
    for (const line of pack.records.incident?.sight ?? []) {
      if (line.who !== 'class_teachers') continue
      expect(line.which).toBe('own_pupils')
      expect(line.sees).toEqual({ only: ['happened_at', 'kind', 'for_class_teacher'] })
    }
    expect(pack.records.incident?.sight.some((line) => line.who === 'class_teachers')).toBe(true)
  })
})
