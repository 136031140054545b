import { textOf } from '#areas/policy/index.ts'
import { sayFullInstant } from '#core/calendar/say-date.ts'
import type { Form, Typed } from '#core/form.ts'
import { countedField, countedWhyField, departedField } from '#pack/engines/flow/proposed.ts'
import type { Proposal } from '#pack/engines/tables/proposal.ts'
import { recount } from '#pack/engines/tables/recount.ts'
import { sentenceOf } from '#pack/sentences/sentence-of.ts'
import type { Field } from '#pack/types/field.ts'
import type { Answer } from '#pack/types/step.ts'
import { askedItem } from '../case/asked-item.ts'
import { pathTaken } from '../case/path-taken.ts'
import { sayPart } from '../case/say-steps.ts'
import { sayRecorded } from '../case/step-on-page.ts'
import { Tells, Untold } from '../contacts/tell-view.tsx'
import { fieldViews } from '../forms/field-view.ts'
import { peopleFields, rowsOf } from '../forms/people-fields.ts'
import type { RecordHome } from '../home.ts'
import { PackFields } from '../views/pack-fields.tsx'
import { PeopleFields } from '../views/people-fields-view.tsx'
import type { ProposalOnPage } from '../views/proposed.tsx'
import { StepView } from '../views/step-view.tsx'
import type { StepPageFacts } from './step-page.tsx'

/** The page of a step with what was typed. */
export function drawStep(home: RecordHome, found: StepPageFacts, form: Form<unknown>) {
  const { one, step, names, known } = found
  const name = (id: string | null) => (id === null ? 'Kept' : (names.get(id) ?? 'Somebody'))
  const asks = (fields: readonly Field[]) => drawFields(found, fields, form)
  return (
    <StepView
      home={home}
      id={one.id}
      reference={one.reference}
      title={one.title}
      number={one.run.events.length + 1}
      step={{
        ...step,
        says: textOf(step.says),
        hint: step.hint === null ? null : textOf(step.hint),
        answers: step.answers.map((answer) => ({
          id: answer.id,
          says: textOf(answer.says),
          hint: answer.hint === undefined ? strengthIn(step.applied, answer.id) : textOf(answer.hint),
          asks: asksOfAnswer(found, answer, form),
        })),
        proposed: proposedOn(home, found, form),
        item: askedItem(one, step),
        filesNever: step.filesNever && one.filesLocked,
        branch: step.branch === null ? null : (names.get(step.branch) ?? step.branch.replace(/^described:/, '')),
        settled: step.was !== null && !step.second && step.decides === null,
      }}
      fields={asks(step.fields)}
      tells={step.tells === null ? null : <Tells tells={found.tells} typed={form.typed} errors={form.errors} />}
      was={
        step.was === null
          ? null
          : {
              rows: sayRecorded(one, step.was, names),
              who: name(step.was.by),
              when: sayFullInstant(Temporal.Instant.from(step.was.at)),
            }
      }
      known={known.map((person) => person.words)}
      soFar={pathTaken(one, names, home)
        .filter((line) => line.holds)
        .slice(-6)}
      typed={form.typed}
      errors={form.errors}
      version={`version ${one.policy.number}`}
    />
  )
}

const STRENGTH = {
  must: 'The policy says that this must follow.',
  should: 'The policy says that this should follow.',
  may: 'The policy says that this may follow.',
} as const

function strengthIn(applied: StepPageFacts['step']['applied'], id: string): string | null {
  const found = applied?.proposal.outcomes.find((one) => one.id === id)
  return found === undefined ? null : STRENGTH[found.strength]
}

function proposedOn(
  home: RecordHome,
  { one, step, counted }: StepPageFacts,
  { errors, typed }: Form<unknown>,
): ProposalOnPage | null {
  if (step.applied === null) return null
  const { table, applies } = step.applied
  const proposal = recount(applies, step.applied.proposal, typedCounts(step.applied.proposal, typed))
  const proposed = new Set(proposal.outcomes.map(({ id }) => id))
  const wants = (id: string) => errors[departedField(id)] !== undefined || typed[departedField(id)] !== undefined
  return {
    table: textOf(table.says),
    rows: proposal.rows.map((row) => sentenceOf(one.policy.pack, `${proposal.table}#${row}`, 'en')),
    clauses: proposal.clauses,
    counted: Object.entries(proposal.counted ?? {}).map(([column, { number, records }]) => ({
      column,
      says: textOf(table.inputs.find((input) => input.id === column)?.says ?? column),
      number,
      cases: [...counted].flatMap(([id, reference]) =>
        records.includes(id) ? [{ reference, href: home.paths.show.to(id) }] : [],
      ),
    })),
    departed: step.answers
      .filter(({ id }) => wants(id))
      .map(({ id, says }) => ({ id, says: textOf(says), added: !proposed.has(id) })),
  }
}

// What somebody counts instead is looked up anew, so that they see what follows from it.
function typedCounts(proposal: Proposal, typed: Typed) {
  return Object.fromEntries(
    Object.keys(proposal.counted ?? {}).flatMap((column) => {
      const [number, because] = [typed[countedField(column)], typed[countedWhyField(column)]]
      if (typeof number !== 'string' || !/^\d{1,3}$/.test(number.trim())) return []
      return [[column, { number: Number(number), because: typeof because === 'string' ? because : '' }]]
    }),
  )
}

// Beside what it asks: why those whom it leaves untold are not told.
function asksOfAnswer(found: StepPageFacts, { id, fields }: Answer, form: Form<unknown>) {
  const untold = found.tells.untold.filter((block) => block.answer === id)
  if (fields.length === 0 && untold.length === 0) return null
  return (
    <>
      <Untold blocks={untold} typed={form.typed} errors={form.errors} />
      {fields.length > 0 && drawFields(found, fields, form)}
    </>
  )
}

function drawFields({ one, offers }: StepPageFacts, fields: readonly Field[], form: Form<unknown>) {
  const people = peopleFields(fields).map((field) => ({
    id: field.id,
    asks: textOf(field.asks),
    hint: field.hint === undefined ? null : textOf(field.hint),
    required: field.required,
    rows: rowsOf(one.policy.pack, field),
    parts: (field.parts ?? []).map((part) => ({ value: part, text: sayPart(one.policy, one.kind, part) })),
  }))
  return (
    <>
      <PackFields fields={fieldViews(one.policy.pack, fields, offers)} typed={form.typed} errors={form.errors} />
      <PeopleFields fields={people} typed={form.typed} errors={form.errors} />
    </>
  )
}
