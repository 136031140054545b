import type { PolicyInForce } from '#areas/policy/index.ts'
import { readSettings, textOf } from '#areas/policy/index.ts'
import type { PersonActor } from '#core/actor.ts'
import { derivedFrom } from '#pack/engines/actions/kinds.ts'
import type { Field } from '#pack/types/field.ts'
import { fieldsOfSteps, flowsIn } from '#pack/types/parts.ts'
import type { Tx } from '#platform/database/tx.ts'
import { asSystem } from '#platform/database/tx.ts'
import { actingAs } from '../acting-as.ts'
import { mayReopen } from '../commands/reopen-record.ts'
import { mayVoid } from '../commands/void-record.ts'
import { contactsHappened, tellsOfCase } from '../contacts/on-case.ts'
import { stillOwed } from '../contacts/owed.ts'
import { abouts, sayTelling } from '../contacts/party-asks.ts'
import { readContacts } from '../contacts/read-contacts.ts'
import { sayContact } from '../contacts/say-contact.ts'
import { addressesOf } from '../derived-homes.ts'
import { isKeptUp } from '../entries/change-entry.ts'
import { sayValue } from '../forms/field-view.ts'
import { formFields } from '../forms/form-fields.ts'
import { listed } from '../forms/read-rows.ts'
import { onlyReadsUntil } from '../glass/only-reads.ts'
import type { RecordHome } from '../home.ts'
import { aboutPeople } from '../queries/about-people.ts'
import { type CaseReaders, caseReaders } from '../queries/case-readers.ts'
import { followingLines } from '../queries/following.ts'
import { forStepOnly } from '../queries/for-step-only.ts'
import { hearsOnly } from '../queries/hears-only.ts'
import { namedInFields } from '../queries/named-in-fields.ts'
import { originOf, unfinishedAfter } from '../queries/origin.ts'
import { type Case, namesOf, readCaseIn } from '../queries/read-case.ts'
import { whoWasTold } from '../queries/who-was-told.ts'
import type { CaseViewProps, FormTable } from '../views/case-view.tsx'
import type { CaseChart } from '../views/charts.tsx'
import { layOut } from './chart-layout.ts'
import { sayHappened } from './happened.ts'
import { pathTaken } from './path-taken.ts'
import { peopleOnPage } from './people-on-page.ts'
import { sayMoments } from './say-moments.ts'
import { flagsOf, openStepLines, sayBranch } from './say-steps.ts'

/** What the page of a record needs. */
export type CaseFacts = Awaited<ReturnType<typeof readCaseFacts>>

/**
 * Reads a record for its page, and writes down that somebody looked.
 * @throws NotFound for whoever may not see it.
 */
export async function readCaseFacts(tx: Tx, actor: PersonActor, home: RecordHome, id: string) {
  const one = await readCaseIn(tx, home, id)
  const readsUntil = await onlyReadsUntil(tx, actor, id)
  const follows = await followingLines(tx, id)
  const contacts = await readContacts(tx, [id, ...follows.map((line) => line.id)])
  const hears = await hearsOnly(tx, actor, one)
  return {
    one,
    readsUntil,
    hears,
    alters: !(await forStepOnly(tx, one.policy, actor.personId, one)),
    mine: readsUntil === null && !hears ? await actingAs(tx, one.policy, actor.personId, one) : [],
    names: await namesOf(tx, [
      one.openedBy,
      ...one.run.events.map((event) => event.by),
      ...one.people.map((person) => person.personId),
      ...contacts.flatMap((contact) =>
        [contact.now, ...contact.before, ...contact.later].map((line) => line.enteredBy),
      ),
      ...abouts([...contacts, ...one.tells]),
    ]),
    readers: await caseReaders(tx, { id: one.id, circle: one.circle, policyVersionId: one.policy.id }),
    named: await namedInFields(tx, fieldsOf(one), valuesOf(one)),
    told: await whoWasTold(tx, one.id),
    follows,
    unfinished: one.state === 'open' ? await asSystem(tx, () => unfinishedAfter(tx, id)) : [],
    contacts,
    came: await originOf(tx, one.id),
    about: await aboutPeople(tx, one.people),
    settings: await readSettings(tx),
  }
}

/** A record as its page draws it; `left` names fields that the page says elsewhere. */
export function caseProps(
  home: RecordHome,
  found: CaseFacts,
  now: Temporal.Instant,
  left: readonly string[] = [],
): Omit<CaseViewProps, 'kind' | 'formTitle'> {
  const { one, names } = found
  return {
    home,
    id: one.id,
    reference: one.reference,
    title: one.title,
    state: one.state,
    openedAt: one.openedAt,
    openedBy: one.openedBy === null ? null : (names.get(one.openedBy) ?? null),
    closedAt: one.closedAt,
    filesLocked: one.filesLocked,
    steps: openStepLines(one, found.mine, names),
    heldUp: heldUp(home, found),
    alters: found.alters,
    ways: found.alters ? waysOf(one) : [],
    charts: chartsOf(found, now),
    path: pathTaken(one, names, home, new Map([...names, ...found.named])),
    voidReason: one.voidReason,
    readsUntil: found.readsUntil,
    hears: found.hears,
    complainHref:
      one.policy.pack.records[one.kind]?.complaints === undefined || one.state === 'voided'
        ? null
        : `/complaints/new?case=${one.reference}`,
    mayVoid: one.state !== 'voided' && mayVoid(one.policy.pack, one.kind, found.mine),
    mayReopen: one.state === 'closed' && mayReopen(one.policy.pack, one.kind, found.mine),
    mayWrite: found.mine.includes('handler') && (kindOf(one)?.fields ?? []).length > 0 && !isKeptUp(kindOf(one)),
    hasParts: (one.policy.pack.records[one.kind]?.parts ?? []).length > 0,
    told: found.told,
    follows: found.follows,
    takeHref: one.state === 'open' && mayFollow(one) ? `/actions/new?case=${one.id}` : null,
    facts: [...factsOf(one, found.named, left), ...sayMoments(one, now, found.settings.zone)],
    missing: missingIn(one),
    tables: tablesOf(one, found.named),
    people: peopleOnPage(found, now),
    happened: happenedIn(found),
    contacts: contactsOf(found),
    tells: tellsOfCase(home, {
      one,
      contacts: found.contacts,
      names,
      now,
      zone: found.settings.zone,
      handles: found.mine.includes('handler'),
    }),
    readers: readersOf(one.policy, found.readers),
    looks: found.readers.looks,
    walls: found.readers.walls,
    clauses: clausesTouched(one),
    version: one.policy.number,
    now,
    zone: found.settings.zone,
  }
}

/** What stands between a record whose steps are all taken and its end: somebody to tell, or what follows from it. */
const heldUp = (home: RecordHome, { one, contacts, names, unfinished }: CaseFacts) =>
  one.state !== 'open'
    ? []
    : [
        ...stillOwed(one.tells, contacts).map((telling) => ({
          says: `${sayTelling(one.policy, telling, names)}: say whether they were told`,
          href: home.paths.told.to(one.id, telling),
        })),
        ...unfinished.map(({ id, kind, title }) => ({ says: title, href: addressesOf(kind).show.to(id) })),
      ]

// What the case itself records, and whom somebody told of it, in one order of time.
function happenedIn({ one, names, contacts, settings }: CaseFacts) {
  const told = contactsHappened(one.policy, contacts, settings.zone, names)
  return [...sayHappened(one, names), ...told].sort((a, b) => Temporal.Instant.compare(a.at, b.at))
}

/** Everybody who was told, or not and why, in words, for papers. */
function contactsOf({ one, names, contacts, settings }: CaseFacts) {
  return contacts.map((contact) => ({
    who: sayTelling(one.policy, contact, names),
    lines: sayContact(contact, settings.zone, names),
  }))
}

// An action follows from a case; nothing follows from an action by hand.
const mayFollow = (one: Case): boolean =>
  derivedFrom(one.kind) === null && one.kind === 'incident' && Object.keys(one.policy.pack.actions).length > 0

function readersOf(policy: PolicyInForce, { readers, members }: CaseReaders) {
  const reach = (all: string) => (all === 'all' ? 'all of it' : 'that it exists, no names')
  return [
    ...readers.map((reader) => ({
      name: reader.name,
      what: `${sayPost(policy, reader.post)}: ${reach(reader.reach)}`,
    })),
    ...members.map((one) => ({ name: `Everybody here as ${one.kind}`, what: reach(one.reach) })),
  ]
}

const INVITED: Readonly<Record<string, string>> = {
  sight: 'let in for this kind of case',
  step: 'let in for an open step',
  named: 'let in by name',
  glass: 'opened it in an emergency, for a while',
  complaint: 'hears a complaint about how it was handled',
}

const sayPost = (policy: PolicyInForce, post: string): string =>
  INVITED[post] ?? textOf(policy.pack.parties[post]?.says ?? post)

// In the order in which the record came to them; a chart of one person says whose it is.
function chartsOf({ one, names, mine, settings }: CaseFacts, now: Temporal.Instant): CaseChart[] {
  const flags = flagsOf(one, mine, now, settings.zone)
  const open = new Set(one.open.filter((step) => !step.early).map((step) => step.key))
  const waits = (key: string) =>
    one.drawing.nodes.some((node) => node.frame === key && node.visit !== null && open.has(node.visit))
  const frames = one.drawing.frames
    .filter(
      (frame, _at, all) => frame.chart.startsWith('flow/') || all.every((other) => !other.chart.startsWith('flow/')),
    )
    .map((frame) => ({
      ...frame,
      title: frame.branch === null ? frame.title : `${frame.title} (${sayBranch(frame.branch, (id) => names.get(id))})`,
    }))
  return layOut({ ...one.drawing, frames }).map((chart) => ({
    ...chart,
    nodes: chart.nodes.map((node) => ({ ...node, flag: flags.get(node.id) })),
    waits: waits(chart.key),
  }))
}

function waysOf(one: Case) {
  const running = new Set(one.open.map((step) => step.chart))
  return [...running]
    .flatMap((chart) =>
      chart.startsWith('flow/') ? (one.policy.pack.flows[chart.slice('flow/'.length)]?.at_any_time ?? []) : [],
    )
    .map((way) => ({ to: way.goto, says: textOf(way.says) }))
}

const kindOf = (one: Case) => one.policy.pack.records[one.kind]

/** Every field of a record, those of its lists, its steps and their charts too. */
const fieldsOf = (one: Case): Field[] => [
  ...stepFieldsOf(one),
  ...formFields(one.policy.pack, one.kind),
  ...(kindOf(one)?.rows ?? []).flatMap((rows) => rows.fields),
]

const stepFieldsOf = (one: Case): Field[] => {
  const flows = flowsIn(one.policy.pack, one.kind).map((flow) => one.policy.pack.flows[flow]?.steps ?? {})
  return [kindOf(one)?.steps ?? {}, ...flows].flatMap(fieldsOfSteps)
}

const valuesOf = (one: Case) => [
  one.fields,
  ...one.run.events.flatMap((event) => ('fields' in event && event.fields !== undefined ? [event.fields] : [])),
  ...(kindOf(one)?.rows ?? []).flatMap((rows) => listed(one.fields[rows.id])),
]

function factsOf(one: Case, named: ReadonlyMap<string, string>, left: readonly string[]) {
  return formFields(one.policy.pack, one.kind)
    .filter((field) => !left.includes(field.id))
    .map((field) => ({
      key: textOf(field.asks),
      value: sayValue(one.policy.pack, field, one.fields[field.id], named),
    }))
    .filter((row) => row.value !== '')
}

// What is asked under a condition may never be asked, and whoever is named stands among the people.
const missingIn = (one: Case): string[] =>
  formFields(one.policy.pack, one.kind)
    .filter(({ id, type, when }) => when === undefined && type !== 'people' && (one.fields[id] ?? '') === '')
    .map((field) => textOf(field.asks))

// A list inside a form as a table: its heads, and a line for each of its rows.
function tablesOf(one: Case, named: ReadonlyMap<string, string>): FormTable[] {
  return (kindOf(one)?.rows ?? [])
    .map((rows) => ({
      title: textOf(rows.says),
      heads: rows.fields.map((field) => textOf(field.asks)),
      lines: listed(one.fields[rows.id]).map((row) =>
        rows.fields.map((field) => sayValue(one.policy.pack, field, row[field.id], named)),
      ),
    }))
    .filter((table) => table.lines.length > 0)
}

function clausesTouched(one: Case): string[] {
  const own = one.policy.pack.records[one.kind]?.clauses ?? []
  const touched = one.run.events.flatMap((event) => {
    if (!('stepId' in event)) return []
    const [kind, id = ''] = event.chart.split('/')
    const steps = kind === 'flow' ? one.policy.pack.flows[id]?.steps : one.policy.pack.records[id]?.steps
    return steps?.[event.stepId]?.clauses ?? []
  })
  return [...new Set([...own, ...touched, ...one.open.flatMap((step) => step.clauses)])].sort()
}
