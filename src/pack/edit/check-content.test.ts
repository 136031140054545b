import { describe, expect, test } from 'vitest'
import { base } from '../check/given.ts'
import { readPack } from '../report.ts'
import { applyEdit } from './apply.ts'
import { checkContent, contentHash } from './check-content.ts'
import type { OneEdit } from './edit.ts'
import { packToYaml } from './pack-to-yaml.ts'
import { realPack } from './packs.fixture.ts'

const { pack } = readPack([{ path: 'base.yaml', text: base }])
if (pack === null) throw new Error('the small pack has a fault')

const faultsAfter = (...edits: OneEdit[]) => {
  const applied = applyEdit(pack, { do: 'all', edits })
  return applied.ok ? checkContent(applied.content) : applied.faults
}

describe('content that came from no file', () => {
  test('has its faults at places', () => {
    expect(faultsAfter({ do: 'set', place: 'clauses/L-001/kept_by', to: ['assent/rulez'] })).toEqual([
      { place: 'clauses/L-001/kept_by/0', rule: 'unknown_reference', says: expect.stringContaining('assent/rulez') },
    ])
    expect(faultsAfter({ do: 'set', place: 'parties/pupils/when', to: 'person.year > person.yeer' })).toEqual([
      { place: 'parties/pupils/when', rule: 'unknown_fact', says: expect.any(String), offset: 21 },
    ])
    expect(faultsAfter({ do: 'set', place: 'lists/phase/values/primary/under', to: 'none' })).toMatchObject([
      { place: 'lists/phase/values/primary/under', rule: 'unknown_name' },
    ])
  })

  test('has the same faults as the files that it is written to', () => {
    const real = realPack('village-primary')
    const open = checkContent(real, { publish: true })
    const inFiles = readPack(packToYaml(real), { publish: true }).faults
    const told = (faults: readonly { rule: string; says: string }[]) =>
      faults.map(({ rule, says }) => `${rule} ${says}`).sort()
    expect(told(open)).toEqual(
      told(
        inFiles.filter(
          (fault, index) =>
            !inFiles
              .slice(0, index)
              .some((one) => one.says === fault.says && one.line === fault.line && one.file === fault.file),
        ),
      ),
    )
    expect(open.length).toBeGreaterThan(0)
    expect(inFiles.every((fault) => !('path' in fault))).toBe(true)
  })

  test('is known again whatever the order of its keys', () => {
    const turned = { ...Object.fromEntries(Object.entries(pack).toReversed()), pack: pack.pack } as typeof pack
    expect(contentHash(turned)).toBe(contentHash(pack))
    expect(checkContent(turned)).toBe(checkContent(pack))
  })
})
