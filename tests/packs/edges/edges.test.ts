import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packOf } from '#pack/engines/schools/pack-of.ts'
import { readPack } from '../read-pack.ts'
import { cover } from './cover.ts'
import { edgesOf } from './edges.ts'

const packs = readdirSync('packs', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

test.each(packs)('cases under %s come along every way of its charts', (name) => {
  const pack = packOf(readPack(name))
  const walked = new Set(cover(pack).flatMap(({ edges }) => [...edges]))
  expect(edgesOf(pack).filter((edge) => !walked.has(edge))).toEqual([])
})
