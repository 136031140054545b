import { expect, test } from 'vitest'
import { systemActor } from '#core/actor.ts'
import { useDatabase } from '#tests/support/database.ts'
import { givenOrganisation } from '#tests/support/given.ts'
import { givenPolicy } from '#tests/support/policy.ts'
import type { ControlStanding, StandingSource } from '../standings/standing-source.ts'
import { refreshStandings } from './refresh-standings.ts'

const t = useDatabase()

const kept = (says: string): ControlStanding => ({
  state: 'kept',
  proof: 'proved',
  says,
  since: t.clock.now(),
  counts: { longer: 2, one: 1 },
})

test('what stands as it stood is not written again, what changed is, and what is gone goes', async () => {
  const organisation = await givenOrganisation(t)
  await givenPolicy(t, organisation)
  const told = new Map<string, ControlStanding>()
  const source: StandingSource = { kinds: ['duty', 'assent', 'record', 'document'], standings: async () => told }
  const refresh = () => t.as(systemActor(organisation.organisationId, 'tests'), (tx) => refreshStandings(tx, [source]))
  const rows = () =>
    t.peek<{ control: string; says: string; version: string }>(
      'select control, says, xmin::text as version from app.standing order by control',
    )

  told.set('duty/first', kept('Done.')).set('duty/second', kept('Done.')).set('duty/third', kept('Done.'))
  await refresh()
  const before = await rows()
  expect(before.map(({ control }) => control)).toEqual(['duty/first', 'duty/second', 'duty/third'])

  told.set('duty/second', { ...kept('Late.'), state: 'late', proof: null }).delete('duty/third')
  await refresh()
  const after = await rows()
  expect(after.map(({ control, says }) => [control, says])).toEqual([
    ['duty/first', 'Done.'],
    ['duty/second', 'Late.'],
  ])
  expect(after[0]?.version).toBe(before[0]?.version)
  expect(after[1]?.version).not.toBe(before[1]?.version)
})
