import { sayInstant } from '#core/calendar/say-date.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { pagesOf } from '#ui/data-table/pages.tsx'
import { Details } from '#ui/details/details.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Page } from '#ui/page/page.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import type { MailLine } from '../lines.ts'
import { paths } from '../paths.ts'

export interface OutboxViewProps {
  readonly mails: readonly MailLine[]
  readonly page: number
  readonly size: number
  readonly total: number
  /** Whether a mail server is set up. */
  readonly sends: boolean
  /** Since when mail waits that should have left. */
  readonly heldUp: Temporal.Instant | null
  readonly now: Temporal.Instant
  readonly zone: string
  /** Where letters that sign in are printed. */
  readonly lettersHref: string
}

/** The mail that was sent, and what waits. */
export function OutboxView({ mails, page, size, total, sends, heldUp, now, zone, lettersHref }: OutboxViewProps) {
  return (
    <Page
      title="Outbox"
      lede={
        sends
          ? 'Mail leaves from here as soon as it is written.'
          : 'No mail server is set up: mail stays here, and nobody gets it. The settings say how to connect one.'
      }
    >
      {heldUp !== null && (
        <Alert title={`Mail has waited since ${sayInstant(heldUp, now, zone)}`}>
          The mail server does not take it. Nothing is lost: it is tried again by itself, and everybody is told in Kept
          all the same. Telephone whoever has to know today.
        </Alert>
      )}
      {!sends && (
        <p class="govuk-body">
          Until one is, people whom no mail reaches sign in with printed{' '}
          <a class="govuk-link" href={lettersHref}>
            access letters
          </a>
          .
        </p>
      )}
      <DataTable
        caption="Mail, newest first"
        whole
        columns={[
          { says: 'To' },
          { says: 'Mail' },
          { says: 'Standing', nowrap: true },
          { says: 'Written', nowrap: true },
        ]}
        rows={mails.map((mail) => ({
          cells: [
            mail.to,
            <Details summary={mail.subject}>
              <p class="kept-pre">{mail.body}</p>
            </Details>,
            <Standing mail={mail} now={now} zone={zone} />,
            sayInstant(mail.writtenAt, now, zone),
          ],
        }))}
        empty={<EmptyState title="No mail yet">Reminders and notices stand here once they are written.</EmptyState>}
        pages={total <= size ? undefined : pagesOf({ page, size, total, hrefFor: paths.outbox.to })}
      />
    </Page>
  )
}

function Standing({
  mail,
  now,
  zone,
}: {
  readonly mail: MailLine
  readonly now: Temporal.Instant
  readonly zone: string
}) {
  if (mail.sentAt !== null) return <StatePill state="kept">Sent {sayInstant(mail.sentAt, now, zone)}</StatePill>
  if (mail.failure !== null) return <StatePill state="broken">{mail.failure}</StatePill>
  return <StatePill state="none">Waits here</StatePill>
}
