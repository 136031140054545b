import pg from 'pg'
import type { SetClock } from '#core/clock.ts'
import type { JobTask } from '#platform/jobs/runner.ts'

interface Job {
  readonly id: string
  readonly task: string
  /** The time for which it was queued; null for at once. */
  readonly later: string | null
  readonly payload: { readonly organisationId: string; readonly [key: string]: unknown }
}

// The history plans, asks and reminds on days of its own, and how things stand is computed once, at the end.
const LEFT_FOR_THE_END = [
  'refresh_standings',
  'send_mail',
  'plan_duties',
  'duties_late',
  'issue_agreements',
  'remind_of_agreements',
  'name_users',
]

/** Does the background work that the history queues, in its own time: a worker whose clock is the history's. */
export class QueuedJobs {
  readonly #client: pg.Client
  readonly #tasks: Readonly<Record<string, JobTask>>
  #began = ''

  constructor(jobsUrl: string, tasks: Readonly<Record<string, JobTask>>) {
    this.#client = new pg.Client({ connectionString: jobsUrl })
    this.#tasks = tasks
  }

  async open(): Promise<void> {
    await this.#client.connect()
    const { rows } = await this.#client.query<{ began: string }>('select now()::text as began')
    this.#began = rows[0]?.began ?? ''
  }

  async close(): Promise<void> {
    await this.#client.end()
  }

  /** Does everything that becomes ready up to a moment of the history, each in its own time, also what that queues. */
  async runDue(until: Temporal.Instant, clock: SetClock): Promise<void> {
    for (let jobs = await this.#take(until); jobs.length > 0; jobs = await this.#take(until))
      for (const { task, payload, later } of jobs) {
        if (later !== null && Temporal.Instant.compare(Temporal.Instant.from(later), clock.now()) > 0) clock.set(later)
        await this.#tasks[task]?.(payload)
      }
  }

  async #take(until: Temporal.Instant): Promise<Job[]> {
    // A job for at once stands at the machine's own time, one for later at a time of the history.
    const { rows } = await this.#client.query<Job>({
      name: 'take',
      text: `with due as (
          select j.id from graphile_worker._private_jobs j
           where (j.run_at between $1 and now() or j.run_at <= $2)
             and j.task_id not in (select t.id from graphile_worker._private_tasks t where t.identifier = any ($3)))
        delete from graphile_worker._private_jobs j using due, graphile_worker._private_tasks t
         where j.id = due.id and t.id = j.task_id
        returning j.id::text, t.identifier as task, j.payload,
                  case when j.run_at between $1 and now() then null else j.run_at::text end as later`,
      values: [this.#began, until.toString(), LEFT_FOR_THE_END],
    })
    return rows.sort((a, b) => (a.later ?? '').localeCompare(b.later ?? '') || Number(BigInt(a.id) - BigInt(b.id)))
  }
}
