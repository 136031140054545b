import { sayInstant } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import { Card } from '#ui/card/card.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { paths } from '../paths.ts'
import type { Suggestion } from './suggestion.ts'

export interface SuggestionsViewProps {
  readonly suggestions: readonly Suggestion[]
  /** The drafts that still take changes. */
  readonly drafts: readonly { readonly id: string; readonly title: string }[]
  /** The suggestion whose form has a fault. */
  readonly at: string | null
  readonly errors: Readonly<Record<string, string>>
  readonly now: Temporal.Instant
  readonly zone: string
}

/** The changes of the policy that were suggested, for those who draft it. */
export function SuggestionsView(props: SuggestionsViewProps) {
  return (
    <Page
      title="Suggested changes"
      back={{ href: paths.list.to(), text: 'Drafts' }}
      errors={props.errors}
      lede="What the school learned, for instance from a case. Take it into a draft, or turn it down with a reason."
    >
      {props.suggestions.length === 0 && (
        <EmptyState title="Nothing is suggested">
          Whoever reviews the policy after a case can suggest a change here. It says nothing of the case.
        </EmptyState>
      )}
      {props.suggestions.map((one) => (
        <One key={one.id} one={one} {...props} />
      ))}
    </Page>
  )
}

function One({ one, drafts, at, errors, now, zone }: SuggestionsViewProps & { readonly one: Suggestion }) {
  const own = at === one.id ? errors : {}
  return (
    <Card
      title={one.says}
      end={
        <Tag class={one.state === 'open' ? 'govuk-tag--blue' : 'govuk-tag--grey'}>{STATES[one.state] ?? one.state}</Tag>
      }
    >
      <p class="govuk-body">{one.why}</p>
      <p class="kept-meta">
        {one.clause !== null && <ClauseChip clause={one.clause} href={`/policy/clauses/${one.clause}`} />} {one.by},{' '}
        {sayInstant(one.at, now, zone)}
      </p>
      {one.draft !== null && (
        <p class="govuk-body">
          Taken into{' '}
          <a class="govuk-link" href={paths.show.to(one.draft.id)}>
            {one.draft.title}
          </a>
          .
        </p>
      )}
      {one.reason !== null && <p class="govuk-body">Turned down: {one.reason}</p>}
      {one.state === 'open' && (
        <Form action={paths.suggestion.to(one.id)}>
          <Radios
            name="into"
            idPrefix={`into-${one.id}`}
            legend="What becomes of it?"
            legendSize="s"
            options={[
              ...drafts.map((draft) => ({ value: draft.id, text: `Take it into “${draft.title}”` })),
              { value: 'none', text: 'Turn it down' },
            ]}
            error={own.into}
          />
          {drafts.length === 0 && (
            <p class="govuk-body">
              No draft takes changes now.{' '}
              <a class="govuk-link" href={paths.begin.to()}>
                Begin a draft
              </a>
              .
            </p>
          )}
          <Textarea
            name="reason"
            id={`reason-${one.id}`}
            label="Why, when it is turned down?"
            labelSize="s"
            rows={2}
            error={own.reason}
          />
          <Button small>Settle it</Button>
        </Form>
      )}
    </Card>
  )
}

const STATES: Readonly<Record<string, string>> = { open: 'Waits', taken: 'In a draft', turned_down: 'Turned down' }
