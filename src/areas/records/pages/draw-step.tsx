import { textOf } from '#areas/policy/index.ts'
import { sayFullInstant } from '#core/calendar/say-date.ts'
import type { Form } from '#core/form.ts'
import type { Field } from '#pack/types/field.ts'
import { pathTaken } from '../case/path-taken.ts'
import { sayPart } from '../case/say-steps.ts'
import { sayRecorded } from '../case/step-on-page.ts'
import { fieldViews } from '../forms/field-view.ts'
import { peopleFields } from '../forms/people-fields.ts'
import type { RecordHome } from '../home.ts'
import { PackFields } from '../views/pack-fields.tsx'
import { PeopleFields } from '../views/people-fields-view.tsx'
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
          hint: answer.hint === undefined ? null : textOf(answer.hint),
          asks: answer.fields.length === 0 ? null : asks(answer.fields),
        })),
        filesNever: step.filesNever && one.filesLocked,
        branch: step.branch === null ? null : (names.get(step.branch) ?? step.branch.replace(/^described:/, '')),
        settled: step.was !== null && !step.second && step.decides === null,
      }}
      fields={asks(step.fields)}
      was={
        step.was === null
          ? null
          : {
              rows: sayRecorded(one, step.was),
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

function drawFields({ one, offers }: StepPageFacts, fields: readonly Field[], form: Form<unknown>) {
  const people = peopleFields(fields).map((field) => ({
    id: field.id,
    asks: textOf(field.asks),
    hint: field.hint === undefined ? null : textOf(field.hint),
    required: field.required,
    parts: (field.parts ?? []).map((part) => ({ value: part, text: sayPart(one.policy, one.kind, part) })),
  }))
  return (
    <>
      <PackFields fields={fieldViews(one.policy.pack, fields, offers)} typed={form.typed} errors={form.errors} />
      <PeopleFields fields={people} typed={form.typed} errors={form.errors} />
    </>
  )
}
