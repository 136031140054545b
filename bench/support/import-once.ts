import { peopleImport } from '#areas/people/index.ts'
import { openDatabase } from '#platform/database/database.ts'
import { peakMemory } from './figure.ts'

// A process of its own, so that its memory is the import's: `import-once <roster> <organisation>`, the database in DATABASE.
const [roster = '', slug = ''] = process.argv.slice(2)
const db = openDatabase(process.env.DATABASE ?? '')
const began = performance.now()
const status = await peopleImport([roster, '--organisation', slug, '--json'], db, {
  out: () => {},
  err: (text) => void process.stderr.write(text),
})
const seconds = (performance.now() - began) / 1000
await db.close()
process.stdout.write(JSON.stringify({ status, seconds, peak: peakMemory() }))
