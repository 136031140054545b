import { startApart } from '../support/apart.ts'
import type { Figure } from '../support/figure.ts'
import { round } from '../support/figure.ts'
import { inTurns, load } from '../support/load.ts'
import { photoOfOneMegabyte } from '../support/photo.ts'
import { makeSchool } from '../support/school.ts'
import { tellWithPhoto } from '../support/tell.ts'
import type { World } from '../support/world.ts'

// The door takes 120 files a minute from one address.
const BOUNDS = { seconds: 12, most: 40 }

/** Telling the school without a name, with a photo of a megabyte, at the real door of a server process. */
export async function tellFigures(world: World, report: (line: string) => void): Promise<Figure[]> {
  report('telling without a name, with a photo of 1 MB')
  await makeSchool(world, 'tell')
  const photo = await photoOfOneMegabyte()
  const server = await startApart('./serve-apart.ts', { BENCH_WEB: world.webUrl, BENCH_JOBS: world.jobsUrl })
  const bare = await startApart('./take-bare.ts', {})
  try {
    const [ours, limit] = await inTurns(
      2,
      () => load(1, BOUNDS, () => tellWithPhoto(server.address, 'tell', photo)),
      () => load(1, BOUNDS, () => takenBare(bare.address, photo)),
    )
    const megabytes = round(photo.length / 1024 / 1024)
    return [
      {
        name: 'told without a name, with a photo of 1 MB',
        unit: 'ms',
        value: ours.p50,
        limit: limit.p50,
        ratio: round(ours.p50 / limit.p50),
        p50_ms: ours.p50,
        p99_ms: ours.p99,
        rss_mb: server.peak(),
        note: `the form opened, sent, and a photo of ${megabytes} MB sent after it, one after the other, until the page says that it is kept; the server, its memory and the cleaning in processes of their own; the limit is a bare server that reads the same photo, draws it anew, hashes it and has it on the disk`,
      },
    ]
  } finally {
    await server.close()
    await bare.close()
  }
}

async function takenBare(address: string, photo: Buffer): Promise<void> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg' },
    body: Uint8Array.from(photo),
  })
  if ((await answer.text()).length !== 64) throw new Error(`the bare server answered ${answer.status}`)
}
