import { sayFullDate, sayFullInstant, sayInstant } from '#core/calendar/say-date.ts'
import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { type Complaint, outcomes } from '../complaint.ts'
import { paths } from '../paths.ts'
import { sayOutcome } from '../say.ts'

export interface ComplaintViewProps {
  readonly complaint: Complaint
  /** The post as which whoever looks hears it, or the body outside, in words. */
  readonly party: string
  readonly now: Temporal.Instant
  readonly zone: string
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** One complaint, for whoever hears it: what was said, the case, and the answer. */
export function ComplaintView({ complaint, party, now, zone, typed, errors }: ComplaintViewProps) {
  const { answer, body } = complaint
  return (
    <Page
      title={`Complaint about ${complaint.reference}`}
      errors={errors}
      back={{ href: paths.all.to(), text: 'Complaints' }}
      lede={
        body === null
          ? `You hear it as ${party}, because you are not in the case. Nobody who is in it sees this.`
          : `Everybody here was in the case. It went to ${party}.`
      }
    >
      <SummaryList
        rows={[
          { key: 'From', value: complaint.madeBy },
          { key: 'Made on', value: sayFullDate(complaint.madeOn) },
          { key: 'What was wrong', value: complaint.says },
          body === null && { key: 'Answer by', value: sayInstant(complaint.dueAt, now, zone) },
          complaint.passedOn !== null && { key: 'Passed on', value: complaint.passedOn },
          answer !== null && {
            key: 'Decided',
            value: `${sayOutcome(answer.outcome)}, ${sayFullInstant(answer.at, zone)}`,
          },
          answer !== null && { key: 'Answer', value: answer.says },
        ]}
      />
      {complaint.mine && (
        <>
          <p class="govuk-body">
            <a class="govuk-link" href={complaint.caseHref}>
              Read the case
            </a>
            . You can read all of it until you have answered, and change nothing.
          </p>
          <Form>
            <Radios
              name="outcome"
              legend="What do you decide?"
              legendSize="s"
              options={outcomes.map((value) => ({ value, text: sayOutcome(value) }))}
              value={typed.outcome}
              error={errors.outcome}
            />
            <Textarea
              name="answer"
              label="What do you answer?"
              labelSize="s"
              hint="What you looked at, what you found, and what is done now."
              rows={6}
              value={typed.answer}
              error={errors.answer}
            />
            <Button preventDoubleClick>Answer the complaint</Button>
          </Form>
        </>
      )}
    </Page>
  )
}
