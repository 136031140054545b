import { Refused } from '#core/errors.ts'
import type { JobTask } from '#platform/jobs/runner.ts'

/** Tasks that have nothing to do, and do not fail, for an organisation that prepares its first policy. */
export const policyFirst = (tasks: Readonly<Record<string, JobTask>>): Record<string, JobTask> =>
  Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload) => {
        try {
          await task(payload)
        } catch (fault) {
          if (!(fault instanceof Refused && fault.code === 'policy.none')) throw fault
        }
      },
    ]),
  )
