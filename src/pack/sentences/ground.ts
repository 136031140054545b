import { valueOfSetting } from '../engines/schools/setting-value.ts'
import { windowsOf } from '../time/read.ts'
import { sayWindows } from '../time/windows.ts'
import type { Text } from '../types/base.ts'
import type { Pack } from '../types/pack.ts'
import { allFieldsOf, answersOf, kindOfStep } from '../types/parts.ts'
import type { LookedAfter, Party } from '../types/party.ts'
import type { Step, WaitStep } from '../types/step.ts'
import type { Scalar } from '../types/value.ts'
import { sayAmount, sayCaseLimit, sayEvery, sayPeople } from './amounts.ts'
import { type Place, sayCondition } from './condition.ts'
import { sayCounts } from './counted-columns.ts'
import { sayEvidenceOf } from './evidence-words.ts'
import { sayComplaints, sayGlass, sayOpensDevices, sayReopening, sayRepeats, saySupport } from './handled.ts'
import { areMany } from './many.ts'
import { sayEvent, sayLate } from './moments.ts'
import { sayWhoByCase } from './who-by-case.ts'
import { listed, sentence, upper, type Words } from './words.ts'

type Of<K extends keyof Pack> = Pack[K] extends Record<string, infer T> ? T : never

/** Who a party is. */
export function partySentence(words: Words, party: Party): string {
  const says = upper(words.whole(party.says))
  switch (party.kind) {
    case 'audience':
      return sentence(
        `${says}: ${listed(party.of.map((kind) => `every ${PEOPLE[kind]}`))}`,
        party.when === undefined ? '' : `, if ${sayCondition(words, party.when)}`,
        party.except.length === 0 ? '' : `, except ${words.several(party.except, 'and')}`,
      )
    case 'post':
      return sentence(
        `${says}: a post held by ${sayPeople(words, party.holders)} in each ${party.per}`,
        party.looks_after.length === 0 ? '' : `, which looks after ${listed(party.looks_after.map(sayLookedAfter))}`,
        party.instead === undefined
          ? ''
          : `; in a case about the holder ${words.one(party.instead.named_in_case)} acts`,
      )
    case 'group':
      return sentence(`${says}: a group of ${listed(party.seats.map((seat) => words.within(seat.says)))}`)
    case 'body':
      return sentence(`${says}: decides by resolution${party.minute === 'required' ? ', with a minute' : ''}`)
    case 'relation':
      return sentence(
        `${says}: found by the ${party.path.replaceAll('_', ' ')} of ${party.of.replaceAll('_', ' ')}`,
        party.else === undefined ? '' : `, or else ${words.one(party.else)}`,
      )
    case 'case_team':
      return sentence(
        `${says}: ${sayTeam(words, party.people)} from ${words.one(party.from)}, never anybody named in it`,
      )
    case 'outside':
      return sentence(`${says}: a body outside the school that is told and asked`)
  }
}

/** What the holders of a post look after, in words. */
const sayLookedAfter = (what: LookedAfter): string => LOOKED_AFTER[what]

const LOOKED_AFTER: Readonly<Record<LookedAfter, string>> = {
  people: 'the list of people and how they sign in',
  duties: 'the duties of everybody',
  mail: 'the mail that is sent',
}

function sayTeam(words: Words, people: Extract<Party, { kind: 'case_team' }>['people']): string {
  if (typeof people === 'string' || 'setting' in people) return `${sayPeople(words, people)} chosen for one case`
  const where = 'part' in people ? people.part : people.field
  return `${sayPeople(words, people.count)} whom a case names as ${where.replaceAll('_', ' ')}`
}

const PEOPLE = {
  pupil: 'pupil',
  parent: 'parent or carer',
  staff: 'member of staff',
  governor: 'governor',
  visitor: 'visitor',
  volunteer: 'volunteer',
} as const

/** What a record is for, what it asks, who handles it and how long it is kept. */
export function recordSentence(words: Words, record: Of<'records'>, place: Place = {}): string {
  const asks =
    record.fields.length === 0
      ? ''
      : ` with ${record.fields.length} ${record.fields.length === 1 ? 'question' : 'questions'}`
  const handled = record.handled_by === undefined ? '' : `, handled by ${sayWhoByCase(words, record.handled_by, place)}`
  const keep = record.keep
  const kept = keep === undefined ? '' : 'for' in keep ? `, kept for ${sayAmount(words, keep.for)}` : ', kept for ever'
  const moments = record.dates.flatMap((date) => ('from_then' in date ? [words.within(date.from_then)] : []))
  const counts = moments.length === 0 ? '' : `; from a moment in it on: ${listed(moments)}`
  return sentence(
    `${words.whole(record.says)}: a record${asks}${handled}${kept}`,
    sayGlass(words, record.break_glass),
    sayReopening(words, record),
    sayComplaints(words, record.complaints),
    saySupport(words, record),
    sayRepeats(record.repeats),
    sayOpensDevices(words, record),
    counts,
    sayEntries(record),
  )
}

function sayEntries({ entries, contacts }: Of<'records'>): string {
  const brought =
    entries.length === 0
      ? ''
      : `; the policy brings ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'} along`
  return contacts === undefined ? brought : `${brought}; it stands under “Where to get help”`
}

/** One question of a form, and the only answer that is taken where the policy demands one. */
export function fieldSentence(words: Words, field: Of<'records'>['fields'][number]): string {
  const taken = field.must === undefined ? '' : `: only ${field.must} is taken`
  const otherwise = field.refusal === undefined ? '' : `, or else: ${words.whole(field.refusal)}`
  return sentence(`“${words.whole(field.asks)}”`, field.required ? ' is asked' : ' may be answered', taken, otherwise)
}

/** What a procedure is for, who walks it and how many steps it has. */
export const flowSentence = (words: Words, flow: Of<'flows'>): string =>
  sentence(
    `${words.whole(flow.says)}: a procedure of ${Object.keys(flow.steps).length} steps, walked by ${words.who(flow.by)}`,
    flow.files === 'never' ? '; nothing is ever uploaded, viewed or copied in it' : '',
  )

const FOLLOWS = {
  duty: 'duties with an owner and a date',
  policy_change: 'changes of the policy for those who draft it',
} as const

/** One step of a procedure. `by` is who walks the procedure. */
export function stepSentence(words: Words, step: Step, by: string, place: Place = {}): string {
  const who = step.by === undefined ? by : sayWhoByCase(words, step.by, place)
  const within = step.within === undefined ? '' : ` ${sayCaseLimit(words, step.within)}`
  return sentence(
    `${stepDoes(words, step, who)}${within}`,
    'optional' in step && step.optional ? '; it may be marked not needed, with a reason' : '',
    evidenceAsked(step),
    step.tells === undefined
      ? ''
      : `; it is done when it is written down that ${words.who(step.tells)} ${areMany(words, step.tells) ? 'were' : 'was'} told`,
    ...untold(words, step),
    step.follow_up === undefined
      ? ''
      : `; what follows from it is written down: ${listed(step.follow_up.map((one) => FOLLOWS[one]))}`,
    step.two_people ? '; two people do this together' : '',
    'remind' in step && step.remind !== undefined
      ? `; a reminder goes after ${sayAmount(words, step.remind)}, and again after as long`
      : '',
    sayLate(words, step.late),
    step.never_waits ? '; this never waits' : '',
  )
}

function evidenceAsked(step: Step): string {
  if (!('evidence' in step) || step.evidence === undefined) return ''
  const { kinds, witness } = step.evidence
  return `; it is done when ${sayEvidenceOf(kinds)} is in evidence and signed for${witness === 'required' ? ', by a witness too' : ''}`
}

const untold = (words: Words, step: Step): string[] =>
  answersOf(step).flatMap((answer) =>
    answer.leaves_untold === undefined
      ? []
      : [
          `; “${words.whole(answer.says)}” asks why ${words.who(answer.leaves_untold)} ${areMany(words, answer.leaves_untold) ? 'are' : 'is'} not told`,
        ],
  )

function stepDoes(words: Words, step: Step, who: string): string {
  switch (kindOfStep(step)) {
    case 'ask':
      return 'ask' in step ? `${who} answers “${words.whole(step.ask)}”` : ''
    case 'do':
      return 'do' in step
        ? `${who} must ${isStated(words, step.do) ? 'confirm that ' : ''}${words.within(step.do)}`
        : ''
    case 'table':
      return 'table' in step
        ? `${who} confirms what ${words.thing(step.table)} proposes, or gives a reason for each departure${sayCounts(words, step)}`
        : ''
    case 'decision':
      return 'decision' in step ? `this waits for ${words.thing(step.decision)}` : ''
    case 'wait_for':
      return 'wait_for' in step ? `this waits until ${sayAwaited(words, step.wait_for)}` : ''
    case 'for_each':
      return 'run' in step
        ? `${words.thing(step.run)} is walked once for each ${'row' in step.for_each ? 'row' : 'person'}`
        : ''
    case 'parallel':
      return 'parallel' in step ? `${step.parallel.length} branches run side by side` : ''
    case 'call':
      return 'call' in step ? `${words.thing(step.call)} is walked, and then this goes on` : ''
    case 'goto':
      return 'goto' in step ? `this goes over to ${words.thing(step.goto)}` : ''
    case 'branch':
      return 'the answer follows from what is known'
    case 'end':
      return 'end' in step ? `this ends: ${words.whole(step.end)}` : ''
  }
}

// What is to be done may be said as what then is so: `The data is back`.
const isStated = (words: Words, says: Text): boolean =>
  /^(the|they|it|this|these|all|each|every|everything|everybody|nobody|nothing|a|an|no|parents?|pupils?|senior) /i.test(
    words.text(says),
  )

/** What a step waits for, as it follows “until”. */
export function sayAwaited(words: Words, awaited: WaitStep['wait_for']): string {
  if (typeof awaited === 'string') return sayEvent(words, awaited)
  if ('party' in awaited) return `${words.one(awaited.party)} answers`
  if ('any_of' in awaited) return `${words.several(awaited.any_of, 'or')} answers`
  if ('all_of' in awaited) return `${words.several(awaited.all_of, 'and')} have answered`
  const field = Object.entries(words.pack.records)
    .flatMap(([id, record]) => allFieldsOf(words.pack, id, record))
    .find((one) => one.id === awaited.field)
  const named = field === undefined ? awaited.field : `“${words.whole(field.asks).replace(/\?$/, '')}”`
  return `${awaited.need === 'all' ? 'each' : 'any'} of those named in ${named} ${awaited.need === 'all' ? 'has answered' : 'answers'}`
}

/** What a document is, and how often it is looked at again. */
export const documentSentence = (words: Words, document: Of<'documents'>): string =>
  sentence(
    `${words.whole(document.says)}: ${KINDS[document.kind]}`,
    document.owner === undefined ? '' : `, owned by ${words.who(document.owner)}`,
    document.review === undefined ? '' : `, reviewed ${sayEvery(words, document.review.every)}`,
    document.approved_on === undefined ? '' : `, approved on ${sayDate(document.approved_on)}`,
    document.review_due === undefined ? '' : `, to be reviewed by ${sayDate(document.review_due)}`,
    document.attach === undefined ? '' : ATTACHED[document.attach],
    document.public === true ? '; anybody may read what is attached' : '',
  )

const ATTACHED = {
  required: '; the school attaches it, and before that nothing shows that it is there',
  optional: '; the school may attach it',
} as const

const sayDate = (day: string): string => Temporal.PlainDate.from(day).toLocaleString('en-GB', { dateStyle: 'long' })

const KINDS = {
  policy: 'the policy itself',
  annex: 'an annex of the policy',
  linked: 'another policy that this one relies on',
  guidance: 'guidance',
  law: 'law',
  letter: 'a letter',
  poster: 'a poster',
} as const

/** What a list, table, report, setting, signal, grant or reading says. */
export function listSentence(words: Words, list: Of<'lists'>): string {
  const values = list.values.filter((value) => !value.retired).map((value) => words.within(value.says))
  const more = values.length - MOST_VALUES
  return sentence(
    `${words.whole(list.says)}: ${more > 1 ? `${values.slice(0, MOST_VALUES).join('; ')}; and ${more} more` : values.join('; ')}`,
  )
}

const MOST_VALUES = 8

export const tableSentence = (words: Words, table: Of<'tables'>): string =>
  sentence(
    `${words.whole(table.says)}: a table that answers from ${listed(table.inputs.map((input) => words.within(input.says)))}`,
  )

export const reportSentence = (words: Words, report: Of<'reports'>): string =>
  sentence(
    `${words.whole(report.says)}: a report to ${words.who(report.to)}`,
    report.anonymous ? ' that names nobody' : '',
    `; it says ${listed(report.parts.map((part) => words.within(part.says)))}`,
  )

// Lists are said one by one, and times of the week in words.
function sayHeld(value: Scalar): string {
  if (!Array.isArray(value)) return String(value)
  const windows = windowsOf(value)
  return windows === null ? value.join(', ') : sayWindows(windows)
}

export function settingSentence(words: Words, setting: Of<'settings'>): string {
  const value = valueOfSetting(setting)
  const unit = setting.unit === undefined ? '' : ` ${words.text(setting.unit)}`
  return sentence(`${words.whole(setting.says)}: ${value === undefined ? 'not set yet' : `${sayHeld(value)}${unit}`}`)
}
