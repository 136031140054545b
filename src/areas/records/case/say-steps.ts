import type { PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import { sayShortDay, sayTimeOfDay } from '#core/calendar/say-date.ts'
import { idOf } from '#pack/engines/flow/chart.ts'
import type { OpenStep } from '#pack/engines/flow/open.ts'
import { upper } from '#pack/sentences/words.ts'
import { askedOf, asksEach } from '../asked-of.ts'
import type { Case } from '../queries/read-case.ts'
import type { OpenStepLine } from '../views/case-view.tsx'

/** The open steps of a case as lines: whose they are, and which are the reader's own. Emergency steps ahead of their turn stay out. */
export function openStepLines(one: Case, mine: readonly string[], names: ReadonlyMap<string, string>): OpenStepLine[] {
  return one.open
    .filter((step) => !step.early)
    .map((step) => ({
      key: step.key,
      title: textOf(step.title ?? step.says),
      asks: textOf(step.says),
      who: sayWho(one.policy, step),
      due: step.due === null ? null : Temporal.Instant.from(step.due),
      clauses: step.clauses,
      optional: step.optional,
      mine: isMine(one.policy, step, mine),
      branch: step.branch === null ? null : sayBranch(step.branch, (id) => names.get(id)),
    }))
}

/** Whose branch of a chart it is, by name. */
export const sayBranch = (branch: string, name: (id: string) => string | null | undefined): string =>
  branch.startsWith('described:') ? branch.slice('described:'.length) : (name(branch) ?? branch)

/** Whether a step asks for one of these parties. */
const isMine = (policy: PolicyInForce, step: OpenStep, mine: readonly string[]): boolean => {
  const asked = askedOf(policy.pack, step)
  return asked.length === 0 || asked.some((party) => mine.includes(party))
}

// As much as stands over one step of a chart.
const MOST_LETTERS = 22

/** Over each step that is open: whose it is, and by when. */
export function flagsOf(
  one: Case,
  mine: readonly string[],
  now: Temporal.Instant,
  zone: string,
): ReadonlyMap<string, string> {
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const open = new Map(one.open.filter((step) => !step.early).map((step) => [step.key, step]))
  const flagOf = (step: OpenStep): string => {
    const whose = isMine(one.policy, step, mine) ? 'You' : upper(sayWho(one.policy, step))
    const due = step.due === null ? null : Temporal.Instant.from(step.due).toZonedDateTimeISO(zone)
    const when =
      due === null ? '' : due.toPlainDate().equals(today) ? sayTimeOfDay(due) : sayShortDay(due.toPlainDate(), today)
    const who = whose.length + when.length > MOST_LETTERS ? 'Somebody else' : whose
    return when === '' ? who : `${who}, ${when}`
  }
  return new Map(
    one.drawing.nodes.flatMap(({ id, visit }) => {
      const step = visit === null ? undefined : open.get(visit)
      return step === undefined ? [] : [[id, flagOf(step)] as const]
    }),
  )
}

/** Who has to take a step, in words. */
function sayWho(policy: PolicyInForce, step: OpenStep): string {
  const words = askedOf(policy.pack, step).map((party) => sayParty(policy, party))
  return inOne(words, asksEach(step.by) ? 'and' : 'or') || 'whoever handles it'
}

const inOne = (words: readonly string[], last: 'and' | 'or'): string =>
  words.length < 3 ? words.join(` ${last} `) : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`

const IN_CASE: Readonly<Record<string, string>> = {
  opener: 'whoever began it',
  handler: 'whoever handles it',
  reporter: 'whoever told the school',
  subject: 'the person it is about',
  parents: 'the parents or carers',
  class_teachers: 'the class teacher',
}

/** Who a stored step asks for, in words; its parties stand without their kind, with commas between. */
export const sayAsked = (policy: PolicyInForce, parties: string): string =>
  parties
    .split(',')
    .map((party) => sayParty(policy, party))
    .join(' or ')

const sayParty = (policy: PolicyInForce, party: string): string =>
  IN_CASE[party] ?? textOf(policy.pack.parties[idOf(party)]?.says ?? party.replaceAll('_', ' '))

/** A step and what was answered, in one line: a question keeps its mark, anything else gets a colon. */
export const sayAnswered = (label: string, answer: string): string =>
  `${label}${label.endsWith('?') ? '' : ':'} ${answer}`

/** The word of a part that somebody has in a kind of record. */
export function sayPart(policy: PolicyInForce, kind: string, part: string): string {
  const found = policy.pack.records[kind]?.parts.find((one) => one.id === part)
  return found === undefined ? part : textOf(found.says)
}
