import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { createOrganisation } from '#areas/people/index.ts'
import { systemActor } from '#core/actor.ts'
import { newId } from '#core/ids.ts'
import { bigRoster } from '../../src/sample/big-roster.ts'
import type { Figure } from '../support/figure.ts'
import { round } from '../support/figure.ts'
import type { World } from '../support/world.ts'

const USERS = 20_000
const PROMISED_SECONDS = 60

const result = z.object({ status: z.number(), seconds: z.number(), peak: z.number() })

/** The roster of a trust of 20,000 people, read, planned and written for the first time, in a process of its own. */
export async function peopleFigures(world: World, report: (line: string) => void): Promise<Figure[]> {
  report(`${USERS} people imported`)
  const system = systemActor(newId(), 'bench')
  const slug = 'import'
  await world.db.inTx(system, (tx) => createOrganisation(tx, system, { slug, name: 'Bench Trust', sample: true }))
  const folder = mkdtempSync(join(tmpdir(), 'kept-bench-roster-'))
  try {
    for (const [name, bytes] of bigRoster({ users: USERS })) writeFileSync(join(folder, name), bytes)
    const { status, seconds, peak } = await importOnce(world, folder, slug)
    if (status !== 0) throw new Error('the roster was refused')
    return [
      {
        name: '20,000 people imported',
        unit: 's',
        value: round(seconds),
        limit: PROMISED_SECONDS,
        ratio: round(seconds / PROMISED_SECONDS),
        p50_ms: null,
        p99_ms: null,
        rss_mb: peak,
        note: 'OneRoster CSV of 12 schools into an empty organisation; the limit is the promise of 60 s; memory of the import alone',
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function importOnce(world: World, folder: string, slug: string): Promise<z.infer<typeof result>> {
  const program = fileURLToPath(new URL('../support/import-once.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program, folder, slug], {
    env: { ...process.env, DATABASE: world.webUrl },
    maxBuffer: 64 * 1024 * 1024,
  })
  return result.parse(JSON.parse(stdout))
}
