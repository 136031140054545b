// Writes packs/schema.json from the types of the pack language. Run it after a change of src/pack/types:
//   node scripts/write-pack-schema.ts
import { writeFileSync } from 'node:fs'
import { packSchema } from '#pack/schema.ts'

writeFileSync(new URL('../packs/schema.json', import.meta.url), `${JSON.stringify(packSchema(), null, 2)}\n`)
