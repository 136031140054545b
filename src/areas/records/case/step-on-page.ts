import { textOf } from '#areas/policy/index.ts'
import { partiesOfVoice, stagesOf } from '#pack/engines/decisions/decide.ts'
import { chooseOf, idOf, isOptional, kindOf } from '#pack/engines/flow/chart.ts'
import { isLateWithReason } from '#pack/engines/flow/check-late.ts'
import { evidenceOf } from '#pack/engines/flow/evidence.ts'
import { type OpenStep, sayingOf } from '#pack/engines/flow/open.ts'
import type { StepEvent } from '#pack/engines/flow/run.ts'
import { isStepEvent } from '#pack/engines/flow/run.ts'
import { type ToTell, toTell } from '#pack/engines/flow/tells.ts'
import { wantsMinute } from '#pack/engines/flow/voices.ts'
import { type Applies, appliesOf } from '#pack/engines/tables/applied.ts'
import type { Proposal } from '#pack/engines/tables/proposal.ts'
import { upper, Words } from '#pack/sentences/words.ts'
import type { Text } from '#pack/types/base.ts'
import type { AskedEvidence } from '#pack/types/evidence.ts'
import type { Field } from '#pack/types/field.ts'
import type { Answer, Step } from '#pack/types/step.ts'
import type { Table } from '#pack/types/table.ts'
import { sayTelling } from '../contacts/party-asks.ts'
import { sayValue } from '../forms/field-view.ts'
import type { Case } from '../queries/read-case.ts'
import { stepOfChart } from '../step-of-chart.ts'

/** A step as its page needs it: open, or settled and to be corrected. */
export interface StepOnPage {
  readonly key: string
  readonly stepId: string
  readonly branch: string | null
  readonly kind: string
  readonly says: Text
  readonly hint: Text | null
  readonly answers: readonly Answer[]
  readonly several: boolean
  /** What a table proposes here, and the table; null where none stands behind the question. */
  readonly applied: { readonly proposal: Proposal; readonly table: Table; readonly applies: Applies } | null
  readonly optional: boolean
  readonly twoPeople: boolean
  readonly witness: boolean
  /** The item of evidence with which it is done. */
  readonly evidence: AskedEvidence | null
  /** Whom it tells; null when nobody. */
  readonly tells: ToTell | null
  readonly fields: readonly Field[]
  readonly clauses: readonly string[]
  /** A reason beside a yes or a no: always, for a no only, or as one likes. */
  readonly decides: 'required' | 'on_refusal' | 'optional' | null
  /** A body may decide here, and the minute of its resolution is written down. */
  readonly asksMinute: boolean
  /** The bodies whose answers are still awaited, where several are. */
  readonly awaits: readonly { readonly party: string; readonly says: string }[]
  /** The policy lets one stop waiting, after a time. */
  readonly mayGiveUp: boolean
  readonly filesNever: boolean
  /** It is taken late, and the policy wants to know why. */
  readonly wantsLateReason: boolean
  /** Recorded by somebody, and waiting for a second one to confirm it. */
  readonly second: boolean
  /** What was recorded last; null while nobody has answered. */
  readonly was: StepEvent | null
}

/** The step of a visit, if it is open or settled; null where the path does not lead any more. */
export function stepOnPage(one: Case, key: string, now: Temporal.Instant): StepOnPage | null {
  const open = one.open.find((step) => step.key === key)
  const last = lastAt(one, key)
  const node = one.drawing.nodes.find((candidate) => candidate.visit === key)
  if (open === undefined && (last === null || node === undefined || node.answered === null)) return null
  const chart = open?.chart ?? last?.chart
  const stepId = open?.stepId ?? last?.stepId
  const step = chart === undefined || stepId === undefined ? undefined : stepOf(one, chart, stepId)
  if (step === undefined || stepId === undefined) return null
  const second =
    !('wait_for' in step) &&
    open?.stillNeeds.some((need) => need !== 'answer' && need !== 'people' && need !== 'more_voices')
  return {
    key,
    stepId,
    branch: open?.branch ?? last?.branch ?? null,
    kind: kindOf(step),
    says: askingOf(one, step, stepId),
    hint: step.hint ?? null,
    answers: 'ask' in step ? step.answers : [],
    several: 'ask' in step && chooseOf(step.choose).most > 1,
    applied: appliedIn(step, open, last),
    optional: isOptional(step),
    twoPeople: step.two_people,
    witness: step.witness !== undefined,
    evidence: evidenceOf(step),
    tells: toTell(step, open?.branch ?? last?.branch ?? null, one.children),
    fields: step.fields,
    clauses: step.clauses,
    decides: 'decision' in step ? (one.policy.pack.decisions[idOf(step.decision)]?.reason ?? 'on_refusal') : null,
    asksMinute: asksMinute(one, step),
    awaits: awaitedIn(one, open),
    mayGiveUp: 'wait_for' in step && step.give_up !== undefined,
    filesNever: open?.filesNever ?? false,
    wantsLateReason: open !== undefined && isLateWithReason(open, now),
    second: (second ?? false) && last !== null,
    was: last,
  }
}

function asksMinute({ policy }: Case, step: Step): boolean {
  const decision = 'decision' in step ? policy.pack.decisions[idOf(step.decision)] : undefined
  return (
    decision !== undefined &&
    stagesOf(decision)
      .flatMap(partiesOfVoice)
      .some((party) => wantsMinute(policy.pack, party))
  )
}

function awaitedIn(one: Case, open: OpenStep | undefined): StepOnPage['awaits'] {
  if (open === undefined || open.awaits === null) return []
  const { parties, heard } = open.awaits
  const words = new Words(one.policy.pack, 'en')
  return parties.filter((party) => !heard.includes(party)).map((party) => ({ party, says: upper(words.one(party)) }))
}

// A correction is held against what the table proposed at the time only where nothing is open now.
function appliedIn(step: Step, open: OpenStep | undefined, last: StepEvent | null): StepOnPage['applied'] {
  const applies = appliesOf(step)
  if (applies === null) return null
  const before = last?.kind === 'answered' ? last.applied : undefined
  const proposal = open?.proposes ?? before
  return proposal === undefined || proposal === null ? null : { proposal, table: applies.table, applies }
}

// A decision without words of its own asks what is decided; a wait says whom it waits for.
function askingOf(one: Case, step: Step, stepId: string): Text {
  if (step.title !== undefined || ('says' in step && step.says !== undefined)) return sayingOf(step, stepId)
  if ('decision' in step) return one.policy.pack.decisions[idOf(step.decision)]?.says ?? sayingOf(step, stepId)
  if ('wait_for' in step && typeof step.wait_for === 'object') return step.wait_for.says
  return sayingOf(step, stepId)
}

/** What was recorded at a visit, in words: the answers and the fields; `named` says the people and records in them. */
export function sayRecorded(
  one: Case,
  event: StepEvent,
  named: ReadonlyMap<string, string> = new Map(),
): { key: string; value: string }[] {
  const step = stepOf(one, event.chart, event.stepId)
  const chosen = step !== undefined && 'ask' in step && event.kind === 'answered' ? event.answers : []
  const answers = step !== undefined && 'ask' in step ? step.answers.filter((answer) => chosen.includes(answer.id)) : []
  const fields = [...(step?.fields ?? []), ...answers.flatMap((answer) => answer.fields)]
  const rows = fields.map((field) => ({
    key: textOf(field.asks),
    value: sayValue(one.policy.pack, field, event.fields?.[field.id], named),
  }))
  return [
    ...(event.kind === 'voiced' && event.minute !== undefined ? [{ key: 'Minute', value: event.minute }] : []),
    ...(event.kind === 'heard'
      ? [{ key: 'Who answered', value: upper(new Words(one.policy.pack, 'en').one(event.heard)) }]
      : []),
    ...(event.lateBecause === undefined ? [] : [{ key: 'Why late', value: event.lateBecause }]),
    ...(event.kind === 'not_needed' ? [{ key: 'Not needed', value: event.reason }] : []),
    ...(answers.length === 0
      ? []
      : [{ key: 'Answer', value: answers.map((answer) => textOf(answer.says)).join(', ') }]),
    ...departuresOf(step, event),
    ...itemOf(one, event),
    ...(event.told ?? []).map(({ because, ...telling }) => ({
      key: because === undefined ? 'Told' : 'Not told',
      value: [sayTelling(one.policy, telling, named), ...(because === undefined ? [] : [because])].join(': '),
    })),
    ...rows.filter((row) => row.value !== ''),
    ...(event.note === undefined || event.note === '' ? [] : [{ key: 'Note', value: event.note }]),
  ]
}

/** The item of evidence with which a step was done. */
function itemOf({ evidence }: Case, event: StepEvent): { key: string; value: string }[] {
  if (event.kind !== 'done' || event.item === undefined) return []
  const item = evidence.items.find(({ id }) => id === event.item)
  return [{ key: 'In evidence', value: item?.says ?? 'An item that does not count any more' }]
}

const sayCases = (number: number): string => (number === 1 ? 'One earlier case' : `${number} earlier cases`)

/** Which row of a table was applied, and why it was departed from. */
function departuresOf(step: Step | undefined, event: StepEvent): { key: string; value: string }[] {
  const applies = step === undefined ? null : appliesOf(step)
  if (applies === null || event.kind !== 'answered' || event.applied === undefined) return []
  const { rows, clauses } = event.applied
  const says = (id: string) => textOf(applies.table.outcomes.find((one) => one.id === id)?.says ?? id)
  const counts = Object.entries(event.applied.counted ?? {}).map(([column, { number, instead }]) => ({
    key: textOf(applies.table.inputs.find((input) => input.id === column)?.says ?? column),
    value:
      instead === undefined
        ? `${sayCases(number)} counted`
        : `${sayCases(instead.number)}, not ${number}: ${instead.because}`,
  }))
  const row = rows.length === 0 ? 'none fitted' : rows.map((id) => id.replaceAll('_', ' ')).join(', ')
  return [
    {
      key: `Row of “${textOf(applies.table.says)}”`,
      value: `${row}${clauses.length === 0 ? '' : ` (${clauses.join(', ')})`}`,
    },
    ...counts,
    ...Object.entries(event.departed ?? {}).map(([id, why]) => ({
      key: event.answers.includes(id) ? `Added: ${says(id)}` : `Left out: ${says(id)}`,
      value: why,
    })),
  ]
}

/** A step of the pack. */
export const stepOf = ({ policy }: Case, chart: string, stepId: string): Step | undefined =>
  stepOfChart(policy.pack, chart, stepId)

function lastAt(one: Case, key: string): StepEvent | null {
  const last = one.run.events
    .filter(isStepEvent)
    .findLast((event) => event.step === key && event.kind !== 'seconded' && event.kind !== 'voiced')
  return last === undefined || last.kind === 'taken_back' ? null : last
}
