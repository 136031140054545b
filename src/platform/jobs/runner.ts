import type { TaskList } from 'graphile-worker'
import { Logger, run, runMigrations } from 'graphile-worker'
import pg from 'pg'

/** Work for later, done by the jobs role. A job's own changes run on the web pool, as a named system actor. */
export interface JobRunner {
  stop(): Promise<void>
}

/** A background task: gets the payload as it was queued, with the organisation that queued it. */
export type JobTask = (payload: JobPayload) => Promise<void>

export interface JobPayload {
  readonly organisationId: string
  readonly [key: string]: unknown
}

// graphile-worker's own log lines may quote payloads; ours say what matters without them.
const quiet = new Logger(() => () => undefined)

/**
 * Makes or updates graphile-worker's tables, as the role that owns them. Its first statement asks for the right to make
 * schemas, even when its own is there: the right is lent for that moment and taken back.
 */
export async function prepareJobs(adminUrl: string, jobsUrl: string): Promise<void> {
  await mayMakeSchemas(adminUrl, 'grant create on database %I to kept_jobs')
  try {
    await runMigrations({ connectionString: jobsUrl, logger: quiet })
  } finally {
    await mayMakeSchemas(adminUrl, 'revoke create on database %I from kept_jobs')
  }
}

async function mayMakeSchemas(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ text: string }>('select format($1, current_database()) as text', [statement])
    await client.query(rows[0]?.text ?? '')
  } finally {
    await client.end()
  }
}

/** Starts the worker. `crontab` lines name tasks with times in UTC. */
export async function startJobs(
  jobsUrl: string,
  tasks: Readonly<Record<string, JobTask>>,
  options: { onFault: (task: string, fault: unknown) => void },
): Promise<JobRunner> {
  const pgPool = new pg.Pool({ connectionString: jobsUrl, max: 6 })
  // The worker stops listening for faults before its connections are closed; one that breaks then must not end us.
  pgPool.on('error', () => undefined)
  pgPool.on('connect', (client) => client.on('error', () => undefined))
  const runner = await run({
    pgPool,
    concurrency: 4,
    pollInterval: 2_000,
    noHandleSignals: true,
    logger: quiet,
    taskList: taskList(tasks, options.onFault),
  })
  // It gives up when it cannot even write down that a job failed; the health page tells, as long as nobody starts it again.
  runner.promise.catch((fault: unknown) => options.onFault('the runner itself', fault))
  const stop = async (): Promise<void> => {
    await runner.stop()
    await pgPool.end()
  }
  return { stop }
}

function taskList(tasks: Readonly<Record<string, JobTask>>, onFault: (task: string, fault: unknown) => void): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: unknown) => {
        try {
          await task(readPayload(payload))
        } catch (fault) {
          onFault(name, fault)
          // What is thrown on is written into the queue, and a message may quote what somebody typed: its kind will do.
          throw new Error(fault instanceof Error ? fault.name : 'fault')
        }
      },
    ]),
  )
}

function readPayload(payload: unknown): JobPayload {
  if (
    typeof payload !== 'object' ||
    payload === null ||
    !('organisationId' in payload) ||
    typeof payload.organisationId !== 'string'
  ) {
    throw new TypeError('a job that names no organisation')
  }
  return { ...payload, organisationId: payload.organisationId }
}

/** Seconds that the oldest job which could run now has waited; 0 when none waits. Asked by the health page. */
export async function oldestWait(jobsUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: jobsUrl, connectionTimeoutMillis: 2_000 })
  await client.connect()
  try {
    const { rows } = await client.query<{ seconds: string | null }>(
      `select extract(epoch from max(now() - run_at))::text as seconds from graphile_worker.jobs
        where run_at <= now() and locked_at is null and attempts < max_attempts`,
    )
    return Number(rows[0]?.seconds ?? 0)
  } finally {
    await client.end()
  }
}
