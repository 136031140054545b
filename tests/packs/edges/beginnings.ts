import { teamsIn } from '#pack/engines/case-team.ts'
import type { InPart } from '#pack/engines/flow/run.ts'
import type { Values } from '#pack/expressions/evaluate.ts'
import type { Field } from '#pack/types/field.ts'
import type { Pack } from '#pack/types/pack.ts'
import { someone } from './choices.ts'

/** How a case may begin: what its form says, and who is in it. */
export interface Beginning {
  readonly form: Values
  readonly people: readonly InPart[]
}

/**
 * So many different forms of a case: each value of each list comes up, in ever other company, and now one and now
 * another of the parts has somebody in it.
 */
export function beginnings(pack: Pack, many: number): Beginning[] {
  const { fields = [], parts = [] } = pack.records.incident ?? {}
  const teams = teamParts(pack).filter((part) => parts.some(({ id }) => id === part))
  return Array.from({ length: many }, (_, round) => ({
    form: Object.fromEntries(
      fields.flatMap((field, at) => {
        const value = filledIn(pack, field, Math.floor(round * (1 + at / 7)))
        return value === undefined ? [] : [[field.id, value]]
      }),
    ),
    people: [
      ...teams.flatMap((part) => [someone(part), someone(part, 'second')]),
      ...parts
        .filter(({ id }, at) => !teams.includes(id) && ((round + at) % 3 === 0 || parts.length < 3))
        .map(({ id }) => someone(id)),
    ],
  }))
}

/** The parts whose people are a team of the case: a policy wants so many of them before they do anything. */
export const teamParts = (pack: Pack): string[] =>
  teamsIn(pack).flatMap(({ team: { part } }) => (part === null ? [] : [part]))

/** A value for a field of a form: another of its list at each turn. */
export function filledIn(pack: Pack, field: Field, turn: number): Values[string] | undefined {
  if (field.type === 'boolean') return turn % 2 === 0
  if (field.type === 'people') return undefined
  if (field.type === 'date') return '2026-10-06'
  if (field.type === 'datetime') return '2026-10-06T08:00'
  if (!field.type.startsWith('list/')) return 'Written in the test'
  const values = pack.lists[field.type.slice('list/'.length)]?.values ?? []
  const value = values[turn % Math.max(1, values.length)]?.id
  return value !== undefined && field.many ? [value] : value
}
