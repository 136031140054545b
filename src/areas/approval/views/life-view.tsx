import { Button, ButtonGroup } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { Details } from '#ui/details/details.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { elsewhere, paths } from '../paths.ts'

export interface LifeViewProps {
  readonly review: {
    readonly says: string
    readonly state: 'kept' | 'due' | 'late'
    readonly pill: string
    readonly because: readonly string[]
  } | null
  readonly keeps: boolean
  readonly beginHref: string
  readonly events: readonly { readonly value: string; readonly text: string }[]
  readonly notes: readonly { readonly when: string; readonly what: string; readonly who: string }[]
  readonly versions: readonly {
    readonly number: number
    readonly inForce: boolean
    readonly period: string
    readonly approval: string
    readonly review: string
    readonly change: string
  }[]
  readonly drafts: readonly { readonly href: string; readonly title: string; readonly stage: string }[]
  readonly typed: Readonly<Record<string, string>>
  readonly errors: Readonly<Record<string, string>>
}

/** The life of the policy: every version, its approval and review, and what brings the review forward. */
export function LifeView(props: LifeViewProps) {
  return (
    <Page title="Versions and review" back={{ href: elsewhere.text, text: 'The policy' }} errors={props.errors}>
      <Review {...props} />
      <h2 class="govuk-heading-m" id="versions">
        Versions
      </h2>
      <DataTable
        whole
        cards
        caption="Versions of the policy, the newest first"
        columns={[
          { says: 'Version', nowrap: true, card: 'head' },
          { says: 'Standing', card: 'state' },
          { says: 'In force' },
          { says: 'Approved' },
          { says: 'Review due', nowrap: true },
          { says: 'What changed' },
          { says: 'Read' },
        ]}
        rows={props.versions.map((version) => ({
          cells: [
            `Version ${version.number}`,
            version.inForce ? (
              <StatePill state="kept">In force</StatePill>
            ) : (
              <StatePill state="none">Superseded</StatePill>
            ),
            version.period,
            version.approval,
            version.review,
            version.change,
            <span>
              <a class="govuk-link" href={paths.version.to(version.number)}>
                Text<span class="govuk-visually-hidden"> of version {version.number}</span>
              </a>{' '}
              {version.number > 1 && (
                <a class="govuk-link" href={paths.changes.to(version.number)}>
                  Changes<span class="govuk-visually-hidden"> with version {version.number}</span>
                </a>
              )}
            </span>,
          ],
        }))}
        empty={<EmptyState title="No version yet">The first one appears here when it is published.</EmptyState>}
      />
    </Page>
  )
}

function Review(props: LifeViewProps) {
  const { review, keeps, drafts } = props
  return (
    <>
      <h2 class="govuk-heading-m" id="review">
        Review
      </h2>
      {review === null ? (
        <p class="govuk-body">
          {props.versions.length === 0 ? 'Nothing is in force yet.' : 'The policy names no day for its review.'}
        </p>
      ) : (
        <>
          <p class="govuk-body">
            <StatePill state={review.state}>{review.pill}</StatePill> {review.says}
          </p>
          {review.because.length > 0 && (
            <ul class="govuk-list govuk-list--bullet">
              {review.because.map((says) => (
                <li>{says}</li>
              ))}
            </ul>
          )}
        </>
      )}
      {drafts.length > 0 && (
        <ul class="govuk-list">
          {drafts.map((draft) => (
            <li>
              <a class="kept-link" href={draft.href}>
                {draft.title}
              </a>
              : {draft.stage}
            </li>
          ))}
        </ul>
      )}
      {keeps && <KeepersForms {...props} />}
      {props.notes.length > 0 && (
        <Details summary="What was noted about the review of this version">
          <ul class="govuk-list govuk-list--bullet">
            {props.notes.map((note) => (
              <li>
                {note.what}{' '}
                <span class="kept-meta">
                  {note.who}, {note.when}
                </span>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

function KeepersForms(props: LifeViewProps) {
  const { events, beginHref } = props
  return (
    <>
      <p class="govuk-body">
        <a class="kept-link" href={beginHref}>
          Begin a draft of the next version
        </a>
      </p>
      {events.length > 0 && <ReviewForms {...props} />}
    </>
  )
}

function ReviewForms({ events, typed, errors }: LifeViewProps) {
  return (
    <>
      <Details summary="It was reviewed, and nothing needs to change" open={errors.why !== undefined}>
        <Form action={paths.reviewed.to()}>
          <Textarea
            name="why"
            label="What was looked at, and by whom?"
            labelSize="s"
            hint="The next review is counted from today."
            rows={3}
            value={typed.why}
            error={errors.why}
          />
          <ButtonGroup>
            <Button preventDoubleClick>Nothing needs to change</Button>
          </ButtonGroup>
        </Form>
      </Details>
      <Details
        summary="Something happened that brings the review forward"
        open={errors.event !== undefined || errors.reason !== undefined}
      >
        <Form action={paths.sooner.to()}>
          <Radios
            name="event"
            legend="What happened?"
            legendSize="s"
            options={events}
            value={typed.event}
            error={errors.event}
          />
          <Textarea
            name="reason"
            label="What exactly?"
            labelSize="s"
            rows={3}
            value={typed.reason}
            error={errors.reason}
          />
          <ButtonGroup>
            <Button preventDoubleClick>Review the policy now</Button>
          </ButtonGroup>
        </Form>
      </Details>
    </>
  )
}
