import { Checkboxes } from '#ui/checkboxes/checkboxes.tsx'
import { Input } from '#ui/input/input.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { Departures } from './proposed.tsx'
import type { StepViewProps } from './step-view.tsx'

type Asks = Pick<StepViewProps, 'step' | 'typed' | 'errors'>

/** The answers of a question, or the outcomes of a table. */
export function Answers({ step, typed, errors }: Asks) {
  const options = step.answers.map((answer) => ({
    value: answer.id,
    text: answer.says,
    hint: answer.hint ?? undefined,
    conditional: answer.asks ?? undefined,
  }))
  const common = {
    name: 'answer',
    legend: 'Your answer',
    legendSize: 's',
    options,
    value: typed.answer,
    error: errors.answer,
  } as const
  if (step.proposed !== null)
    return (
      <>
        <Checkboxes {...common} legend="What follows" />
        <Departures proposed={step.proposed} typed={typed} errors={errors} />
      </>
    )
  return step.several ? <Checkboxes {...common} hint="Choose all that hold." /> : <Radios {...common} />
}

/** A yes or a no. */
export function Decides({ step, typed, errors }: Asks) {
  return (
    <>
      <Radios
        name="voice"
        legend="Your decision"
        legendSize="s"
        inline
        options={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
        value={typed.voice}
        error={errors.voice}
      />
      {step.asksMinute && (
        <Input
          name="minute"
          label="Which minute?"
          labelSize="s"
          hint="Needed when you write down the resolution of a body. Leave it empty when you decide yourself."
          width={20}
          value={typed.minute}
          error={errors.minute}
        />
      )}
    </>
  )
}

/** Which of several bodies has answered. */
export function WhoAnswered({ step, typed, errors }: Asks) {
  return (
    <Radios
      name="heard"
      legend="Whose answer has come?"
      legendSize="s"
      options={step.awaits.map(({ party, says }) => ({ value: party, text: says }))}
      value={typed.heard}
      error={errors.heard}
    />
  )
}

/** The end of waiting. */
export function GivesUp({ typed }: Asks) {
  return (
    <Checkboxes
      name="gave_up"
      legend="Has it come?"
      legendSize="s"
      hint="The policy says how long to wait."
      options={[{ value: 'yes', text: 'No, and the time for it is over' }]}
      value={typed.gave_up}
      small
    />
  )
}

/** What was recorded by mistake. */
export function TakeBack({ step, typed }: Asks) {
  return (
    <Checkboxes
      name="taken_back"
      legend="Was it recorded by mistake?"
      legendSize="s"
      hint={step.optional ? undefined : 'The step is open again then. What was recorded can still be seen.'}
      options={[{ value: 'yes', text: 'Yes, take it back: this has not been done' }]}
      value={typed.taken_back}
      small
    />
  )
}

/** Whether a step is needed, and why not; of somebody who is told, whether they were, and when. */
export function NotNeeded({ typed, errors, tells }: Asks & Pick<StepViewProps, 'tells'>) {
  const words = tells === null ? NEEDED : TOLD
  return (
    <Radios
      name="needed"
      legend={words.asks}
      legendSize="s"
      value={typed.needed}
      error={errors.needed}
      options={[
        { value: 'yes', text: words.yes, conditional: tells ?? undefined },
        {
          value: 'no',
          text: words.no,
          conditional: (
            <Textarea name="not_needed" label={words.why} rows={2} value={typed.not_needed} error={errors.not_needed} />
          ),
        },
      ]}
    />
  )
}

const NEEDED = {
  asks: 'The policy leaves this to you. Is it needed here?',
  yes: 'Yes, it has been done',
  no: 'No, it is not needed',
  why: 'Why is it not needed?',
} as const

const TOLD = {
  asks: 'The policy leaves this to you. Were they told?',
  yes: 'Yes, they were told',
  no: 'No, they were not told',
  why: 'Why were they not told?',
} as const
