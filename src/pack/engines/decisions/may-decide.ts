import type { Decision } from '../../types/decision.ts'
import { type GivenVoice, partiesOfVoice, stagesOf, standingOfDecision } from './decide.ts'

/** Somebody who acts, and the parties that they are or stand in for. */
export interface Doer {
  /** Null for the software. */
  readonly person: string | null
  /** References such as `party/head`, and words such as `opener`. */
  readonly parties: readonly string[]
}

/** Whose matter it is. */
export interface Matter {
  /** Who asked: nobody decides their own request. */
  readonly opener: string | null
  /** Whom it is about. */
  readonly subjects: readonly string[]
  /** Who is named in the case in a part that keeps them out. */
  readonly keptOut: readonly string[]
}

/** Why somebody may not do something, with a sentence for the page. */
export interface Refusal {
  readonly ok: false
  readonly code: 'oneself' | 'named_in_case' | 'not_theirs' | 'said_already' | 'settled' | 'not_yet'
  readonly says: string
}

/** Whether somebody may give their voice to a decision now. Nobody decides about themselves, whatever the pack says. */
export function mayDecide(
  decision: Decision,
  doer: Doer,
  matter: Matter,
  voices: readonly GivenVoice[],
): { readonly ok: true } | Refusal {
  const { person } = doer
  if (person === null) return refuse('not_theirs', 'Only a person can decide this.')
  if (matter.keptOut.includes(person))
    return refuse('named_in_case', 'You are named in this case, so somebody else decides.')
  // Where the policy asks the person concerned, they may say it themselves, unless they asked.
  const asked = stagesOf(decision).flatMap(partiesOfVoice).includes('subject') && doer.parties.includes('subject')
  if (person === matter.opener || (matter.subjects.includes(person) && !asked))
    return refuse('oneself', 'Nobody decides about their own request. Somebody else has to.')
  const standing = standingOfDecision(decision, voices)
  if (standing.kind !== 'open') return refuse('settled', 'This has been decided already.')
  if (
    voices.some((one) => one.person === person && waits(one.parties, standing.waitsFor) === false && staged(decision))
  )
    return mayNow(doer, standing.waitsFor, decision)
  if (voices.some((one) => one.person === person))
    return refuse('said_already', 'You have said what you think already.')
  return mayNow(doer, standing.waitsFor, decision)
}

const staged = (decision: Decision): boolean => 'in_order' in decision.by

const waits = (parties: readonly string[], waitsFor: readonly string[]): boolean =>
  parties.some((party) => waitsFor.includes(party))

function mayNow(doer: Doer, waitsFor: readonly string[], decision: Decision): { readonly ok: true } | Refusal {
  if (waits(doer.parties, waitsFor)) return { ok: true }
  const everyone = stagesOf(decision).flatMap(partiesOfVoice)
  return waits(doer.parties, everyone)
    ? refuse('not_yet', 'Somebody else has to decide before you.')
    : refuse('not_theirs', 'This is not yours to decide.')
}

const refuse = (code: Refusal['code'], says: string): Refusal => ({ ok: false, code, says })
