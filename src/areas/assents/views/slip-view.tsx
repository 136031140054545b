import type { Form as FormValues } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { DateInput } from '#ui/date-input/date-input.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import type { Words } from '#ui/words.ts'
import type { AgreementText } from '../agreement-text.ts'
import { paths } from '../paths.ts'
import { OwnQuestions } from './statements.tsx'

export interface SlipViewProps {
  readonly requestId: string
  readonly aboutId: string
  readonly title: string
  readonly about: string
  readonly signers: readonly { readonly id: string; readonly name: string; readonly pupil: boolean }[]
  readonly text: AgreementText
  readonly slip: Words
  readonly form: FormValues<unknown>
  readonly seenBy: string
}

/** A slip that came back on paper: who signed it, when, and who has seen it. */
export function SlipView(props: SlipViewProps) {
  const { form } = props
  return (
    <Page
      title={`Paper slip for ${props.about}`}
      caption={props.title}
      back={{ href: paths.person.to(props.aboutId), text: props.about }}
      errors={form.errors}
    >
      <p class="govuk-body">
        <a class="govuk-link" href={paths.slipPrint.to(props.requestId)}>
          Print an empty slip
        </a>
      </p>
      {props.signers.length === 0 ? (
        <EmptyState title="Nobody is left to sign this">Everybody who is asked has signed.</EmptyState>
      ) : (
        <Form>
          <Radios
            name="signer"
            legend="Who signed the slip?"
            legendSize="m"
            options={props.signers.map((one) => ({
              value: one.id,
              text: one.name,
              hint: one.pupil ? 'The pupil' : undefined,
            }))}
            value={form.typed.signer}
            error={form.errors.signer}
          />
          <DateInput
            name="signed"
            legend="Date on the slip"
            legendSize="m"
            value={{
              day: form.typed['signed-day'],
              month: form.typed['signed-month'],
              year: form.typed['signed-year'],
            }}
            error={form.errors.signed}
          />
          <Input
            name="name"
            label="Name as it stands on the slip (optional)"
            hint="Only if it differs from the name above."
            value={form.typed.name}
            error={form.errors.name}
          />
          <OwnQuestions text={props.text} typed={form.typed} errors={form.errors} />
          {props.slip}
          <Textarea name="note" label="Note (optional)" rows={2} value={form.typed.note} error={form.errors.note} />
          <p class="govuk-body">You state with this that you, {props.seenBy}, have seen the slip.</p>
          <Button preventDoubleClick>Record the slip</Button>
        </Form>
      )}
    </Page>
  )
}
