import { describe, expect, test } from 'vitest'
import { isMap, namesIn, type Place, placeText } from '#pack/edit/place.ts'
import type { Pack } from '#pack/types/pack.ts'
import { packNamed } from '#tests/support/packs.ts'
import type { Control } from './control.ts'
import { pageControl } from './page-control.ts'
import { readControl } from './read.ts'
import { typeAt } from './type-at.ts'
import { fieldsFor } from './write.ts'

/** The parts that have a page of their own, each with its place and value, from one part down. */
function pagesFrom(pack: Pack, place: Place, value: unknown): { place: Place; value: unknown; control: Control }[] {
  const type = typeAt(pack, place)
  if (type === null) throw new Error(`no type at ${placeText(place)}`)
  const { control } = pageControl(type, { pack, place }, value)
  const inner = control.is === 'group' ? control.fields : []
  return [
    { place, value, control },
    ...inner.flatMap((field) => {
      const within = isMap(value) ? value[field.key] : undefined
      if (field.control.is !== 'parts' || within === undefined) return []
      const names = Array.isArray(within) ? namesIn(within) : Object.keys(isMap(within) ? within : {})
      return names.flatMap((name) =>
        pagesFrom(
          pack,
          [...place, field.key, name],
          Array.isArray(within) ? within[namesIn(within).indexOf(name)] : isMap(within) ? within[name] : undefined,
        ),
      )
    }),
  ]
}

const LISTS = ['clauses', 'sections', 'planned']

describe('the form of every part', () => {
  test('says the same part again when nobody changes it', () => {
    const pack: Pack = packNamed('village-primary')
    const roots = Object.entries(pack).flatMap(([holder, things]): [Place, unknown][] => {
      if (LISTS.includes(holder) && Array.isArray(things))
        return namesIn(things).map((id, index) => [[holder, id], things[index]])
      return holder === 'pack' || holder === 'terms' || Array.isArray(things)
        ? [[[holder], things]]
        : Object.entries(things).map(([id, thing]) => [[holder, id], thing])
    })
    const pages = roots.flatMap(([place, value]) => pagesFrom(pack, place, value))
    const wrong = pages.filter(({ value, control }) => {
      const again = readControl(control, '', fieldsFor(control, '', value), value)
      return JSON.stringify(sorted(again)) !== JSON.stringify(sorted(value))
    })
    expect(
      wrong
        .map(
          ({ place, value, control }) =>
            `${placeText(place)}: ${difference(value, readControl(control, '', fieldsFor(control, '', value), value))}`,
        )
        .slice(0, 25),
    ).toEqual([])
    expect(pages.length).toBeGreaterThan(1_500)
  })
})

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : isMap(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, item]) => item !== undefined)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, item]) => [key, sorted(item)]),
        )
      : value

/** The keys in which two values differ, for a message. */
const difference = (a: unknown, b: unknown): string =>
  isMap(a) && isMap(b)
    ? [...new Set([...Object.keys(a), ...Object.keys(b)])]
        .filter((key) => JSON.stringify(sorted(a[key])) !== JSON.stringify(sorted(b[key])))
        .map((key) => `${key} ${JSON.stringify(a[key])} became ${JSON.stringify(b[key])}`)
        .join('; ')
    : `${JSON.stringify(a)} became ${JSON.stringify(b)}`
