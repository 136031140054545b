import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packSchema } from './schema.ts'

test('packs/schema.json is what the types say; else run node scripts/write-pack-schema.ts', () => {
  const written: unknown = JSON.parse(readFileSync(new URL('../../packs/schema.json', import.meta.url), 'utf8'))
  expect(written).toEqual(packSchema())
})

test('a file may hold any part of a pack and nothing unknown', () => {
  const schema = packSchema()
  expect(schema.required).toBeUndefined()
  expect(schema.additionalProperties).toBe(false)
})
