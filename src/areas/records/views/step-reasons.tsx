import { LATE_FIELD } from '#pack/engines/flow/check-late.ts'
import { NameInput } from '#ui/name-input/name-input.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import type { StepViewProps } from './step-view.tsx'

type Asks = Pick<StepViewProps, 'step' | 'typed' | 'errors'>

/** Why something else holds than what was recorded. */
export function WhyChanged({ typed, errors }: Asks) {
  return (
    <Textarea
      name="reason"
      label="Why are you changing this?"
      labelSize="s"
      hint="What was recorded before stays, and both are shown."
      value={typed.reason}
      error={errors.reason}
      rows={3}
    />
  )
}

/** Why it is late, where the policy wants to know. */
export function WhyLate({ step, typed, errors }: Asks) {
  return (
    <Textarea
      name={LATE_FIELD}
      label="Why is this late?"
      labelSize="s"
      hint={`The policy asks for it${step.optional ? ', unless this is not needed' : ''}. It is kept with your answer.`}
      value={typed[LATE_FIELD]}
      error={errors[LATE_FIELD]}
      rows={3}
    />
  )
}

/** Who was there. */
export function Witness({ typed, errors }: Asks) {
  return (
    <NameInput
      name="witness"
      label="Who was there as a witness?"
      labelSize="s"
      value={typed.witness}
      error={errors.witness}
    />
  )
}

/** A word beside the answer: as one likes, or the reason of a decision. */
export function Note({ step, home, typed, errors }: Asks & Pick<StepViewProps, 'home'>) {
  return (
    <Textarea
      name="note"
      label={NOTES[step.decides ?? 'optional']}
      labelSize="s"
      hint={`It stays in the ${home.noun}, with your name and the time.`}
      value={typed.note}
      error={errors.note}
      rows={4}
    />
  )
}

const NOTES = { optional: 'A note (optional)', required: 'Why?', on_refusal: 'Why? (needed for a no)' } as const
