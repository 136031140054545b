import type { Pack } from '../../types/pack.ts'
import { type Matter, mayDecide } from '../decisions/may-decide.ts'
import type { StepInput } from './answer.ts'
import { idOf } from './chart.ts'
import { type Fault, fault, isBlank } from './checks.ts'
import type { Log } from './log.ts'
import type { Visit } from './state.ts'

/** The parties as which somebody gives their voice: as a body only with the minute in which its resolution stands. */
export const voicesGiven = (pack: Pack, { by, minute }: Pick<StepInput, 'by' | 'minute'>): string[] =>
  by.parties.filter((party) => !isBlank(minute) || !wantsMinute(pack, party))

/** Whether a party decides by resolution, and the minute of it has to be written down. */
export function wantsMinute(pack: Pack, ref: string): boolean {
  const party = pack.parties[idOf(ref)]
  return ref.startsWith('party/') && party?.kind === 'body' && party.minute === 'required'
}

/** Whether somebody may give their voice at a step. Nobody decides about themselves; a body decides by resolution. */
export function checkVoice(pack: Pack, visit: Visit, log: Log, input: StepInput, matter: Matter): Fault | null {
  const { step } = visit
  const decision = 'decision' in step ? pack.decisions[idOf(step.decision)] : undefined
  if (decision === undefined) return fault('not_open', 'Nobody can decide this.')
  const said = log
    .voices(visit.key)
    .map((one) => ({ person: one.by ?? '', parties: one.parties, says: one.says, at: one.at }))
  const may = mayDecide(decision, { ...input.by, parties: voicesGiven(pack, input) }, matter, said)
  if (may.ok) return null
  const asBody = isBlank(input.minute) && mayDecide(decision, input.by, matter, said).ok
  return asBody
    ? fault('minute', 'A body decides by resolution.', {
        minute: 'Write down the minute in which the resolution stands',
      })
    : fault(may.code, may.says)
}
