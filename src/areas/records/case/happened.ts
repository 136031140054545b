import { textOf } from '#areas/policy/index.ts'
import type { RunEvent, Written } from '#pack/engines/flow/run.ts'
import { Words } from '#pack/sentences/words.ts'
import { sayValue } from '../forms/field-view.ts'
import { formFields } from '../forms/form-fields.ts'
import type { Case } from '../queries/read-case.ts'
import { sayAnswered, sayBranch, sayPart } from './say-steps.ts'

/** What happened in a case, oldest first, in words. */
export function sayHappened(
  one: Case,
  names: ReadonlyMap<string, string>,
): { at: Temporal.Instant; what: string; who: string | null }[] {
  const name = (id: string | null) => (id === null ? null : (names.get(id) ?? 'Somebody'))
  const opened = { at: one.openedAt, what: 'It was opened', who: name(one.openedBy) }
  const events = one.run.events.map((event) => ({
    at: Temporal.Instant.from(event.at),
    what: event.kind === 'written' ? sayWritten(one, event, names) : sayEvent(one, event, name),
    who: name(event.by),
  }))
  const ended = one.state === 'voided' ? `It was voided: ${one.voidReason ?? ''}` : 'It was closed'
  const closed = one.closedAt === null ? [] : [{ at: one.closedAt, what: ended, who: null }]
  return [opened, ...events, ...closed]
}

// What the class teacher is told, and what is long, is read in the form: here only that it was written.
const MOST_LETTERS = 80

function sayWritten(one: Case, event: Written, names: ReadonlyMap<string, string>): string {
  const fields = formFields(one.policy.pack, one.kind)
  const changes = event.changes.map(({ field, was, now }) => {
    const found = fields.find((candidate) => candidate.id === field)
    if (found === undefined) return field
    const say = (value: unknown) => sayValue(one.policy.pack, found, value, names)
    const asks = textOf(found.asks)
    if ([say(was), say(now)].some((words) => words.length > MOST_LETTERS)) return `${asks} Written anew`
    return was === null ? `${asks} ${say(now)}` : `${asks} ${say(now) || 'Taken out'} (it said: ${say(was)})`
  })
  return `${changes.join('. ')}${event.reason === undefined ? '' : `. Why: ${event.reason}`}`
}

function sayEvent(one: Case, event: Exclude<RunEvent, Written>, name: (id: string | null) => string | null): string {
  if (event.kind === 'people_added' || event.kind === 'people_removed') {
    const people = event.people.map(
      (person) =>
        `${name(person.person.startsWith('described:') ? null : person.person) ?? person.person.slice('described:'.length)} (${sayPart(one.policy, one.kind, person.part)})`,
    )
    return `${people.join(', ')} ${event.kind === 'people_added' ? 'added' : `taken out: ${event.reason}`}`
  }
  if (event.kind === 'reopened') return `Opened again: ${event.reason}`
  if (event.kind === 'moved')
    return `Moved to “${textOf(one.policy.pack.flows[event.to.slice('flow/'.length)]?.says ?? event.to)}”: ${event.reason}`
  const node = one.drawing.nodes.find(
    (candidate) =>
      candidate.stepId === event.stepId &&
      candidate.visit?.startsWith(event.step.slice(0, event.step.lastIndexOf(':'))),
  )
  const said = node?.label ?? event.stepId.replaceAll('_', ' ')
  // Side by side each child has the same steps.
  const label = event.branch === null ? said : `${sayBranch(event.branch, name)}: ${said}`
  const late = event.lateBecause === undefined ? '' : `. Late because: ${event.lateBecause}`
  const note = `${late}${event.note === undefined || event.note === '' ? '' : `. ${event.note}`}`
  if (event.kind === 'not_needed') return `${label}: not needed. ${event.reason}`
  const corrected = event.corrects === undefined ? '' : ` (corrected: ${event.reason ?? ''})`
  if (event.kind === 'answered')
    return `${sayAnswered(label, answersOf(one, event.chart, event.stepId, event.answers))}${corrected}${note}`
  if (event.kind === 'taken_back') return `${label}: taken back. ${event.reason}`
  if (event.kind === 'seconded') return `${label}: confirmed by a second person${note}`
  if (event.kind === 'heard') return `${label}: ${new Words(one.policy.pack, 'en').one(event.heard)} answered${note}`
  const minute = event.kind === 'voiced' && event.minute !== undefined ? `, minute ${event.minute}` : ''
  if (event.kind === 'voiced') return `${label}: ${event.says}${minute}${note}`
  return `${label}${corrected}${note}`
}

function answersOf(one: Case, chart: string, stepId: string, answers: readonly string[]): string {
  const [kind, id = ''] = chart.split('/')
  const step = (kind === 'flow' ? one.policy.pack.flows[id]?.steps : one.policy.pack.records[id]?.steps)?.[stepId]
  if (step === undefined || !('ask' in step)) return answers.join(', ')
  return step.answers
    .filter((answer) => answers.includes(answer.id))
    .map((answer) => textOf(answer.says))
    .join(', ')
}
