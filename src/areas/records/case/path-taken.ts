import { sayFullInstant } from '#core/calendar/say-date.ts'
import type { StepEvent } from '#pack/engines/flow/run.ts'
import { isStepEvent } from '#pack/engines/flow/run.ts'
import type { RecordHome } from '../home.ts'
import type { Case } from '../queries/read-case.ts'
import { sayAnswered } from './say-steps.ts'
import { sayRecorded } from './step-on-page.ts'

/** One step of the way that a case has gone: what holds now, and what was recorded before it. */
export interface PathLine {
  readonly key: string
  readonly what: string
  readonly who: string
  /** What was written at it, beside the answer. */
  readonly written: readonly { readonly key: string; readonly value: string }[]
  readonly branch: string | null
  /** What stood here and holds no longer; it is never overwritten. */
  readonly was: readonly string[]
  /** What is recorded holds now; otherwise a correction or a move took the path elsewhere. */
  readonly holds: boolean
  readonly correctHref: string | null
}

/** The way that a case has gone, in the order in which its steps were first taken, with everything that was corrected on it. */
export function pathTaken(
  one: Case,
  names: ReadonlyMap<string, string>,
  { paths }: Pick<RecordHome, 'paths'>,
  named: ReadonlyMap<string, string> = names,
): PathLine[] {
  const name = (id: string | null) => (id === null ? 'Kept' : (names.get(id) ?? 'Somebody'))
  const events = one.run.events.filter(isStepEvent)
  const firstTaken = (visit: string | null) => events.findIndex((event) => event.step === visit)
  const nodes = one.drawing.nodes.toSorted((a, b) => firstTaken(a.visit) - firstTaken(b.visit))
  return nodes.flatMap((node) => {
    const shown = node.answered ?? node.was
    if (shown === null || node.visit === null) return []
    const frame = one.drawing.frames.find((candidate) => candidate.key === node.frame)
    const branch = frame?.branch ?? null
    const earlier = events
      .filter((event) => event.step === node.visit && event.kind !== 'seconded' && event.kind !== 'voiced')
      .slice(0, -1)
      .filter((event) => event.kind !== 'taken_back')
    const last = events.findLast((event) => event.step === node.visit && event.kind !== 'seconded')
    const reason = shown.reason === null ? '' : `: ${shown.reason}`
    return [
      {
        key: node.visit,
        what: shown.answer === null ? node.label : sayAnswered(node.label, shown.answer),
        who: `${name(shown.by)}, ${sayFullInstant(Temporal.Instant.from(shown.at))}${reason}`,
        written: last === undefined ? [] : sayRecorded(one, last, named).filter((row) => !SAID.has(row.key)),
        branch: branch === null ? null : (names.get(branch) ?? branch.replace(/^described:/, '')),
        was: earlier.map((event) => sayEarlier(one, event, name(event.by), named)),
        holds: node.answered !== null,
        correctHref: node.answered !== null && one.state === 'open' ? paths.step.to(one.id, node.visit) : null,
      },
    ]
  })
}

// The line itself says these.
const SAID: ReadonlySet<string> = new Set(['Answer', 'Not needed'])

function sayEarlier(one: Case, event: StepEvent, who: string, named: ReadonlyMap<string, string>): string {
  const recorded = sayRecorded(one, event, named).map((row) => row.value)
  const what = recorded.length === 0 ? 'done' : recorded.join('; ')
  return `${what} (${who}, ${sayFullInstant(Temporal.Instant.from(event.at))})`
}
