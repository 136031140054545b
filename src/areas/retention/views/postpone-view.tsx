import { sayFullDate } from '#core/calendar/say-date.ts'
import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { DateInput } from '#ui/date-input/date-input.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { paths } from '../paths.ts'
import type { SaidExpiry } from './retention-view.tsx'

interface PostponeProps {
  readonly what: 'record' | 'concern'
  readonly line: SaidExpiry
  readonly href: string
  readonly postponed: { readonly by: string; readonly reason: string } | null
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** One record or concern whose time is nearly over, and a form to keep it longer. */
export function PostponeView({ what, line, href, postponed, typed, errors }: PostponeProps) {
  return (
    <Page title={line.name} errors={errors} back={{ href: paths.all.to(), text: 'How long we keep' }}>
      <SummaryList
        rows={[
          { key: 'Will be erased on', value: sayFullDate(line.on) },
          { key: 'Rule', value: line.rule },
          { key: 'Standing', value: line.state },
          postponed !== null && { key: 'Postponed', value: `${postponed.reason} (${postponed.by})` },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={href}>
          Open the {what}
        </a>
      </p>
      <Form>
        <DateInput
          name="until"
          legend="Keep it until"
          legendSize="s"
          hint="A day within a year. What is needed after that is said again."
          value={{ day: typed['until-day'], month: typed['until-month'], year: typed['until-year'] }}
          error={errors.until}
        />
        <Textarea
          name="reason"
          label="Why is it still needed?"
          labelSize="s"
          value={typed.reason}
          error={errors.reason}
          rows={4}
        />
        <Button preventDoubleClick>Postpone</Button>
      </Form>
    </Page>
  )
}
