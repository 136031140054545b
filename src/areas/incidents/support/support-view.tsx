import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { DateInput } from '#ui/date-input/date-input.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Page } from '#ui/page/page.tsx'
import { Select } from '#ui/select/select.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { paths } from '../paths.ts'

interface Option {
  readonly value: string
  readonly text: string
}

export interface SupportViewProps {
  readonly id: string
  readonly reference: string
  /** A new offer to somebody, or what became of one. */
  readonly about: readonly Option[]
  readonly kinds: readonly Option[]
  readonly words: readonly Option[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** Writing down support that was offered, or what became of it. */
export function SupportView({ id, reference, about, kinds, words, typed, errors }: SupportViewProps) {
  return (
    <Page
      title="Write down support"
      caption={reference}
      errors={errors}
      back={{ href: paths.show.to(id), text: 'Back to the case' }}
      lede="What was offered to whom, by whom, and what became of it. Nothing is written over: the last word holds."
    >
      <Form>
        <Select
          name="about"
          label="What is it about?"
          labelSize="s"
          options={about}
          value={typed.about}
          error={errors.about}
        />
        <Select
          name="support"
          label="For a new offer: what is offered?"
          labelSize="s"
          options={[{ value: '', text: 'Choose one' }, ...kinds]}
          value={typed.support}
          error={errors.support}
        />
        <Input
          name="by_whom"
          label="For a new offer: who offers it?"
          labelSize="s"
          hint="For instance the school nurse, or an agency."
          value={typed.by_whom}
          error={errors.by_whom}
          autocomplete="off"
        />
        <Select
          name="word"
          label="For an offer that was made: what became of it?"
          labelSize="s"
          options={[{ value: '', text: 'Choose one' }, ...words]}
          value={typed.word}
          error={errors.word}
        />
        <DateInput
          name="on"
          legend="On which day?"
          legendSize="s"
          value={{ day: typed['on-day'], month: typed['on-month'], year: typed['on-year'] }}
          error={errors.on}
        />
        <Textarea name="note" label="Anything to add?" labelSize="s" rows={3} value={typed.note} error={errors.note} />
        <Button preventDoubleClick>Write it down</Button>
      </Form>
    </Page>
  )
}
