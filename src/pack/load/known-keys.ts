import { z } from 'zod'
import { pack } from '../types/pack.ts'

let keys: ReadonlySet<string> | undefined

/** Every key that some construct of a pack has, to offer when one is mistyped. */
export function knownKeys(): ReadonlySet<string> {
  keys ??= new Set(keysIn(z.toJSONSchema(pack, { io: 'input', reused: 'ref' })))
  return keys
}

function keysIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const properties: unknown = Reflect.get(schema, 'properties')
  const own = typeof properties === 'object' && properties !== null ? Object.keys(properties) : []
  return [...own, ...Object.values(schema).flatMap(keysIn)]
}
