import { SUBJECT } from '#pack/engines/actions/kinds.ts'
import type { RunEffect } from '#pack/engines/flow/effects.ts'
import { peopleOf, type Run } from '#pack/engines/flow/run.ts'

interface Carried {
  readonly opened_by: string | null
}

/**
 * The people whom an effect is for: the person of the branch; else whoever the record is for; else the only person named in
 * it. Nobody when that cannot be told, and then somebody has to.
 */
export function whom(record: Carried, run: Run, due: RunEffect): readonly string[] {
  const named = 'for' in due.effect ? due.effect.for : undefined
  if (named === 'opener') return record.opened_by === null ? [] : [record.opened_by]
  if (due.branch !== null) return known([due.branch])
  const people = peopleOf(run)
  const subjects = people.filter((one) => one.part === SUBJECT).map((one) => one.person)
  if (subjects.length > 0) return known(subjects)
  const all = known(people.map((one) => one.person))
  return all.length === 1 ? all : []
}

// Somebody who is only described is nobody whose gate could be closed.
const known = (people: readonly string[]): string[] => [...new Set(people.filter((one) => /^[0-9a-f-]{36}$/.test(one)))]
