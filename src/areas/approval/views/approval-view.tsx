import { Button } from '#ui/button/button.tsx'
import { Chronology } from '#ui/chronology/chronology.tsx'
import { DateInput } from '#ui/date-input/date-input.tsx'
import { Details } from '#ui/details/details.tsx'
import { Form } from '#ui/form/form.tsx'
import { Input } from '#ui/input/input.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { paths } from '../paths.ts'
import type { SaidSection } from '../types.ts'
import { ChangeList } from './change-list.tsx'

export interface ApprovalViewProps {
  readonly draft: { readonly id: string; readonly title: string; readonly revision: number; readonly here: string }
  readonly back: { readonly href: string; readonly text: string }
  readonly says: readonly string[]
  readonly steps: readonly { readonly says: string; readonly who: string; readonly stands: string }[]
  readonly mayOffer: boolean
  /** The words that whoever looks may give now. */
  readonly voices: readonly { readonly value: string; readonly text: string; readonly minute: boolean }[]
  readonly given: readonly { readonly when: string; readonly what: string; readonly who: string }[]
  readonly faults: readonly string[]
  readonly previewHref: string
  readonly changesHref: string
  readonly publishHref: string | null
  readonly changes: {
    readonly sections: readonly SaidSection[]
    readonly whole: readonly string[]
    readonly count: number
  } | null
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

/** A draft before those who approve it: who they are, what changes, and their word. */
export function ApprovalView(props: ApprovalViewProps) {
  const { draft } = props
  return (
    <Page
      title="Approval"
      caption={`${draft.title}, revision ${draft.revision}`}
      back={props.back}
      errors={props.errors}
      actions={
        <Button href={props.previewHref} variant="secondary" small>
          Read it as it would be
        </Button>
      }
    >
      {props.says.map((says) => (
        <InsetText>{says}</InsetText>
      ))}
      <SummaryList rows={props.steps.map((step) => ({ key: step.says, value: `${step.who}. ${step.stands}` }))} />
      {props.mayOffer && (
        <Form action={paths.offer.to(draft.id)}>
          <input type="hidden" name="revision" value={String(draft.revision)} />
          <Button preventDoubleClick>Offer revision {draft.revision} for approval</Button>
        </Form>
      )}
      {props.publishHref !== null && <Button href={props.publishHref}>Go on to publishing</Button>}
      {props.voices.length > 0 && <DecideForm {...props} />}
      {props.given.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What was said</h2>
          <Chronology items={props.given.map((one) => ({ when: one.when, what: one.what, who: one.who }))} />
        </>
      )}
      <h2 class="govuk-heading-m">What is still open in it</h2>
      {props.faults.length === 0 ? (
        <p class="govuk-body">Nothing. It can be published as it is.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {props.faults.map((fault) => (
            <li>{fault}</li>
          ))}
        </ul>
      )}
      <h2 class="govuk-heading-m">What it changes</h2>
      {props.changes === null ? (
        <p class="govuk-body">Nothing is in force yet: this is the first version.</p>
      ) : props.changes.count === 0 ? (
        <p class="govuk-body">Nothing differs from the version in force.</p>
      ) : (
        <Details summary={`Read all ${props.changes.count} changes`} open={props.changes.count <= 20}>
          <ChangeList {...props.changes} shown="" pageOf={(section) => `${props.changesHref}?section=${section}`} />
        </Details>
      )}
    </Page>
  )
}

function DecideForm({ draft, voices, typed, errors }: ApprovalViewProps) {
  const [only] = voices
  const minute = voices.some((voice) => voice.minute)
  return (
    <Form action={draft.here}>
      <input type="hidden" name="revision" value={String(draft.revision)} />
      {voices.length === 1 ? (
        <input type="hidden" name="voice" value={only?.value} />
      ) : (
        <Radios
          name="voice"
          legend="As whom do you decide?"
          legendSize="s"
          options={voices.map(({ value, text }) => ({ value, text }))}
          value={typed.voice}
          error={errors.voice}
        />
      )}
      <Radios
        name="answer"
        legend={voices.length === 1 ? `What does ${only?.text} decide?` : 'What is decided?'}
        legendSize="m"
        options={[
          { value: 'yes', text: `Yes: revision ${draft.revision} is approved` },
          { value: 'no', text: 'No: it goes back to be edited' },
        ]}
        value={typed.answer}
        error={errors.answer}
      />
      <DateInput
        name="decided"
        legend="When was it decided?"
        legendSize="s"
        value={{ day: typed['decided-day'], month: typed['decided-month'], year: typed['decided-year'] }}
        error={errors.decided}
      />
      <Input
        name="minute"
        label={minute ? 'Which minute?' : 'Which minute, if there is one?'}
        labelSize="s"
        hint="Where the decision stands written, for instance 2026/14."
        width={20}
        value={typed.minute}
        error={errors.minute}
      />
      <Textarea name="reason" label="If no: why?" labelSize="s" rows={3} value={typed.reason} error={errors.reason} />
      <Button preventDoubleClick>Write it down</Button>
    </Form>
  )
}
