import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import type { Pack } from '../types/pack.ts'
import { membersOf, partsOf } from '../types/parts.ts'
import type { WaitStep } from '../types/step.ts'
import { toldIn } from './telling.ts'
import { isWho, proceduresOf, type View } from './view.ts'

/** A party named somewhere, with the place. */
export interface NamedParty {
  readonly name: string
  readonly path: Path
}

/** The parties of a `who`, each with its place. */
export function namedIn(who: unknown, path: Path): NamedParty[] {
  if (Array.isArray(who))
    return who.flatMap((line: unknown, index) =>
      typeof line === 'object' && line !== null && 'who' in line ? namedIn(line.who, [...path, index, 'who']) : [],
    )
  if (!isWho(who)) return []
  if (typeof who === 'string') return [{ name: who, path }]
  const key = 'any_of' in who ? 'any_of' : 'all_of'
  return membersOf(who).map((name, index) => ({ name, path: [...path, key, index] }))
}

/** Which kind of party a name is, when it is one. */
export const kindOf = (pack: Pack, name: string): string | undefined => {
  const parts = partsOf(name)
  return parts?.kind === 'party' ? pack.parties[parts.id]?.kind : undefined
}

/** Those who have something to do here: owners of duties, walkers of procedures, checkers of measures. */
function doers(pack: Pack): NamedParty[] {
  return [
    ...Object.entries(pack.duties).flatMap(([id, duty]) => namedIn(duty.owner, ['duties', id, 'owner'])),
    ...Object.entries(pack.flows).flatMap(([id, flow]) => namedIn(flow.by, ['flows', id, 'by'])),
    ...Object.entries(pack.records).flatMap(([id, record]) =>
      namedIn(record.handled_by, ['records', id, 'handled_by']),
    ),
    ...proceduresOf(pack).flatMap(({ path, steps }) =>
      Object.entries(steps).flatMap(([id, step]) => namedIn(step.by, [...path, 'steps', id, 'by'])),
    ),
    ...Object.entries(pack.measures).flatMap(([id, measure]) =>
      namedIn(measure.checked?.by, ['measures', id, 'checked', 'by']),
    ),
  ]
}

/** An outside body can be told and asked; it owns nothing here. */
export const outsideOwners = ({ pack, positions }: View): Fault[] =>
  doers(pack)
    .filter(({ name }) => kindOf(pack, name) === 'outside')
    .map(({ name, path }) =>
      positions.fault(
        path,
        'outside_owner',
        `${name} is outside the school and cannot be made to do this: name who asks them.`,
      ),
    )

/** A body that is told or waited for needs a way to reach it. */
export function unreachableBodies({ pack, positions }: View): Fault[] {
  const told = [
    ...Object.values(pack.notify).flatMap((one) => namesTold(one.to)),
    ...toldIn(pack),
    ...proceduresOf(pack).flatMap(({ steps }) =>
      Object.values(steps).flatMap((step) => ('wait_for' in step ? awaitedIn(pack, step.wait_for) : [])),
    ),
  ]
  return Object.entries(pack.parties).flatMap(([id, party]) =>
    party.kind === 'outside' && party.contacts.length === 0 && told.includes(`party/${id}`)
      ? [
          positions.faultAtKey(
            ['parties', id],
            'unreachable_body',
            `party/${id} is told something, but there is no way to reach it: give contacts.`,
          ),
        ]
      : [],
  )
}

/** Everybody whom a wait may mean: with a field, all that the values of its lists stand for. */
function awaitedIn(pack: Pack, waitFor: WaitStep['wait_for']): readonly string[] {
  if (typeof waitFor === 'string') return []
  if ('party' in waitFor) return [waitFor.party]
  if ('any_of' in waitFor) return waitFor.any_of
  if ('all_of' in waitFor) return waitFor.all_of
  return Object.values(pack.lists).flatMap((list) => list.values.flatMap((value) => value.party ?? []))
}

/** Everybody whom a rule of notice tells. */
export const namesTold = (to: Pack['notify'][string]['to']): readonly string[] =>
  typeof to !== 'object' || 'any_of' in to || 'all_of' in to
    ? membersOf(to)
    : 'in_order' in to
      ? to.in_order
      : to.reporter_chooses

/** A post whose holder may be named in a case needs somebody who acts then. */
export function standIns({ pack, positions }: View): Fault[] {
  const acting = new Set([
    ...doers(pack)
      .filter(({ path }) => path[0] === 'flows' || path[0] === 'records')
      .map(({ name }) => name),
    ...Object.values(pack.decisions).flatMap(
      (decision) => JSON.stringify(decision.by).match(/party\/[a-z0-9_]+/g) ?? [],
    ),
  ])
  return Object.entries(pack.parties).flatMap(([id, party]) => {
    if (party.kind !== 'post' || !acting.has(`party/${id}`)) return []
    if (party.instead === undefined)
      return [
        positions.faultAtKey(
          ['parties', id],
          'no_stand_in',
          `Whoever holds this post may be named in a case: say who acts then, with instead: { named_in_case: party/… }.`,
        ),
      ]
    return party.instead.named_in_case === `party/${id}`
      ? [
          positions.fault(
            ['parties', id, 'instead', 'named_in_case'],
            'no_stand_in',
            'A post cannot stand in for itself.',
          ),
        ]
      : []
  })
}

/** A post looks after a thing or does not: said twice, one of them is a slip for something else. */
export function lookedAfterOnce({ pack, positions }: View): Fault[] {
  return Object.entries(pack.parties).flatMap(([id, party]) =>
    party.kind !== 'post'
      ? []
      : party.looks_after.flatMap((what, index) =>
          party.looks_after.indexOf(what) === index
            ? []
            : [
                positions.fault(
                  ['parties', id, 'looks_after', index],
                  'looked_after_twice',
                  `This post looks after “${what}” already: leave this one out, or say what else it looks after.`,
                ),
              ],
        ),
  )
}

/** Of several lines of who, each has a condition save the last, which says who acts otherwise. */
export function whoOtherwise({ pack, positions }: View): Fault[] {
  const written = [
    ...Object.entries(pack.records).map(([id, record]) => ({
      who: record.handled_by,
      path: ['records', id, 'handled_by'],
    })),
    ...proceduresOf(pack).flatMap(({ path, steps }) =>
      Object.entries(steps).map(([id, step]) => ({ who: step.by, path: [...path, 'steps', id, 'by'] })),
    ),
  ]
  return written.flatMap(({ who, path }) =>
    Array.isArray(who)
      ? who.flatMap((line, index) => {
          const last = index === who.length - 1
          if (last === (line.when === undefined)) return []
          return [
            positions.fault(
              [...path, index, ...(last ? ['when'] : ['who'])],
              'who_otherwise',
              last ? 'The last line says who acts otherwise: it has no condition.' : 'Say with when: in which case.',
            ),
          ]
        })
      : [],
  )
}
