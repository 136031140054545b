import { sayFullDate } from '#core/calendar/say-date.ts'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Page } from '#ui/page/page.tsx'
import { elsewhere } from '../paths.ts'
import type { Place, VersionLine } from '../types.ts'
import { pdfPath } from './pdf-path.ts'

export interface VersionsViewProps {
  readonly place: Place
  readonly title: string
  readonly versions: readonly (VersionLine & { readonly path: string })[]
  readonly inForce: number
}

/** Every version with the day from which it holds, each to be read as it was. */
export function VersionsView({ place, title, versions, inForce }: VersionsViewProps) {
  const first = Math.min(...versions.map(({ number }) => number))
  return (
    <Page
      title="Versions of the policy"
      caption={place.school}
      back={{ href: place.base, text: title }}
      audience={place.open ? 'public' : 'staff'}
      reading={place.open}
      wide={place.open}
    >
      <DataTable
        whole
        cards
        caption="Versions of the policy, the newest first"
        columns={[
          { says: 'Version', nowrap: true, card: 'head' },
          { says: 'In force from', nowrap: true },
          { says: 'What changed' },
          { says: 'Read it' },
        ]}
        rows={versions.map((version) => ({
          cells: [
            `Version ${version.number}${version.number === inForce ? ', in force' : ''}`,
            sayFullDate(version.inForceOn),
            version.note === '' ? 'Nothing was noted.' : version.note,
            <span>
              <a class="govuk-link" href={version.number === inForce ? place.base : `${place.base}${version.path}`}>
                Text<span class="govuk-visually-hidden"> of version {version.number}</span>
              </a>{' '}
              <a class="govuk-link" href={pdfPath(place.base, version.path)}>
                PDF<span class="govuk-visually-hidden"> of version {version.number}</span>
              </a>
              {!place.open && version.number > first && (
                <>
                  {' '}
                  <a class="govuk-link" href={elsewhere.changes(version.number)}>
                    Changes
                    <span class="govuk-visually-hidden"> of version {version.number} against the one before</span>
                  </a>
                </>
              )}
            </span>,
          ],
        }))}
        empty={<EmptyState title="No version yet">The first one appears here when it is published.</EmptyState>}
      />
    </Page>
  )
}
