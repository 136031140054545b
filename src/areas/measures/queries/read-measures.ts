import { readCalendar, readSchools } from '#areas/people/index.ts'
import type { PolicyInForce } from '#areas/policy/index.ts'
import { policyAt } from '#areas/policy/index.ts'
import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import { NotFound } from '#core/errors.ts'
import { measureStands } from '#pack/engines/measures/measure-stands.ts'
import type { Pack } from '#pack/types/pack.ts'
import type { Tx } from '#platform/database/tx.ts'
import { nowIn } from '#platform/database/tx.ts'
import type { KnownMeasure } from '../known.ts'
import { lastChecks } from './read-checks.ts'

/** Every measure of the policy. Two queries, and the calendar of each school. */
export async function readMeasures(tx: Tx, policy: PolicyInForce): Promise<KnownMeasure[]> {
  const now = nowIn(tx)
  const checks = await lastChecks(tx)
  const schools: { id: string; name: string; calendar: SchoolCalendar; pack: Pack }[] = []
  for (const school of await readSchools(tx)) {
    const { pack } = await policyAt(tx, policy, school.id)
    schools.push({ ...school, calendar: await readCalendar(tx, school.id), pack })
  }
  return Object.entries(policy.pack.measures).map(([id, measure]) => {
    const at = schools.flatMap(({ id: schoolId, name, calendar, pack }) => {
      // What one school has of its own stands there only.
      const own = pack.measures[id]
      if (own === undefined) return []
      const last = checks.get(`${id} ${schoolId}`)
      const known = last === undefined ? [] : [{ at: last.at.toString(), holds: last.holds, said: last.said }]
      return [
        { schoolId, school: name, measure: own, standing: measureStands(own.checked?.every, known, now, calendar) },
      ]
    })
    const worst = WORST_FIRST.find((state) => at.some((one) => one.standing.state === state)) ?? 'no_evidence'
    return {
      id,
      measure,
      at,
      state: worst === 'no_evidence' ? 'none' : worst,
      worst: at.filter((one) => one.standing.state === worst),
    }
  })
}

/** One measure of the policy in force. */
export async function readMeasure(tx: Tx, policy: PolicyInForce, id: string): Promise<KnownMeasure> {
  const found = (await readMeasures(tx, policy)).find((one) => one.id === id)
  if (found === undefined) throw new NotFound('measure.missing')
  return found
}

// Where nobody has looked, nothing is known; that weighs more than a check that is merely due.
const WORST_FIRST = ['broken', 'late', 'no_evidence', 'due', 'kept'] as const
