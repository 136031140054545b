import type { Pack } from '../../types/pack.ts'
import { allFieldsOf } from '../../types/parts.ts'
import type { WaitStep } from '../../types/step.ts'
import { idOf, recordOf } from './chart.ts'
import type { Heard, Run } from './run.ts'
import { type Place, type Settled, settled, settleWork, visitOf } from './settle.ts'
import type { Walk } from './walk.ts'

/** The bodies whose answers a step waits for, when it waits for several. */
export interface Awaited {
  readonly parties: readonly string[]
  /** One answer is enough, or each of them has to come. */
  readonly need: 'any' | 'all'
  /** Those that have answered. */
  readonly heard: readonly string[]
}

/** Settles a wait for several: their answers come one after the other. A wait for one thing is settled like any work. */
export function settleWait(walk: Walk, place: Place, step: WaitStep): Settled {
  const otherwise = step.give_up?.next ?? step.next
  const values = { ...walk.context.values, ...walk.log.fieldsOf(place.frame.branch) }
  const meant = meantBy(walk.pack, walk.run, step.wait_for, values)
  const heard = walk.log.heard(place.key)
  if (meant === null) return settleWork(walk, place, step.next, otherwise)
  const awaits = { ...meant, heard: heard.map((one) => one.heard) }
  const by = walk.log.settled(place.key)
  // Not needed, or given up: that settles it whatever was heard before.
  if (by !== null) return withAwaited(settleWork(walk, place, step.next, otherwise), awaits)
  const last = heard.at(-1) ?? null
  if (last !== null && isEnough(awaits)) return withAwaited(settledBy(place, step.next, last), awaits)
  const missing = awaits.parties.filter((party) => !awaits.heard.includes(party))
  const visit = visitOf(place, 'open', last, [], missing)
  return { visit: { ...visit, awaits }, next: step.next, after: last?.at ?? place.since, ends: false }
}

const isEnough = ({ parties, need, heard }: Awaited): boolean =>
  need === 'any' ? heard.length > 0 : parties.every((party) => heard.includes(party))

const settledBy = (place: Place, next: string, by: Heard): Settled => {
  const done = settled(place, 'done', next)
  return { ...done, visit: { ...done.visit, by }, after: by.at }
}

const withAwaited = (so: Settled, awaits: Awaited): Settled => ({ ...so, visit: { ...so.visit, awaits } })

function meantBy(
  pack: Pack,
  run: Run,
  waitFor: WaitStep['wait_for'],
  values: Readonly<Record<string, unknown>>,
): Omit<Awaited, 'heard'> | null {
  if (typeof waitFor === 'string' || 'party' in waitFor) return null
  if ('any_of' in waitFor) return { parties: waitFor.any_of, need: 'any' }
  if ('all_of' in waitFor) return { parties: waitFor.all_of, need: 'all' }
  const parties = partiesChosen(pack, recordOf(pack, run.starts.chart), waitFor.field, values[waitFor.field])
  // A field that names nobody leaves it to whoever records the answer, as a wait for one body does.
  return parties.length === 0 ? null : { parties, need: waitFor.need }
}

/** The bodies that the chosen values of a field stand for. */
function partiesChosen(pack: Pack, recordId: string, fieldId: string, value: unknown): string[] {
  const record = pack.records[recordId]
  const field = record && allFieldsOf(pack, recordId, record).find((one) => one.id === fieldId)
  const list = pack.lists[idOf(field?.type ?? '')]
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [value]
  return (list?.values ?? []).flatMap((one) => (chosen.includes(one.id) && one.party !== undefined ? [one.party] : []))
}
