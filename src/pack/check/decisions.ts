import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import { kindOf, type NamedParty, namedIn } from './people.ts'
import type { View } from './view.ts'

const NEVER_DECIDES = ['opener', 'subject', 'person', 'reporter', 'parents', 'named_in_case']

/** Nobody decides on their own request, and two distinct voices cannot be one party. */
export const decisions = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.decisions).flatMap(([id, decision]) => {
    const by: Path = ['decisions', id, 'by']
    const voices = 'in_order' in decision.by ? decision.by.in_order : [decision.by]
    return voices.flatMap((voice, index) => {
      const at = 'in_order' in decision.by ? [...by, 'in_order', index] : by
      const named = 'body' in voice ? [{ name: voice.body, path: [...at, 'body'] }] : namedIn(voice, at)
      return [
        ...named
          .filter(({ name }) => NEVER_DECIDES.includes(name))
          .map(({ name, path }) =>
            positions.fault(path, 'own_decision', `The ${name} cannot decide on their own matter.`),
          ),
        ...('body' in voice && kindOf(pack, voice.body) !== 'body' && kindOf(pack, voice.body) !== undefined
          ? [
              positions.fault(
                [...at, 'body'],
                'wrong_party_kind',
                `${voice.body} is not a body that decides by resolution.`,
              ),
            ]
          : []),
        ...('all_of' in voice && voice.distinct ? twice(named, positions) : []),
      ]
    })
  })

const twice = (named: readonly NamedParty[], positions: View['positions']): Fault[] =>
  named
    .filter(({ name }, index) => named.findIndex((other) => other.name === name) < index)
    .map(({ name, path }) =>
      positions.fault(path, 'same_seat_twice', `${name} stands here twice: two distinct voices need two parties.`),
    )

/** Whom the values of lists are offered to. */
const offers = (pack: View['pack']): NamedParty[] =>
  Object.entries(pack.lists).flatMap(([id, list]) =>
    list.values.flatMap((value, index) =>
      (value.for ?? []).map((name, at) => ({ name, path: ['lists', id, 'values', index, 'for', at] })),
    ),
  )

/** Who is offered a value is judged before anybody is known: an audience with a condition cannot be told apart. */
export const offeredByKind = ({ pack, positions }: View): Fault[] =>
  offers(pack).flatMap(({ name, path }) => {
    const party = pack.parties[name.slice('party/'.length)]
    return party?.kind === 'audience' && (party.when !== undefined || party.except.length > 0)
      ? [
          positions.fault(
            path,
            'wrong_audience',
            `${name} has a condition, and whoever chooses here may be nameless: name an audience by kind of person only.`,
          ),
        ]
      : []
  })

/** Where an audience is meant, another kind of party does not fit. */
export function audiencesMeant({ pack, positions }: View): Fault[] {
  const meant = [
    ...Object.entries(pack.assents).map(([id, assent]) => ({ name: assent.for, path: ['assents', id, 'for'] })),
    ...Object.entries(pack.guards).map(([id, guard]) => ({ name: guard.for ?? '', path: ['guards', id, 'for'] })),
    ...offers(pack),
    ...Object.entries(pack.parties).flatMap(([id, party]) =>
      party.kind === 'audience'
        ? party.except.map((name, index) => ({ name, path: ['parties', id, 'except', index] }))
        : [],
    ),
  ]
  return meant.flatMap(({ name, path }) => {
    const kind = kindOf(pack, name)
    return kind === undefined || kind === 'audience'
      ? []
      : [
          positions.fault(
            path,
            'wrong_party_kind',
            `${name} is a ${kind.replace('_', ' ')}; an audience is needed here.`,
          ),
        ]
  })
}

/** A level at which a party is held, or a duty is done, is one of the organisation's levels. */
export const levels = ({ pack, positions }: View): Fault[] =>
  [
    ...Object.entries(pack.parties).map(([id, party]) => ({
      at: ['parties', id],
      per: 'per' in party ? party.per : undefined,
    })),
    ...Object.entries(pack.duties).map(([id, duty]) => ({ at: ['duties', id], per: duty.per })),
  ].flatMap(({ at, per }) =>
    per === undefined || pack.levels.includes(per)
      ? []
      : [positions.fault([...at, 'per'], 'unknown_level', `“${per}” is not a level here: ${pack.levels.join(', ')}.`)],
  )
