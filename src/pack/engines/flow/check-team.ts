import type { Pack } from '../../types/pack.ts'
import { membersOfTeam, type Team, teamOf, teamsIn } from '../case-team.ts'
import { wordsOf } from '../words.ts'
import type { StepInput } from './answer.ts'
import { fieldsOf } from './check-fields.ts'
import { type Fault, fault } from './checks.ts'
import { type InPart, peopleOf, type Run } from './run.ts'
import type { Visit } from './state.ts'

/**
 * A team that is chosen for the case is complete before anything is done by it, and before the step that names it is done.
 */
export function checkTeam(
  pack: Pack,
  run: Run,
  visit: Visit,
  asked: readonly string[],
  input: StepInput,
  values: Readonly<Record<string, unknown>>,
): Fault | null {
  const { does } = input
  if ('takenBack' in does || 'notNeeded' in does || 'people' in does || 'second' in does) return null
  const people: readonly InPart[] = [...peopleOf(run), ...(input.people ?? [])]
  const fields = fieldsOf(visit, 'answers' in does ? does.answers : [])
  const names = ({ part, field }: Team) =>
    fields.some((one) => one.id === field || (part !== null && (one.parts ?? []).includes(part)))
  const named = teamsIn(pack).find(({ team }) => names(team) && short(team, people, { ...values, ...input.fields }) > 0)
  if (named !== undefined)
    return tooFew(pack, named.ref, named.team, fields.find((one) => one.parts?.includes(named.team.part ?? ''))?.id)
  // Whoever may act beside the team acts for themselves; where the team alone may, it has to be complete.
  const teams = asked.flatMap((ref) => {
    const team = teamOf(pack, ref)
    return team === null ? [] : [{ ref, team }]
  })
  const [only] = teams.length === asked.length && !visit.step.never_waits ? teams : []
  return only !== undefined && short(only.team, people, values) > 0 && !names(only.team)
    ? tooFew(pack, only.ref, only.team, undefined)
    : null
}

const short = (team: Team, people: readonly InPart[], values: Readonly<Record<string, unknown>>): number =>
  team.least - membersOfTeam(team, people, values).length

function tooFew(pack: Pack, ref: string, { least }: Team, field: string | undefined): Fault {
  const party = pack.parties[ref.replace('party/', '')]
  const says = `${wordsOf(party?.says ?? ref)}: name at least ${least === 1 ? 'one person' : `${least} people`} first.`
  return fault('people', says, field === undefined ? undefined : { [field]: says })
}
