import type { Typed } from '#core/form.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { DateInput } from '#ui/date-input/date-input.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { paths } from '../paths.ts'

export interface MakeViewProps {
  /** The body outside, where everybody here is in the case. */
  readonly body: string | null
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** Entering a complaint about how a case was handled. */
export function MakeView({ body, typed, errors }: MakeViewProps) {
  return (
    <Page
      title="Complain about how a case was handled"
      back={{ href: paths.all.to(), text: 'Complaints' }}
      errors={errors}
      lede="It goes to somebody who is not in the case. Whoever handled it, decided in it or is named in it does not see the complaint here."
    >
      {body !== null && (
        <Alert voice="wall" title={`Nobody here is left to hear it: it goes to ${body}`}>
          Everybody whom the policy names is in this case. Pass the complaint on to {body}, and write down when and how.
        </Alert>
      )}
      <Form>
        <Input
          name="case"
          label="Which case?"
          labelSize="s"
          hint="Its number, for instance INC-0012. It stands on letters about it."
          value={typed.case}
          error={errors.case}
          autocomplete="off"
        />
        <Radios
          name="own"
          legend="Who complains?"
          legendSize="s"
          options={[
            { value: 'yes', text: 'I do' },
            {
              value: 'no',
              text: 'Somebody else, and I write it down for them',
              conditional: (
                <Input
                  name="made_by"
                  label="Who is it?"
                  labelSize="s"
                  value={typed.made_by}
                  error={errors.made_by}
                  autocomplete="off"
                />
              ),
            },
          ]}
          value={typed.own}
          error={errors.own}
        />
        <DateInput
          name="made_on"
          legend="When was the complaint made?"
          legendSize="s"
          value={{ day: typed['made_on-day'], month: typed['made_on-month'], year: typed['made_on-year'] }}
          error={errors.made_on}
        />
        <Textarea
          name="says"
          label="What was wrong with how it was handled?"
          labelSize="s"
          rows={6}
          value={typed.says}
          error={errors.says}
        />
        {body !== null && (
          <Textarea
            name="passed_on"
            label={`When and how was it passed on to ${body}?`}
            labelSize="s"
            hint="For instance the day, the person, and a reference."
            rows={2}
            value={typed.passed_on}
            error={errors.passed_on}
          />
        )}
        <Button preventDoubleClick>{body === null ? 'Send the complaint' : 'Write it down'}</Button>
      </Form>
    </Page>
  )
}
