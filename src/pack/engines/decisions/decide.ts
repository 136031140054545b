import type { Decision, Voice } from '../../types/decision.ts'

/** What one person said, and as which parties. */
export interface GivenVoice {
  readonly person: string
  readonly parties: readonly string[]
  readonly says: 'yes' | 'no'
  readonly at: string
}

/** How a decision stands; while it is open, whose voices it waits for. */
export type DecisionStanding =
  | { readonly kind: 'open'; readonly waitsFor: readonly string[] }
  | { readonly kind: 'agreed'; readonly at: string }
  | { readonly kind: 'refused'; readonly at: string; readonly by: string }

/** How a decision stands after some voices, in the order in which they were given. One no refuses it. */
export function standingOfDecision(decision: Decision, voices: readonly GivenVoice[]): DecisionStanding {
  const stages = stagesOf(decision)
  let left = [...voices]
  let last = ''
  for (const stage of stages) {
    const done = finishStage(stage, left)
    if (done.kind === 'open') return { kind: 'open', waitsFor: done.waitsFor }
    if (done.kind === 'refused') return done
    left = left.slice(done.used)
    last = done.at
  }
  return { kind: 'agreed', at: last }
}

/** The voices of a decision, one after the other. */
export const stagesOf = (decision: Decision): readonly Voice[] =>
  'in_order' in decision.by ? decision.by.in_order : [decision.by]

/** The parties of one voice. */
export function partiesOfVoice(voice: Voice): readonly string[] {
  if ('any' in voice) return [...new Set(voice.any.flatMap(partiesOfVoice))]
  if ('body' in voice) return [voice.body]
  return 'any_of' in voice ? voice.any_of : voice.all_of
}

const counts = (voice: Voice, said: GivenVoice): boolean =>
  said.parties.some((one) => partiesOfVoice(voice).includes(one))

type Stage =
  | { readonly kind: 'open'; readonly waitsFor: readonly string[] }
  | { readonly kind: 'refused'; readonly at: string; readonly by: string }
  | { readonly kind: 'passed'; readonly at: string; readonly used: number }

function finishStage(voice: Voice, given: readonly GivenVoice[]): Stage {
  const parties = partiesOfVoice(voice)
  const heard: GivenVoice[] = []
  for (const [index, one] of given.entries()) {
    if (!one.parties.some((party) => parties.includes(party))) continue
    if (one.says === 'no') return { kind: 'refused', at: one.at, by: one.person }
    heard.push(one)
    if (missingOf(voice, heard).length === 0) return { kind: 'passed', at: one.at, used: index + 1 }
  }
  return { kind: 'open', waitsFor: missingOf(voice, heard) }
}

/** The parties of a voice whose yes is still missing. */
function missingOf(voice: Voice, heard: readonly GivenVoice[]): readonly string[] {
  if ('any' in voice) {
    const missing = voice.any.map((one) =>
      missingOf(
        one,
        heard.filter((said) => counts(one, said)),
      ),
    )
    return missing.some((some) => some.length === 0) ? [] : [...new Set(missing.flat())]
  }
  if (!('all_of' in voice)) return heard.length > 0 ? [] : partiesOfVoice(voice)
  if (voice.distinct) return unmatched(voice.all_of, heard)
  return voice.all_of.filter((party) => !heard.some((one) => one.parties.includes(party)))
}

/** Seats that stay empty when each person takes at most one (an augmenting-path matching: order must not matter). */
export function unmatched(seats: readonly string[], heard: readonly GivenVoice[]): string[] {
  const seatOf = new Map<string, number>()
  const holders = seats.map((seat) => [...new Set(heard.filter((h) => h.parties.includes(seat)).map((h) => h.person))])
  const place = (seat: number, tried: Set<string>): boolean =>
    (holders[seat] ?? []).some((person) => {
      if (tried.has(person)) return false
      tried.add(person)
      const before = seatOf.get(person)
      if (before !== undefined && !place(before, tried)) return false
      seatOf.set(person, seat)
      return true
    })
  return seats.filter((_, seat) => !place(seat, new Set()))
}
