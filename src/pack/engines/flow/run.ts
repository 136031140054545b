import type { SchoolCalendar } from '#core/calendar/school-calendar.ts'
import type { Scalar } from '../../types/value.ts'
import type { Judge } from '../judge.ts'
import type { KnownOfPeople } from '../tables/counted.ts'
import type { Proposal } from '../tables/proposal.ts'
import type { EvidenceOfRecord } from './evidence.ts'
import type { Told } from './tells.ts'

/** A procedure by its reference: the steps of a record, or a flow. */
export type ChartRef = `record/${string}` | `flow/${string}`

/** One run of a procedure: how it began and everything that happened, in order. Plain JSON, only ever appended to. */
export interface Run {
  readonly starts: Start
  readonly events: readonly RunEvent[]
}

/** How a run began. */
export interface Start {
  readonly chart: ChartRef
  readonly at: string
  /** Who opened the record; null for an anonymous report or the software. */
  readonly by: string | null
  readonly people: readonly InPart[]
}

/** A person (or a stand-in such as `unknown-1`) in a part of the record. */
export interface InPart {
  readonly person: string
  readonly part: string
}

interface Common {
  /** The place in the run's events, from 1. */
  readonly seq: number
  readonly at: string
  /** The person; null for the software. */
  readonly by: string | null
  readonly note?: string
}

interface AtStep extends Common {
  /** The key of the visit, as `openSteps` gave it. */
  readonly step: string
  readonly chart: ChartRef
  readonly stepId: string
  /** The person or row whose branch it was. */
  readonly branch: string | null
  /** The parties that the person is or stands in for, of those that the step asks for. */
  readonly parties: readonly string[]
  readonly fields?: Readonly<Record<string, Scalar>>
  readonly witness?: string
  /** Who was told with it, or not and why. */
  readonly told?: readonly Told[]
  /** A correction: the event that it takes the place of, which stays. `reason` says why. */
  readonly corrects?: number
  readonly reason?: string
  /** Why it was taken late, where the policy wants to know. */
  readonly lateBecause?: string
  /** An emergency step recorded before its turn. */
  readonly early?: true
}

export interface Answered extends AtStep {
  readonly kind: 'answered'
  readonly answers: readonly string[]
  /** Where a table stood behind the question: what it proposed, and why it was departed from, by outcome. */
  readonly applied?: Proposal
  readonly departed?: Readonly<Record<string, string>>
}
export interface Done extends AtStep {
  readonly kind: 'done'
  /** The item of evidence with which it was done. */
  readonly item?: string
}
export interface NotNeeded extends AtStep {
  readonly kind: 'not_needed'
  readonly reason: string
}
/** A second person, or another of several who must each do it, confirms the last answer. */
export interface Seconded extends AtStep {
  readonly kind: 'seconded'
}
/** One voice of a decision. */
export interface Voiced extends AtStep {
  readonly kind: 'voiced'
  readonly says: 'yes' | 'no'
  /** The minute in which a body's resolution stands. */
  readonly minute?: string
}
/** The answer of one of several bodies that a step waits for. */
export interface Heard extends AtStep {
  readonly kind: 'heard'
  readonly heard: string
}
export interface GaveUp extends AtStep {
  readonly kind: 'gave_up'
}
/** What was recorded by mistake holds no longer; the step is open again. */
export interface TakenBack extends AtStep {
  readonly kind: 'taken_back'
  readonly corrects: number
  readonly reason: string
}
export interface PeopleAdded extends Common {
  readonly kind: 'people_added'
  readonly people: readonly InPart[]
}
export interface PeopleRemoved extends Common {
  readonly kind: 'people_removed'
  readonly people: readonly InPart[]
  readonly reason: string
}
/** The case goes over to another procedure at any time; what was done stays, what was open is left. */
export interface Moved extends Common {
  readonly kind: 'moved'
  readonly to: `flow/${string}`
  /** The visit whose procedure is replaced, or `root`. */
  readonly under: string
  readonly leaves: readonly string[]
  readonly reason: string
}

/** Answers of the record's own form were added or put right; null where there was, or is, none. */
export interface Written extends Common {
  readonly kind: 'written'
  readonly changes: readonly { readonly field: string; readonly was: unknown; readonly now: unknown }[]
  /** Why something else stands there now; left out where nothing stood there before. */
  readonly reason?: string
}

export type StepEvent = Answered | Done | NotNeeded | Seconded | Voiced | Heard | GaveUp | TakenBack
export type RunEvent = StepEvent | PeopleAdded | PeopleRemoved | Moved | Written | Reopened

/** A record that had come to its end goes on: a step of its own, and what follows it, is done once more. */
export interface Reopened extends Common {
  readonly kind: 'reopened'
  /** The step at which it goes on. */
  readonly goesOnAt: string
  readonly reason: string
}

/** Whether an event is about one step. */
export const isStepEvent = (event: RunEvent): event is StepEvent => 'step' in event

/** What an expression of a step may look at. */
export interface FlowScope {
  readonly chart: ChartRef
  /** By step of this chart: the answer's id, or a list where several may be chosen. */
  readonly answers: Readonly<Record<string, string | readonly string[]>>
  /** The fields filled in so far for the whole record and on this branch, the latest of each. */
  readonly fields: Readonly<Record<string, Scalar>>
  readonly people: readonly InPart[]
  readonly branch: string | null
}

/** What the engine is given beside pack and run. */
export interface FlowContext {
  readonly calendar: SchoolCalendar
  readonly judge: Judge<FlowScope>
  /** Row keys by the id of the record's list, for `for_each: { row: … }`. */
  readonly rows: Readonly<Record<string, readonly string[]>>
  /** What the record's own form holds, for the tables that its steps apply. */
  readonly values?: Readonly<Record<string, unknown>>
  /** The evidence of the record, for the steps that ask for an item. */
  readonly evidence?: EvidenceOfRecord
  /** What was decided before about the people of the record, and what they are to the school, for tables that ask it. */
  readonly known?: KnownOfPeople
  /** The children in the record, whose parents may have to be told. */
  readonly children?: readonly string[]
}

/** Everybody in a part now, in the order in which they were named. */
export function peopleOf(run: Run): InPart[] {
  let people: InPart[] = [...run.starts.people]
  for (const event of run.events) {
    if (event.kind === 'people_added')
      people.push(...event.people.filter((one) => !people.some((two) => same(one, two))))
    if (event.kind === 'people_removed') people = people.filter((one) => !event.people.some((two) => same(one, two)))
  }
  return people
}

/** When a person was named in one of some parts: the start of the run, or the event that added them. */
export function namedAt(run: Run, person: string, parts: readonly string[]): string {
  const is = (one: InPart) => one.person === person && parts.includes(one.part)
  if (run.starts.people.some(is)) return run.starts.at
  const event = run.events.findLast((one) => one.kind === 'people_added' && one.people.some(is))
  return event?.at ?? run.starts.at
}

const same = (a: InPart, b: InPart): boolean => a.person === b.person && a.part === b.part
