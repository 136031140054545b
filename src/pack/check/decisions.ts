import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import { audienceOf } from '../types/assent.ts'
import type { SingleVoice, Voices } from '../types/decision.ts'
import { membersOf } from '../types/parts.ts'
import { kindOf, type NamedParty, namedIn } from './people.ts'
import type { View } from './view.ts'

const NEVER_DECIDES = ['opener', 'person', 'reporter', 'named_in_case']

/** Nobody decides on their own request, a body decides by resolution, and two distinct voices cannot be one party. */
export const decisions = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.decisions).flatMap(([id, decision]) =>
    voicesOf(decision.by, ['decisions', id, 'by']).flatMap(({ voice, at }) => {
      const named = 'body' in voice ? [{ name: voice.body, path: [...at, 'body'] }] : namedIn(voice, at)
      return [
        ...named
          .filter(({ name }) => NEVER_DECIDES.includes(name) || mayHaveAsked(pack, id, name))
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
        ...('body' in voice ? [] : named.filter(({ name }) => kindOf(pack, name) === 'body')).map(({ name, path }) =>
          positions.fault(path, 'wrong_party_kind', `${name} decides by resolution: write { body: ${name} }.`),
        ),
        ...('all_of' in voice && voice.distinct ? twice(named, positions) : []),
      ]
    }),
  )

/** The single voices of a decision, each with its place. */
function voicesOf(by: Voices, at: Path): { readonly voice: SingleVoice; readonly at: Path }[] {
  if ('in_order' in by) return by.in_order.flatMap((voice, index) => voicesOf(voice, [...at, 'in_order', index]))
  return 'any' in by ? by.any.map((voice, index) => ({ voice, at: [...at, 'any', index] })) : [{ voice: by, at }]
}

/** Whether the parents, or the person concerned, may themselves have asked for this decision. */
function mayHaveAsked(pack: View['pack'], decision: string, name: string): boolean {
  if (name !== 'parents' && name !== 'subject') return false
  return Object.values(pack.records).some((record) => {
    const asksIt = Object.values(record.steps).some(
      (step) => 'decision' in step && step.decision === `decision/${decision}`,
    )
    const openers = membersOf(record.opened_by ?? record.handled_by ?? [])
    return asksIt && openers.some((who) => who === name || kindsIn(pack, who).includes(OPENS_AS[name]))
  })
}

const OPENS_AS = { parents: 'parent', subject: 'pupil' } as const

function kindsIn(pack: View['pack'], who: string): readonly string[] {
  const party = pack.parties[who.slice('party/'.length)]
  return party?.kind === 'audience' ? party.of : []
}

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
    ...Object.entries(pack.assents).map(([id, assent]) => ({
      name: audienceOf(assent) ?? '',
      path: ['assents', id, 'for'],
    })),
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
