import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { DateInput } from '#ui/date-input/date-input.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import type { SelectOption } from '#ui/select/select.tsx'
import { Select } from '#ui/select/select.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { BesideCase } from '../views/beside-case.tsx'

export interface SupportViewProps {
  readonly id: string
  readonly reference: string
  /** To whom the policy offers support. */
  readonly people: readonly SelectOption[]
  /** What was offered before. */
  readonly offers: readonly SelectOption[]
  readonly kinds: readonly SelectOption[]
  readonly words: readonly SelectOption[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

const CHOOSE = { value: '', text: 'Choose one' }

/** Writing down support that was offered, or what became of it. */
export function SupportView(props: SupportViewProps) {
  const { id, reference, people, offers, typed, errors } = props
  return (
    <BesideCase
      id={id}
      reference={reference}
      title="Write down support"
      errors={errors}
      lede="What was offered to whom, by whom, and what became of it. Nothing is written over: the last word holds."
    >
      {people.length + offers.length === 0 ? (
        <p class="govuk-body">Nobody is in this case to whom the policy offers support. Add them to the case first.</p>
      ) : (
        <Form>
          {offers.length === 0 ? (
            <>
              <input type="hidden" name="kind" value="offer" />
              <Offer {...props} />
            </>
          ) : (
            <Radios
              name="kind"
              legend="What do you write down?"
              legendSize="s"
              value={typed.kind}
              error={errors.kind}
              options={[
                { value: 'word', text: 'What became of an offer', conditional: <Word {...props} /> },
                people.length > 0 && {
                  value: 'offer',
                  text: 'More support that was offered',
                  conditional: <Offer {...props} />,
                },
              ]}
            />
          )}
          <DateInput
            name="on"
            legend="On which day?"
            legendSize="s"
            value={{ day: typed['on-day'], month: typed['on-month'], year: typed['on-year'] }}
            error={errors.on}
          />
          <Textarea
            name="note"
            label="Anything to add?"
            labelSize="s"
            rows={3}
            value={typed.note}
            error={errors.note}
          />
          <Button preventDoubleClick>Write it down</Button>
        </Form>
      )}
    </BesideCase>
  )
}

function Offer({ people, kinds, typed, errors }: SupportViewProps) {
  return (
    <>
      <Select
        name="to"
        label="To whom?"
        labelSize="s"
        options={people.length > 1 ? [CHOOSE, ...people] : people}
        value={typed.to}
        error={errors.to}
      />
      <Select
        name="support"
        label="What is offered?"
        labelSize="s"
        options={[CHOOSE, ...kinds]}
        value={typed.support}
        error={errors.support}
      />
      <Input
        name="by_whom"
        label="Who offers it?"
        labelSize="s"
        hint="For instance the school nurse, or an agency."
        value={typed.by_whom}
        error={errors.by_whom}
        autocomplete="off"
      />
    </>
  )
}

function Word({ offers, words, typed, errors }: SupportViewProps) {
  return (
    <>
      <Select
        name="of"
        label="Which offer?"
        labelSize="s"
        options={offers.length > 1 ? [CHOOSE, ...offers] : offers}
        value={typed.of}
        error={errors.of}
      />
      <Select
        name="word"
        label="What became of it?"
        labelSize="s"
        options={[CHOOSE, ...words]}
        value={typed.word}
        error={errors.word}
      />
    </>
  )
}
