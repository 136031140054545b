import { sayFullDate } from '#core/calendar/say-date.ts'
import { documentUnder, elsewhere } from './paths.ts'
import type { TextSection } from './policy-text.ts'
import { openingOf, textSections } from './policy-text.ts'
import { tablesOf } from './printed-tables.ts'
import type { Reading } from './read-policy.ts'
import { dayPath } from './read-policy.ts'
import type { Reader } from './readers.ts'
import { audiencesOf, tellerOf } from './readers.ts'
import { sayApproval } from './say-version.ts'
import { summaryFor } from './summary.ts'
import type { Place } from './types.ts'
import type { PolicyTextProps } from './views/policy-text-view.tsx'
import { PolicyTextView } from './views/policy-text-view.tsx'
import { SummaryView } from './views/summary-view.tsx'
import { VersionsView } from './views/versions-view.tsx'

export interface Asked {
  readonly words: string
  readonly for: Reader | null
}

/** Draws the text of a version, or what of it was searched for. */
export function drawText(
  place: Place,
  reading: Reading,
  asked: Asked,
  more: Pick<PolicyTextProps, 'readers' | 'own' | 'keepers'>,
) {
  const { policy, version, inForce } = reading
  return (
    <PolicyTextView
      {...more}
      place={place}
      policy={{
        title: policy.title,
        number: policy.number,
        inForce: sayFullDate(policy.inForceOn),
        approved: sayApproval(version),
        reviewDue: version.reviewDueOn === null ? null : sayFullDate(version.reviewDueOn),
      }}
      opening={openingOf(policy.pack)}
      sections={sectionsFor(reading, asked)}
      tables={tablesOf(policy.pack)}
      attached={reading.attached
        .filter((one) => one.open || !place.open)
        .map(({ id, title }) => ({
          title,
          href: place.open ? documentUnder(place.base, id) : `${elsewhere.documents}#${id}`,
        }))}
      inForce={version.id === inForce.id ? null : inForce}
      here={version.id === inForce.id ? '' : dayPath(version, reading.versions)}
      query={asked}
    />
  )
}

function sectionsFor({ policy }: Reading, asked: Asked): TextSection[] {
  const parties =
    asked.for === null
      ? null
      : new Set([...audiencesOf(policy.pack, asked.for)].filter(([, is]) => is === 'yes').map(([party]) => party))
  return textSections(policy.pack, { words: asked.words, parties })
}

/** Draws the policy in short for one kind of reader. */
export const drawSummary = (place: Place, { policy }: Reading, reader: Reader) => (
  <SummaryView
    place={place.open ? { ...place, tellHref: `${place.tellHref}/${tellerOf(reader)}` } : place}
    summary={summaryFor(policy.pack, reader)}
    policy={{ title: policy.title, number: policy.number, inForce: sayFullDate(policy.inForceOn) }}
  />
)

/** Draws the list of versions. */
export const drawVersions = (place: Place, { policy, versions, inForce }: Reading) => (
  <VersionsView
    place={place}
    title={policy.title}
    versions={versions.map((version) => ({ ...version, path: dayPath(version, versions) }))}
    inForce={inForce.number}
  />
)
