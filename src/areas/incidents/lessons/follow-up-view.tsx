import type { Typed } from '#core/form.ts'
import type { FollowUp } from '#pack/types/step.ts'
import { Button } from '#ui/button/button.tsx'
import { DateInput } from '#ui/date-input/date-input.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import type { SelectOption } from '#ui/select/select.tsx'
import { Select } from '#ui/select/select.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { BesideCase } from '../views/beside-case.tsx'

export interface FollowUpViewProps {
  readonly id: string
  readonly reference: string
  readonly steps: readonly SelectOption[]
  readonly kinds: readonly { readonly kind: FollowUp; readonly text: string }[]
  readonly posts: readonly SelectOption[]
  readonly clauses: readonly string[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** Writing down what follows from a case for the school. */
export function FollowUpView(props: FollowUpViewProps) {
  const { id, reference, steps, kinds, typed, errors } = props
  const asks = { duty: <DutyFields {...props} />, policy_change: <ChangeFields {...props} /> }
  return (
    <BesideCase
      id={id}
      reference={reference}
      title="What follows for the school"
      errors={errors}
      lede="Name nobody and say nothing of the case: others read this who need not know it."
    >
      <Form>
        <Select
          name="step"
          label="From which step of the case?"
          labelSize="s"
          options={steps}
          value={typed.step}
          error={errors.step}
        />
        <Textarea
          name="says"
          label="What is to be done or changed?"
          labelSize="s"
          hint="For instance: Have the filter block the new chat sites."
          rows={3}
          value={typed.says}
          error={errors.says}
        />
        <Radios
          name="kind"
          legend="What is it?"
          legendSize="s"
          options={kinds.map(({ kind, text }) => ({ value: kind, text, conditional: asks[kind] }))}
          value={typed.kind}
          error={errors.kind}
        />
        <Button preventDoubleClick>Write it down</Button>
      </Form>
    </BesideCase>
  )
}

function DutyFields({ posts, typed, errors }: FollowUpViewProps) {
  return (
    <>
      <Select
        name="post"
        label="Who has the duty?"
        labelSize="s"
        options={posts}
        value={typed.post}
        error={errors.post}
      />
      <DateInput
        name="due"
        legend="By when is it done?"
        legendSize="s"
        value={{ day: typed['due-day'], month: typed['due-month'], year: typed['due-year'] }}
        error={errors.due}
      />
    </>
  )
}

function ChangeFields({ clauses, typed, errors }: FollowUpViewProps) {
  return (
    <>
      <Input
        name="clause"
        label="Which clause?"
        labelSize="s"
        hint="Leave it empty where it is about none in particular."
        width={10}
        value={typed.clause}
        error={errors.clause}
        autocomplete="off"
        attributes={{ list: 'clauses' }}
      />
      <datalist id="clauses">
        {clauses.map((clause) => (
          <option value={clause} />
        ))}
      </datalist>
      <Textarea
        name="why"
        label="Why should the policy change?"
        labelSize="s"
        rows={3}
        value={typed.why}
        error={errors.why}
      />
    </>
  )
}
