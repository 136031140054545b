import { sayInstant } from '#core/calendar/say-date.ts'
import type { Typed } from '#core/form.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { Select } from '#ui/select/select.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import type { JoinedLine } from '../lines.ts'
import { paths } from '../paths.ts'
import { sayReporter, sayState } from '../say-concern.ts'

interface JoinViewProps {
  readonly id: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** Two told us of the same: dealt with together, each with a conversation of their own. */
export function JoinView({ id, options, typed, errors }: JoinViewProps) {
  return (
    <Page
      title="Told about the same thing"
      lede="They are then taken, answered and settled together. Both codes go on working, and neither reporter learns of the other. You can part them again."
      back={paths.show.to(id)}
      errors={errors}
    >
      {options.length === 0 ? (
        <p class="govuk-body">No other open concern is looked after by the same people.</p>
      ) : (
        <Form action={paths.join.to(id)}>
          <Select
            name="main"
            label="The other concern"
            hint="This one is put with it, and only the other one stays in the list."
            options={[{ value: '', text: 'Choose' }, ...options]}
            value={typed.main}
            error={errors.main}
          />
          <Textarea name="reason" label="How do you know?" rows={2} value={typed.reason} error={errors.reason} />
          <Button preventDoubleClick>Deal with them together</Button>
        </Form>
      )}
    </Page>
  )
}

/** They were not about the same after all. */
export function PartView({ id, typed, errors }: Omit<JoinViewProps, 'options'>) {
  return (
    <Page
      title="Deal with it by itself again"
      lede="Nothing was lost while they were together. If it was settled with the other one, it is open again, and yours."
      back={paths.show.to(id)}
      errors={errors}
    >
      <Form action={paths.part.to(id)}>
        <Textarea
          name="reason"
          label="Why are they not the same?"
          rows={2}
          value={typed.reason}
          error={errors.reason}
        />
        <Button preventDoubleClick>Part them</Button>
      </Form>
    </Page>
  )
}

interface TogetherProps {
  readonly concern: { readonly id: string; readonly joinedTo: string | null; readonly state: string }
  readonly joined: readonly JoinedLine[]
  readonly now: Temporal.Instant
  readonly zone: string
}

/** What is dealt with together with this one, or the one with which this is. */
export function Together({ concern, joined, now, zone }: TogetherProps) {
  if (concern.joinedTo !== null)
    return (
      <Alert voice="calm" title="Dealt with together with another">
        Somebody else told us of the same. <a href={paths.show.to(concern.joinedTo)}>Go to the other one</a>, or{' '}
        <a href={paths.part.to(concern.id)}>part them</a>. The conversation below is with this reporter alone.
      </Alert>
    )
  if (joined.length === 0)
    return concern.state === 'new' || concern.state === 'taken' ? (
      <p class="kept-noprint">
        <a class="govuk-link" href={paths.join.to(concern.id)}>
          Somebody else told us of the same
        </a>
      </p>
    ) : null
  return (
    <Section id="together" title="Others who told us of the same" size="m">
      <ul class="govuk-list">
        {joined.map((one) => (
          <li>
            <a class="govuk-link" href={paths.show.to(one.id)}>
              {sayReporter(one.reporterKind, false)}, {sayInstant(one.toldAt, now, zone)}
            </a>
            {(one.state === 'closed' || one.state === 'incident') && ` (${sayState(one.state).toLowerCase()})`}
            <p class="kept-pre">{one.body}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
