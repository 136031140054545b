import type { PolicyInForce } from '#areas/policy/index.ts'
import { textOf } from '#areas/policy/index.ts'
import type { OpenStep } from '#pack/engines/flow/open.ts'
import type { Case } from '../queries/read-case.ts'
import type { OpenStepLine } from '../views/case-view.tsx'

/** The open steps of a case as lines: whose they are, and which are the reader's own. Emergency steps ahead of their turn stay out. */
export function openStepLines(one: Case, mine: readonly string[], names: ReadonlyMap<string, string>): OpenStepLine[] {
  return one.open
    .filter((step) => !step.early)
    .map((step) => ({
      key: step.key,
      title: textOf(step.title ?? step.says),
      who: sayWho(one.policy, step),
      due: step.due === null ? null : Temporal.Instant.from(step.due),
      clauses: step.clauses,
      optional: step.optional,
      mine: isMine(step, mine),
      branch: step.branch === null ? null : (names.get(step.branch) ?? step.branch.replace(/^described:/, '')),
    }))
}

/** Whether a step asks for one of these parties. */
export const isMine = (step: OpenStep, mine: readonly string[]): boolean =>
  step.by === null || asked(step).some((party) => mine.includes(party))

/** Who has to take a step, in words. */
export function sayWho(policy: PolicyInForce, step: OpenStep): string {
  const words = asked(step).map((party) =>
    textOf(policy.pack.parties[party.replace(/^party\//, '')]?.says ?? party.replaceAll('_', ' ')).toLowerCase(),
  )
  const joined = step.by !== null && typeof step.by === 'object' && 'all_of' in step.by ? ' and ' : ' or '
  return words.join(joined) || 'whoever handles the case'
}

/** A step and what was answered, in one line: a question keeps its mark, anything else gets a colon. */
export const sayAnswered = (label: string, answer: string): string =>
  `${label}${label.endsWith('?') ? '' : ':'} ${answer}`

/** The word of a part that somebody has in a kind of record. */
export function sayPart(policy: PolicyInForce, kind: string, part: string): string {
  const found = policy.pack.records[kind]?.parts.find((one) => one.id === part)
  return found === undefined ? part : textOf(found.says)
}

const asked = (step: OpenStep): readonly string[] =>
  step.by === null
    ? []
    : typeof step.by === 'string'
      ? [step.by]
      : 'any_of' in step.by
        ? step.by.any_of
        : step.by.all_of
