import { sayInstant } from '#core/calendar/say-date.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { glassPaths } from './paths.ts'

interface ReadsOnlyProps {
  readonly until: Temporal.Instant
  readonly now: Temporal.Instant
  readonly zone: string
}

/** What somebody sees over a case that they opened in an emergency. */
export function ReadsOnly({ until, now, zone }: ReadsOnlyProps) {
  return (
    <Alert voice="wall" title="You opened this in an emergency">
      You can read it until {sayInstant(until, now, zone)}, and change nothing. Somebody was told, and every look is
      written down.{' '}
      <a class="govuk-link" href={glassPaths.all.to()}>
        Give it back early
      </a>
    </Alert>
  )
}
