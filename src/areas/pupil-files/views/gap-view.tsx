import { sayInstant } from '#core/calendar/say-date.ts'
import type { Typed } from '#core/form.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'

interface GapProps {
  readonly gap: {
    readonly reference: string
    readonly pupil: string | null
    readonly schoolName: string
    readonly dueAt: Temporal.Instant
    readonly settled: { readonly at: Temporal.Instant; readonly sent: boolean; readonly says: string } | null
  }
  readonly caseHref: string
  readonly bundleHref: string
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly now: Temporal.Instant
  readonly zone: string
}

/** A case that is missing in the file of a pupil who moves: why, and what those who handle it do about it. */
export function GapView({ gap, caseHref, bundleHref, typed, errors, now, zone }: GapProps) {
  const { reference, settled } = gap
  const when = (at: Temporal.Instant) => sayInstant(at, now, zone)
  return (
    <Page
      title={`${reference} is missing in a pupil’s file`}
      errors={errors}
      back={{ href: '/duties', text: 'My duties' }}
    >
      <Alert voice="wall" title="Do not ask whoever made the file">
        They may not read this case and do not know that it is missing. Neither the file nor its receipt says so.
      </Alert>
      <SummaryList
        rows={[
          {
            key: 'Case',
            value: (
              <a class="govuk-link" href={caseHref}>
                {reference}
              </a>
            ),
          },
          { key: 'Pupil', value: gap.pupil ?? 'One of the pupils in the case' },
          { key: 'Moves to', value: gap.schoolName },
          { key: 'Has to be there by', value: when(gap.dueAt) },
          settled !== null && {
            key: settled.sent ? 'Sent' : 'Does not go',
            value: `${when(settled.at)}: ${settled.says}`,
          },
        ]}
      />
      {settled === null && (
        <Card title="Send it yourself" size="m">
          <p class="govuk-body">
            <a class="govuk-link" href={bundleHref}>
              Make the bundle of the case
            </a>
            , without the names of other pupils, and send it to the designated safeguarding lead of the next school,
            apart from the pupil’s file.
          </p>
          <Form>
            <Radios
              name="does"
              legend="What became of it?"
              legendSize="s"
              options={[
                { value: 'sent', text: 'It was sent' },
                { value: 'stays', text: 'It does not go' },
              ]}
              value={typed.does}
              error={errors.does}
            />
            <Textarea
              name="says"
              label="To whom and how, or why not?"
              labelSize="s"
              value={typed.says}
              error={errors.says}
              rows={3}
            />
            <Button preventDoubleClick>Note it</Button>
          </Form>
        </Card>
      )}
    </Page>
  )
}
