import { sayFullDate } from '#core/calendar/say-date.ts'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { Details } from '#ui/details/details.tsx'
import { ScrollFrame } from '#ui/scroll-frame/scroll-frame.tsx'
import { stateWords } from '#ui/square/square.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { Table } from '#ui/table/table.tsx'
import { TotalsBar } from '#ui/totals/totals-bar.tsx'
import { elsewhere } from '../paths.ts'
import { dutySum, standingCount, troubled } from '../review/say-review.ts'
import type { Review } from '../review/types.ts'
import { STATES } from '../review/types.ts'
import { Count } from './review-changes.tsx'
import { CountTable } from './review-incidents.tsx'

interface Props {
  readonly review: Review
}

const MEANS = {
  kept: 'Proof is on record',
  due: 'Somebody has a date',
  late: 'The date has passed',
  broken: 'The record says no',
  none: 'Nothing recorded',
  published: 'A rule that people have read and signed',
  notyet: 'No control is built: counted apart',
} as const

/** How the promises stand, and what was late or missed in the period. */
export function ReviewKept({ review }: Props) {
  return (
    <>
      <h2 class="govuk-heading-l">What is kept, and what is not</h2>
      <TotalsBar
        counts={Object.fromEntries(
          STATES.filter((state) => state !== 'notyet').map((state) => [state, standingCount(review, state)]),
        )}
      />
      <Table
        caption={`Promises on ${sayFullDate(review.today)}`}
        captionClass="govuk-table__caption--s"
        firstCellIsHeader
        head={[{ says: 'Standing' }, { says: 'Promises', numeric: true }, { says: 'What it means' }]}
        rows={STATES.map((state) => [
          { says: <StatePill state={state} /> },
          { says: standingCount(review, state), numeric: true },
          { says: MEANS[state] },
        ])}
      />
      <Details class="kept-printed-open" summary="By section of the policy">
        <Sections review={review} />
      </Details>
      <Open review={review} />
      <Duties review={review} />
      <Agreements review={review} />
    </>
  )
}

function Sections({ review }: Props) {
  return (
    <ScrollFrame label="Promises by section, scrolls sideways on a small screen">
      <Table
        firstCellIsHeader
        caption="Promises by section of the policy"
        captionClass="govuk-visually-hidden"
        head={[{ says: 'Section' }, ...STATES.map((state) => ({ says: stateWords[state], numeric: true }))]}
        rows={review.sections.map((section) => [
          { says: section.title },
          ...STATES.map((state) => ({ says: section.counts[state], numeric: true })),
        ])}
      />
    </ScrollFrame>
  )
}

/** So many stand on the page at once; the rest is folded, and printed all the same. */
const AT_ONCE = 12

function Open({ review }: Props) {
  const { open } = review
  if (open.length === 0) return <p class="govuk-body">No promise is late or broken today.</p>
  const rest = open.slice(AT_ONCE)
  return (
    <>
      <h3 class="govuk-heading-m">Late or broken today</h3>
      <OpenTable caption="Late or broken today" open={open.slice(0, AT_ONCE)} />
      {rest.length > 0 && (
        <Details class="kept-printed-open" summary={`The other ${rest.length}`}>
          <OpenTable caption={`Late or broken today: the other ${rest.length}`} open={rest} />
        </Details>
      )}
    </>
  )
}

function OpenTable({ caption, open }: { readonly caption: string; readonly open: Review['open'] }) {
  return (
    <DataTable
      caption={caption}
      whole
      cards
      headerColumn={1}
      columns={[
        { says: 'Clause', card: 'head' },
        { says: 'What it promises', card: 'head' },
        { says: 'Standing', card: 'state' },
        { says: 'Since', nowrap: true, card: 'line' },
      ]}
      rows={open.map((one) => ({
        cells: [
          <ClauseChip clause={one.clause} href={elsewhere.clause(one.clause)} />,
          one.says,
          <StatePill state={one.state} />,
          one.since === null ? 'Not recorded' : sayFullDate(one.since),
        ],
      }))}
    />
  )
}

function Duties({ review }: Props) {
  const wrong = troubled(review)
  const well = review.duties.length - wrong.length
  return (
    <>
      <h3 class="govuk-heading-m">Duties that fell due in the period</h3>
      <p class="govuk-body">
        {dutySum(review.duties, 'inTime')} done in time, {dutySum(review.duties, 'late')} done late,{' '}
        {dutySum(review.duties, 'missed')} missed, {dutySum(review.duties, 'open')} not done yet.
        {well > 0 && ` ${well === 1 ? 'One duty was' : `${well} duties were`} done in time each time.`}
      </p>
      {wrong.length > 0 && (
        <ScrollFrame label="Duties late, missed or not done, scrolls sideways on a small screen">
          <Table
            caption="Duties that were late, missed or not done"
            captionClass="govuk-table__caption--s"
            firstCellIsHeader
            head={[
              { says: 'Duty' },
              { says: 'In time', numeric: true },
              { says: 'Late', numeric: true },
              { says: 'Missed', numeric: true },
              { says: 'Not done yet', numeric: true },
            ]}
            rows={wrong.map((duty) => [
              {
                says: (
                  <>
                    {duty.says}{' '}
                    {duty.clauses.map((clause) => (
                      <ClauseChip clause={clause} href={elsewhere.clause(clause)} />
                    ))}
                  </>
                ),
              },
              { says: duty.inTime, numeric: true },
              { says: duty.late, numeric: true },
              { says: duty.missed, numeric: true },
              { says: duty.open, numeric: true },
            ])}
          />
        </ScrollFrame>
      )}
      {review.caseDuties.map((table) => (
        <CountTable table={table} thirds={review.thirds} title="Duties in cases" head="What became of them" />
      ))}
    </>
  )
}

function Agreements({ review }: Props) {
  if (review.agreements.length === 0) return null
  return (
    <>
      <h3 class="govuk-heading-m">Agreements as they stand today</h3>
      <ScrollFrame label="Agreements, scrolls sideways on a small screen">
        <Table
          caption="Agreements and consents, as they stand today"
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[
            { says: 'Agreement' },
            { says: 'Answered', numeric: true },
            { says: 'Waiting', numeric: true },
            { says: 'Not agreed', numeric: true },
            { says: 'Asked', numeric: true },
          ]}
          rows={review.agreements.map(({ says, shown }) => [
            { says },
            ...[...shown.cells, shown.total].map((count) => ({ says: <Count of={count} />, numeric: true })),
          ])}
        />
      </ScrollFrame>
    </>
  )
}
