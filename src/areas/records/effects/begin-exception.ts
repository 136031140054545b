import { textOf } from '#areas/policy/index.ts'
import { partiesIn } from '#pack/engines/actions/derived-steps.ts'
import { kindOfException, SUBJECT, WHY } from '#pack/engines/actions/kinds.ts'
import { membersOfTeam, teamOf } from '#pack/engines/case-team.ts'
import { peopleOf } from '#pack/engines/flow/run.ts'
import type { Tx } from '#platform/database/tx.ts'
import { contextOf } from '#platform/database/tx.ts'
import { openFollowing } from '../commands/open-following.ts'
import { fromPart } from '../people.ts'
import type { Carrying } from './carry-one.ts'
import { sayGiven } from './letter-values.ts'
import { whom } from './whom.ts'

/**
 * Asks for an exception from a step of a case, once: for the team of the case where it is for one, else for whom the effect
 * is for. It holds when it is decided, and ends as if it had been asked for by hand.
 */
export async function beginException(tx: Tx, carrying: Carrying, id: string): Promise<void> {
  const { policy, record, due } = carrying
  const exception = policy.pack.exceptions[id]
  if (exception === undefined) return
  await openFollowing(
    tx,
    contextOf(tx).actor,
    policy,
    {
      kind: kindOfException(id),
      schoolId: record.school_id,
      title: textOf(exception.says).slice(0, 200),
      category: null,
      occurredAt: null,
      fields: { [WHY]: `The case has come to: ${stepTitle(carrying)}.`, ...(await told(tx, carrying, id)) },
      people: whoIsMeant(carrying, id).map((person) => fromPart({ person, part: SUBJECT })),
    },
    { id: record.id, circle: record.circle, effect: due.key },
  )
}

function whoIsMeant({ policy, record, run, due, fields }: Carrying, id: string): readonly string[] {
  const teams = partiesIn(policy.pack.exceptions[id]?.for).flatMap((party) => teamOf(policy.pack, party) ?? [])
  if (teams.length === 0) return whom(record, run, due)
  return [...new Set(teams.flatMap((team) => membersOfTeam(team, peopleOf(run), fields)))]
}

async function told(tx: Tx, carrying: Carrying, id: string): Promise<Record<string, unknown>> {
  const { effect } = carrying.due
  const values: Record<string, unknown> = {}
  if (!('start' in effect)) return values
  const asked = carrying.policy.pack.exceptions[id]?.fields ?? []
  for (const [name, from] of Object.entries(effect.with ?? {})) {
    const type = asked.find((field) => field.id === name)?.type
    const words = type === 'text' || type === 'long_text' || typeof from === 'object' || from.startsWith('answers.')
    values[name] = words ? await sayGiven(tx, carrying, from) : carrying.fields[from]
  }
  return values
}

const stepTitle = ({ due, policy }: Carrying): string => {
  const [kind, id = ''] = due.chart.split('/')
  const steps = (kind === 'flow' ? policy.pack.flows : policy.pack.records)[id]?.steps
  const title = steps?.[due.stepId]?.title
  return title === undefined ? due.stepId.replaceAll('_', ' ') : textOf(title)
}
