import { openDatabase } from '#platform/database/database.ts'
import { stayUntilLetGo } from './apart.ts'
import { serve } from './served.ts'

// The application in a process of its own, over the database of the bench.
const { BENCH_WEB = '', BENCH_JOBS = '' } = process.env
const db = openDatabase(BENCH_WEB)
const served = await serve({ db, webUrl: BENCH_WEB, jobsUrl: BENCH_JOBS })
await stayUntilLetGo(served.address, async () => {
  await served.close()
  await db.close()
})
