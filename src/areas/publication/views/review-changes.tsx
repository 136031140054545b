import { sayFullDate } from '#core/calendar/say-date.ts'
import { Table } from '#ui/table/table.tsx'
import { elsewhere } from '../paths.ts'
import { sayNumber } from '../review/say-review.ts'
import type { Review } from '../review/types.ts'

interface Props {
  readonly review: Review
}

/** The versions that were published in the period. */
export function ReviewChanges({ review }: Props) {
  return (
    <>
      <h2 class="govuk-heading-l">What changed</h2>
      {review.versions.length === 0 ? (
        <p class="govuk-body">No version came into force in the period. Version {review.policy.number} is in force.</p>
      ) : (
        <ul class="govuk-list govuk-list--spaced">
          {review.versions.map((version) => (
            <li>
              <b>Version {version.number}</b>, in force from {sayFullDate(version.inForceOn)}.{' '}
              {version.approval ?? 'Who approved it was not recorded.'}{' '}
              {version.note === '' ? 'What changed was not noted.' : version.note}{' '}
              {version.material === true && 'It asked for signatures again. '}
              {version.number > 1 && (
                <a class="govuk-link" href={elsewhere.changes(version.number)}>
                  See what changed, clause by clause
                  <span class="govuk-visually-hidden"> in version {version.number}</span>
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** How much was said to drafts, by audience; what was said is not here. */
export function ReviewComments({ review }: Props) {
  return (
    <>
      <h2 class="govuk-heading-l">What people said to drafts</h2>
      {review.comments.length === 0 ? (
        <p class="govuk-body">No consultation ended in the period, or nobody commented.</p>
      ) : (
        review.comments.map((comments) => (
          <Table
            caption={`Comments on “${comments.draft}”, until ${sayFullDate(comments.until)}`}
            captionClass="govuk-table__caption--s"
            firstCellIsHeader
            head={[{ says: 'From' }, { says: 'Comments', numeric: true }]}
            rows={[
              ...comments.audiences.map((audience, at) => [
                { says: audience },
                { says: <Count of={comments.shown.cells[at] ?? null} />, numeric: true },
              ]),
              [{ says: 'All' }, { says: <Count of={comments.shown.total} />, numeric: true }],
            ]}
          />
        ))
      )}
    </>
  )
}

/** A number, or in small letters that it is not shown. */
export function Count({ of }: { readonly of: number | null }) {
  return of === null ? <span class="kept-small">{sayNumber(of)}</span> : <span>{of}</span>
}
