// A program as small as can be that runs the embedded database: `hold.ts <data folder> [write]`. With `write` it stores
// numbers and says each one only after the database has acknowledged it.
import pg from 'pg'
import { systemClock } from '#core/clock.ts'
import { Halt } from '#core/errors.ts'
import { startEmbedded } from '#platform/database/embedded/start-embedded.ts'
import { onStopSignal } from '#platform/process/stop-signal.ts'

const [dataFolder = '', task] = process.argv.slice(2)
const say = (line: string): void => console.log(line)

try {
  const server = await startEmbedded({
    dataFolder,
    log: (line) => say(`log ${line}`),
    clock: systemClock,
    address: 'http://127.0.0.1:3000',
    onExit: (line) => {
      console.error(line)
      process.exit(1)
    },
  })
  onStopSignal(async () => {
    await server.stop()
    say('stopped')
  })
  say(`ready ${server.url}`)
  if (task === 'write') await write(server.url)
  setInterval(() => {}, 1000)
} catch (fault) {
  console.error(fault instanceof Halt ? fault.message : fault)
  process.exit(1)
}

async function write(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 4 })
  pool.on('error', () => {})
  await pool.query('create table if not exists kept_numbers (n bigint generated always as identity primary key)')
  const forever = async (): Promise<void> => {
    for (;;) {
      const { rows } = await pool.query<{ n: string }>('insert into kept_numbers default values returning n')
      say(`ack ${rows[0]?.n}`)
    }
  }
  for (let writer = 0; writer < 4; writer += 1) forever().catch(() => {})
}
