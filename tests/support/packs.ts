import type { Pack } from '#pack/types/pack.ts'
import { readPack } from '#tests/packs/read-pack.ts'

/** A pack of the repository, loaded from its real files. */
export const packNamed = (name: string): Pack => readPack(name)
