import { sayFullDate } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import { PrintButton } from '#ui/button/print-button.tsx'
import { Figures } from '#ui/figures/figures.tsx'
import { Page } from '#ui/page/page.tsx'
import { WordMark } from '#ui/word-mark/word-mark.tsx'
import { paths } from '../paths.ts'
import { dutySum, ledeOf, notRecorded, SMALL_NUMBERS, standingCount, titleOf } from '../review/say-review.ts'
import type { Review } from '../review/types.ts'
import { ReviewChanges, ReviewComments } from './review-changes.tsx'
import { ReviewIncidents } from './review-incidents.tsx'
import { ReviewKept } from './review-kept.tsx'

export interface ReviewViewProps {
  readonly review: Review
  /** The period as it stands in the address. */
  readonly period: string
}

/** What a period brought, for those who govern. */
export function ReviewView({ review, period }: ReviewViewProps) {
  return (
    <Page title={titleOf(review)} heading={false}>
      <article class="kept-report-page">
        <PeriodForm review={review} period={period} />
        <div class="kept-report-page__sheet">
          <header class="kept-cover">
            <span class="kept-mark kept-cover__mark">
              <WordMark />
            </span>
            <p class="kept-meta">
              {review.organisation}, report to those who govern: {review.policy.title}
            </p>
            <h1 class="govuk-heading-xl">
              How we kept pupils safe online, {sayFullDate(review.from)} to {sayFullDate(review.to)}
            </h1>
            <p class="govuk-body-l">{ledeOf(review)}</p>
          </header>
          <Head review={review} />
          <p class="kept-small">{SMALL_NUMBERS}</p>
          <ReviewChanges review={review} />
          <ReviewKept review={review} />
          <ReviewIncidents review={review} />
          <ReviewComments review={review} />
          <h2 class="govuk-heading-l">What is not recorded</h2>
          <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
            {notRecorded(review).map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
          <p class="kept-meta kept-cover__seal">
            Made on {sayFullDate(review.today)} under policy version {review.policy.number}. Ledger seal{' '}
            {review.seal.seq}: <span class="kept-seal">{review.seal.short}</span>
          </p>
        </div>
      </article>
    </Page>
  )
}

function PeriodForm({ review, period }: Pick<ReviewViewProps, 'review' | 'period'>) {
  return (
    <div class="kept-lede kept-noprint">
      <form method="get" action={paths.review.to()} class="kept-period">
        <div>
          <label class="govuk-label" for="from">
            From
          </label>
          <input class="govuk-input" type="date" id="from" name="from" value={String(review.from)} />
        </div>
        <div>
          <label class="govuk-label" for="to">
            To
          </label>
          <input class="govuk-input" type="date" id="to" name="to" value={String(review.to)} />
        </div>
        <Button small>Show</Button>
      </form>
      <div class="kept-lede__actions">
        <Button href={paths.reviewPdf.to(period)} variant="secondary" small>
          Get as PDF
        </Button>
        <Button href={paths.reviewCsv.to(period)} variant="secondary" small>
          Get as CSV
        </Button>
        <PrintButton>Print</PrintButton>
      </div>
    </div>
  )
}

function Head({ review }: Pick<ReviewViewProps, 'review'>) {
  const states = ['kept', 'published', 'due', 'late', 'broken', 'none'] as const
  const all = states.reduce((sum, state) => sum + standingCount(review, state), 0)
  const duties = review.duties.reduce((sum, duty) => sum + duty.inTime + duty.late + duty.missed + duty.open, 0)
  return (
    <Figures
      items={[
        {
          value: standingCount(review, 'kept') + standingCount(review, 'published'),
          unit: `of ${all}`,
          label: 'promises kept or published today',
        },
        { value: dutySum(review.duties, 'inTime'), unit: `of ${duties}`, label: 'duties done in time' },
        {
          value: dutySum(review.duties, 'missed') + dutySum(review.duties, 'open'),
          label: 'duties missed or not done yet',
        },
        { value: review.versions.length, label: 'versions of the policy published' },
      ]}
    />
  )
}
