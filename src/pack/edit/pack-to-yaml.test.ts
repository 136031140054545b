import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base } from '../check/given.ts'
import { textsOf } from '../check/view.ts'
import { loadPack } from '../load/load-pack.ts'
import { readPack } from '../report.ts'
import type { Pack } from '../types/pack.ts'
import { applyEdit } from './apply.ts'
import { contentHash } from './check-content.ts'
import { packToYaml } from './pack-to-yaml.ts'
import { packNames, realPack } from './packs.fixture.ts'
import { isMap, placeOfPath, placeText } from './place.ts'

const again = (pack: Pack): Pack | null => loadPack(packToYaml(pack)).pack

/** The same content with every map turned round, as storage may give it back. */
const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled)
  if (!isMap(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, shuffled(item)]),
  )
}

describe('a pack written as YAML', () => {
  test.each(packNames)('%s is the same pack when it is read again', (name) => {
    const pack = realPack(name)
    const files = packToYaml(pack)
    const read = loadPack(files)
    expect(read.faults).toEqual([])
    expect(read.pack).toEqual(pack)
    expect(files.length).toBeLessThan(200)
    if (name === 'village-primary') expect(packToYaml(shuffled(pack) as Pack)).toEqual(files)
  })

  test('leaves defaults out, names things first and walks steps in order', () => {
    const { pack } = readPack([
      { path: 'a.yaml', text: base },
      {
        path: 'b.yaml',
        text: "flows:\n  f: { says: F, in: [record/incident], by: party/dsl, start: z, steps: { a: { do: A, next: end }, z: { do: 'yes', next: a } } }",
      },
    ])
    const files = new Map(packToYaml(pack as Pack).map(({ path, text }) => [path, text]))
    expect(files.get('flows/f.yaml')).toBe(
      'flows:\n  f:\n    says: F\n    in: [ record/incident ]\n    by: party/dsl\n    start: z\n    steps:\n      z: { do: "yes", next: a }\n      a: { do: A, next: end }\n',
    )
  })

  test('is the same pack whatever stands in its texts', () => {
    const { pack } = readPack([{ path: 'base.yaml', text: base }])
    if (pack === null) throw new Error('the small pack has a fault')
    const places = [...textsOf(pack)]
      .map(({ path }) => placeOfPath(pack, path))
      .filter((place) => ['says', 'title', 'asks'].includes(place.at(-1) ?? ''))
    const words = fc.oneof(
      fc.string({ minLength: 1 }),
      // What forms take out and files may not hold: NUL, and the mark of what was in no encoding.
      fc.string({ unit: 'binary', minLength: 1 }).filter((text) => !/[\0\uFFFD]/.test(text)),
      fc.lorem({ maxCount: 60 }),
      fc
        .array(
          fc.constantFrom(
            '- a',
            '# b',
            'yes',
            '1.0',
            ': c',
            '{',
            '"',
            "'",
            '\n',
            '  ',
            '\t',
            '|',
            '>-',
            'null',
            '~',
            '&x',
            '*y',
            '!z',
            '%',
            '---',
            '...',
            '\r\n',
            '\u2028',
            '\ufeff',
            '\u0085',
          ),
        )
        .map((parts) => parts.join('') || 'x'),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...places), words), { minLength: 1, maxLength: 6 }), (changes) => {
        const applied = applyEdit(pack, {
          do: 'all',
          edits: changes.map(([place, to]) => ({ do: 'set', place: placeText(place), to })),
        })
        if (!applied.ok) return false
        const read = again(applied.content)
        return read !== null && contentHash(read) === contentHash(applied.content)
      }),
      { numRuns: 40, examples: [[[[['pack', 'title'], '  \n']]], [[[['pack', 'title'], 'one\n  \ntwo']]]] },
    )
  })
})
