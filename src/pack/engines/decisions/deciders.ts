import type { Decision } from '../../types/decision.ts'
import type { Pack } from '../../types/pack.ts'
import { actingFor, type Holders, type Situation } from '../audience/stand-ins.ts'
import { partiesOfVoice, stagesOf } from './decide.ts'
import type { Matter } from './may-decide.ts'

/** Who may give a voice for one party of a decision. */
export interface Deciders {
  readonly party: string
  readonly acting: string
  /** Nobody who asked, is concerned or is named. Empty: the school has to fill the post first. */
  readonly people: readonly string[]
}

/** Whom to ask for a decision: whoever holds each party, or stands in because the holder asked or is concerned. */
export function decidersOf(
  pack: Pack,
  decision: Decision,
  holders: Holders,
  matter: Matter,
  away: readonly string[] = [],
): Deciders[] {
  const situation = situationOf(matter, away)
  return stagesOf(decision)
    .flatMap(partiesOfVoice)
    .map((party) => {
      const { party: acting, people } = actingFor(pack, party, holders, situation)
      return { party, acting, people }
    })
}

/** A decision keeps out more people than the case does: also who asked, and whom it is about. */
export const situationOf = (matter: Matter, away: readonly string[] = []): Situation => ({
  keptOut: [...matter.keptOut, ...matter.subjects, ...(matter.opener === null ? [] : [matter.opener])],
  away,
})
