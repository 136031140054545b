import { sayInstant } from '#core/calendar/say-date.ts'
import { Card } from '#ui/card/card.tsx'
import { paths } from '../paths.ts'
import type { LinkedCase } from './linked-cases.ts'

export interface LinkedCardProps {
  readonly id: string
  readonly linked: readonly LinkedCase[]
  /** Whoever handles the case links and unlinks. */
  readonly handles: boolean
  readonly now: Temporal.Instant
  readonly zone: string
}

/** The other cases that belong with one, and why. */
export function LinkedCard({ id, linked, handles, now, zone }: LinkedCardProps) {
  if (linked.length === 0 && !handles) return null
  return (
    <Card
      id="linked"
      size="m"
      title="Linked cases"
      nothing={linked.length === 0 && 'No other case is linked to this one.'}
      end={
        handles && (
          <a class="kept-link kept-noprint" href={paths.links.to(id)}>
            Link another case
          </a>
        )
      }
    >
      <ul class="kept-list kept-rows">
        {linked.map((link) => (
          <li>
            <a class="govuk-link" href={paths.show.to(link.caseId)}>
              {link.title}
            </a>{' '}
            <span class="kept-ref">{link.reference}</span>
            {link.state !== 'open' && `, ${link.state === 'voided' ? 'void' : 'closed'}`}. {link.reason}{' '}
            <span class="kept-meta">
              {link.by}, {sayInstant(link.at, now, zone)}
            </span>{' '}
            {handles && (
              <a class="govuk-link kept-noprint" href={paths.unlink.to(id, link.id)}>
                Take away<span class="govuk-visually-hidden"> the link to {link.reference}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
