import { sayFullInstant } from '#core/calendar/say-date.ts'
import { Chronology } from '#ui/chronology/chronology.tsx'
import { Page } from '#ui/page/page.tsx'
import type { ChronologyLine } from './chronology-lines.ts'

export interface ChronologyViewProps {
  readonly personId: string
  readonly name: string
  readonly lines: readonly ChronologyLine[]
  readonly by: string
  readonly now: Temporal.Instant
  readonly zone: string
}

/** What happened around one person across all cases, on screen and on paper. */
export function ChronologyView({ personId, name, lines, by, now, zone }: ChronologyViewProps) {
  return (
    <Page
      title={`Chronology of ${name}`}
      back={{ href: `/people/${personId}`, text: name }}
      lede="Every case, concern, action and note about them that you may see, the oldest first. There may be more that you may not see."
    >
      <p class="kept-meta">
        Read {sayFullInstant(now, zone)} by {by}. Keep it locked away on paper, and shred it when it is no longer
        needed.
      </p>
      {lines.length === 0 ? (
        <p class="govuk-body">You see nothing about them.</p>
      ) : (
        <Chronology
          items={lines.map((line) => ({
            when: sayFullInstant(line.at, zone),
            datetime: line.at.toString(),
            what: (
              <>
                <a class="govuk-link" href={line.href}>
                  {line.reference}
                </a>{' '}
                {line.says}
              </>
            ),
            who: line.about,
          }))}
        />
      )}
    </Page>
  )
}
