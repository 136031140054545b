import { sayFullDate } from '#core/calendar/say-date.ts'
import { Alert } from '#ui/alert/alert.tsx'
import type { Place, VersionLine } from '../types.ts'

/** Says on another version that it is not the one that counts, and leads there. */
export function VersionNotice({
  place,
  number,
  inForce,
}: {
  readonly place: Place
  readonly number: number
  readonly inForce: VersionLine
}) {
  const older = number < inForce.number
  return (
    <Alert
      title={older ? 'This version is no longer in force' : 'This version is not in force yet'}
      action={
        <a class="govuk-button kept-button--small" href={place.base}>
          Read version {inForce.number}
        </a>
      }
    >
      Version {inForce.number} is in force, since {sayFullDate(inForce.inForceOn)}.
    </Alert>
  )
}
