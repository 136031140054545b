import { join } from 'node:path'
import { createOrganisation } from '#areas/people/index.ts'
import { publishPolicy, refreshStandings } from '#areas/policy/index.ts'
import { systemActor } from '#core/actor.ts'
import { SetClock } from '#core/clock.ts'
import { newId } from '#core/ids.ts'
import { openDatabase } from '#platform/database/database.ts'
import type { JobTask } from '#platform/jobs/runner.ts'
import type { Parts } from '#platform/parts.ts'
import { areas } from '#src/areas.ts'
import { standingSources } from '#src/standings.ts'
import { makeHistory } from './history/make-history.ts'
import { QueuedJobs } from './history/queued-jobs.ts'
import type { HistoryOptions } from './history/world.ts'
import { makeLarkbeck } from './larkbeck.ts'
import { openPolicyPage } from './open-policy-page.ts'
import { readPackFolder } from './read-pack.ts'

/** What the invented school is made with: the program's own parts, and the moment that is today for it. */
export interface SampleGround {
  readonly webUrl: string
  readonly jobsUrl: string
  readonly parts: Parts
  readonly now: Temporal.Instant
  readonly log: (line: string) => void
  readonly options?: HistoryOptions
}

/** What was made, for whoever shows it. */
export interface LoadedSample {
  readonly organisationId: string
  /** Opens the anonymous conversation on the public page. */
  readonly receipt: string | null
}

const SETTINGS = '-c synchronous_commit=off -c jit=off -c plan_cache_mode=force_generic_plan'

/** Makes the invented school by running the program's own commands under a set clock. Says what it does as it goes. */
export async function loadSample(ground: SampleGround): Promise<LoadedSample> {
  const { now, log } = ground
  const sample = makeLarkbeck()
  const clock = new SetClock('2024-08-27T08:00:00Z')
  // In order of time, so that the ledger tells the story as it went. What is lost in a crash is made again.
  // The same statements come thousands of times: each is planned once.
  const db = openDatabase(`${ground.webUrl}?options=${encodeURIComponent(SETTINGS)}`, {
    clock,
    connections: 4,
  })
  const jobs = new QueuedJobs(ground.jobsUrl, tasksOf({ ...ground.parts, db, clock }))
  try {
    await jobs.open()
    log('Making the sample school: policy and terms')
    const system = systemActor(newId(clock), 'sample')
    await db.inTx(system, (tx) =>
      createOrganisation(tx, system, { slug: sample.organisation.slug, name: sample.organisation.name, sample: true }),
    )
    const pack = readPackFolder(join(ground.parts.root, 'packs/special-all-through'))
    await db.inTx(system, (tx) => publishPolicy(tx, system, { pack, inForceOn: Temporal.PlainDate.from('2024-09-02') }))
    const { receipt } = await makeHistory({ ...ground, db, clock, jobs, system, sample, pack })
    clock.set(now)
    await openPolicyPage(db, system.organisationId)
    log('Making the sample school: how each clause stands')
    await db.inTx(system, (tx) => refreshStandings(tx, standingSources))
    return { organisationId: system.organisationId, receipt }
  } finally {
    await jobs.close()
    await db.close()
  }
}

const tasksOf = (parts: Parts): Readonly<Record<string, JobTask>> =>
  Object.assign({}, ...areas.map((area) => area.tasks?.(parts) ?? {}))
