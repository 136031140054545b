import { settingValue } from '../engines/schools/setting-value.ts'
import type { Fault } from '../load/fault.ts'
import type { Path } from '../load/positions.ts'
import type { Pack } from '../types/pack.ts'
import { partsOf } from '../types/parts.ts'
import type { Count } from '../types/value.ts'
import { type NamedParty, namedIn } from './people.ts'
import { proceduresOf, type View } from './view.ts'

const OF_A_CASE = ['opener', 'reporter', 'handler']
const CASES = ['record', 'flow', 'decision', 'action', 'exception']

/** Words such as handler mean somebody only where a case is at hand. */
export function nobodyMeant({ pack, positions }: View): Fault[] {
  const duties = Object.entries(pack.duties).flatMap(([id, duty]) => {
    const cause = 'on' in duty ? duty.on : 'from' in duty ? duty.from : ''
    const late = duty.late.flatMap((one, index) => namedIn(one.notify, ['duties', id, 'late', index, 'notify']))
    return hasCase(cause) ? [] : [...namedIn(duty.owner, ['duties', id, 'owner']), ...late]
  })
  const told = Object.entries(pack.notify).flatMap(([id, notify]) =>
    hasCase(notify.on) ? [] : namedIn(notify.to, ['notify', id, 'to']),
  )
  return [...duties, ...told]
    .filter(({ name }) => OF_A_CASE.includes(name))
    .map(({ name, path }) =>
      positions.fault(path, 'nobody_meant', `There is no case here, so nobody is the ${name}: name a party.`),
    )
}

const hasCase = (event: string): boolean => CASES.includes(partsOf(event)?.kind ?? '')

/** Nobody checks what they hold or witnesses what they do. */
export const ownChecks = ({ pack, positions }: View): Fault[] => [
  ...Object.entries(pack.measures).flatMap(([id, measure]) =>
    namedIn(measure.checked?.by, ['measures', id, 'checked', 'by'])
      .filter(({ name }) => name === measure.held_by)
      .map(({ name, path }) =>
        positions.fault(path, 'own_check', `${name} holds this measure and cannot be the one who checks it.`),
      ),
  ),
  ...proceduresOf(pack).flatMap(({ ref, path, steps }) =>
    Object.entries(steps).flatMap(([id, step]) => {
      const doers = namedIn(step.by ?? byOf(pack, ref), []).map(({ name }) => name)
      return ownWitness(doers, namedIn(step.witness, [...path, 'steps', id, 'witness'])).map((at) =>
        positions.fault(at, 'own_check', 'Whoever does this cannot be its witness as well: name somebody else.'),
      )
    }),
  ),
]

const byOf = (pack: Pack, ref: string): unknown => {
  const parts = partsOf(ref)
  return parts?.kind === 'flow' ? pack.flows[parts.id]?.by : pack.records[parts?.id ?? '']?.handled_by
}

// With several who may do it, another of them may be the witness.
const ownWitness = (doers: readonly string[], witnesses: readonly NamedParty[]): Path[] =>
  doers.length === 1 && witnesses.length === 1
    ? witnesses.filter(({ name }) => name === doers[0]).map(({ path }) => path)
    : []

/** A seat can be filled from where it is filled. */
export const seats = ({ pack, positions }: View): Fault[] =>
  Object.entries(pack.parties).flatMap(([id, party]) => {
    if (party.kind !== 'group') return []
    return party.seats.flatMap((seat, index) => {
      const from = pack.parties[partsOf(seat.from ?? '')?.id ?? '']
      if (from?.kind !== 'post') return []
      const [, most] = bounds(pack, from.holders)
      const [least] = bounds(pack, seat.count)
      return least > most
        ? [
            positions.fault(
              ['parties', id, 'seats', index, 'count'],
              'seat_cannot_fill',
              `This seat needs ${least}, but ${seat.from ?? ''} is held by ${most} at most.`,
            ),
          ]
        : []
    })
  })

/** Least and most of a range such as `1..`. */
const bounds = (pack: Pack, count: Count): readonly [number, number] => {
  const range = typeof count === 'string' ? count : settingValue(pack, count.setting)
  // Nothing can be said of it yet.
  if (typeof range !== 'string') return [0, Number.POSITIVE_INFINITY]
  const [least = '0', most] = range.split('..')
  if (!range.includes('..')) return [Number(least), Number(least)]
  return [Number(least), most === undefined || most === '' ? Number.POSITIVE_INFINITY : Number(most)]
}
