import { z } from 'zod'
import { pack } from './types/pack.ts'

/** The JSON schema of a pack file, for editors: each file holds some of the keys of a pack. */
export function packSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(pack, { io: 'input', reused: 'ref', target: 'draft-2020-12' })
  const { required: _, ...file } = schema
  return { ...file, title: 'A file of a policy pack', description: 'Written by scripts/write-pack-schema.ts.' }
}
