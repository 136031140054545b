import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { ruleIds } from './check/rules.ts'
import { loadPack } from './load/load-pack.ts'
import { readPack } from './report.ts'
import { pack as packType } from './types/pack.ts'

const page = readFileSync(new URL('../../docs/packs.md', import.meta.url), 'utf8')

/** The examples of the page; each is called by the line on which it begins. */
const examples = [...page.matchAll(/```yaml\n(.*?)```/gs)].map((found) => ({
  path: `line-${String(page.slice(0, found.index).split('\n').length).padStart(3, '0')}.yaml`,
  text: found[1] ?? '',
}))

describe('docs/packs.md', () => {
  test.each(examples)('the example on $path has the form of a pack file', (example) => {
    const faults = loadPack([example]).faults.filter(
      (fault) => fault.rule !== 'missing' || !fault.says.includes('“pack”'),
    )
    expect(faults).toEqual([])
  })

  test('all examples together are one sound pack that could be published', () => {
    expect(readPack(examples, { publish: true }).faults).toEqual([])
  })

  test('every rule of sense is told', () => {
    expect(ruleIds.filter((rule) => !page.includes(`\`${rule}\``))).toEqual([])
  })

  test('every key of a pack has an example', () => {
    const { pack } = readPack(examples)
    const empty = Object.entries(pack ?? {}).filter(([, value]) => Object.keys(value).length === 0)
    expect(empty.map(([key]) => key)).toEqual([])
    expect(Object.keys(pack ?? {})).toEqual(Object.keys(packType.shape))
  })
})
