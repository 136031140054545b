import { sayDate } from '#core/calendar/say-date.ts'
import { SMALLEST_SHOWN } from '#core/small-numbers.ts'
import { Section } from '#ui/layout/layout.tsx'
import { Table } from '#ui/table/table.tsx'
import type { ReportOnPage } from '../report/read-report.ts'

/** The figures of a report: a table for each thing that they are split by. */
export function ReportFigures(props: {
  readonly report: ReportOnPage
  readonly now: Temporal.Instant
  readonly zone: string
}) {
  const { report, now, zone } = props
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate()
  return (
    <Section id="report" title={report.title} size="m">
      {report.anonymous && (
        <p class="kept-meta">{`Numbers below ${SMALLEST_SHOWN}, and those that would give them away, are not shown.`}</p>
      )}
      {report.figures.map((part) => (
        <>
          <h3 class="govuk-heading-s">{part.title}</h3>
          <p class="govuk-body">{`${part.total === null ? 'Too few to say how many' : part.total} since ${sayDate(day(part.since), day(now))}`}</p>
          {part.total !== 0 &&
            part.splits.map((split) => (
              <Table
                caption={`${part.title}: ${split.title}`}
                captionClass="govuk-table__caption--s"
                head={[{ says: split.title }, { says: 'How many', numeric: true }]}
                firstCellIsHeader
                rows={split.rows.map((row) => [
                  { says: row.says },
                  { says: row.count === null ? 'few' : String(row.count), numeric: true },
                ])}
              />
            ))}
        </>
      ))}
    </Section>
  )
}
