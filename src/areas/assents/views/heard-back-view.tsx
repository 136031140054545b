import type { Form as FormValues } from '#core/form.ts'
import { say } from '#core/messages/say.ts'
import { Button } from '#ui/button/button.tsx'
import { DateInput } from '#ui/date-input/date-input.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { paths } from '../paths.ts'
import type { Use } from './uses-field.tsx'
import { UsesField } from './uses-field.tsx'

export interface HeardBackViewProps {
  readonly aboutId: string
  readonly title: string
  readonly name: string
  readonly written: boolean
  readonly follows: readonly string[]
  readonly people: readonly { readonly id: string; readonly name: string; readonly pupil: boolean }[]
  readonly purposes: readonly Use[]
  readonly form: FormValues<unknown>
}

const en = 'en'

/** Staff enter who took something back, when and how, and which uses go. */
export function HeardBackView(props: HeardBackViewProps) {
  const { aboutId, title, name, people, form } = props
  return (
    <Page
      title={say(en, 'agreement.heard.title', { name })}
      caption={title}
      back={{ href: paths.person.to(aboutId), text: name }}
      errors={form.errors}
    >
      {people.length === 0 ? (
        <EmptyState title={say(en, 'agreement.heard.none')}>{say(en, 'agreement.heard.none_says')}</EmptyState>
      ) : (
        <Form>
          <Radios
            name="signer"
            legend={say(en, 'agreement.heard.who')}
            legendSize="m"
            options={people.map((one) => ({
              value: one.id,
              text: one.name,
              hint: one.pupil ? 'The pupil' : undefined,
            }))}
            value={form.typed.signer}
            error={form.errors.signer}
          />
          <Heard {...props} />
          <Button preventDoubleClick>{say(en, 'agreement.heard.press')}</Button>
        </Form>
      )}
    </Page>
  )
}

function Heard({ form, written, purposes, follows }: HeardBackViewProps) {
  return (
    <>
      <DateInput
        name="said"
        legend={say(en, written ? 'agreement.heard.dated' : 'agreement.heard.when')}
        legendSize="m"
        value={{ day: form.typed['said-day'], month: form.typed['said-month'], year: form.typed['said-year'] }}
        error={form.errors.said}
      />
      {written ? (
        <p class="govuk-body">{say(en, 'agreement.heard.written')}</p>
      ) : (
        <Radios
          name="how"
          legend={say(en, 'agreement.heard.how')}
          legendSize="m"
          options={[
            { value: 'written', text: say(en, 'agreement.heard.how.written') },
            { value: 'spoken', text: say(en, 'agreement.heard.how.spoken') },
          ]}
          value={form.typed.how}
          error={form.errors.how}
        />
      )}
      <UsesField
        legend={say(en, 'agreement.heard.which')}
        hint={say(en, 'agreement.back.which_hint')}
        uses={purposes}
        form={form}
      />
      <Textarea
        name="note"
        label={say(en, 'agreement.heard.note')}
        rows={2}
        value={form.typed.note}
        error={form.errors.note}
      />
      {follows.length > 0 && (
        <p class="govuk-body">{say(en, 'agreement.heard.follows', { what: follows.join('; ') })}</p>
      )}
    </>
  )
}
