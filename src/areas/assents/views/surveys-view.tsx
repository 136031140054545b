import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'
import { ScrollFrame } from '#ui/scroll-frame/scroll-frame.tsx'
import { Table } from '#ui/table/table.tsx'
import { paths } from '../paths.ts'
import type { OpenSurvey, SurveyResult } from '../survey-results.ts'

export interface SurveysViewProps {
  readonly results: readonly (SurveyResult & { readonly over: string })[]
  readonly open: readonly (OpenSurvey & { readonly until: string })[]
  readonly staff: boolean
}

/** What people answered without their names: by survey and school, with small numbers left out. */
export function SurveysView({ results, open, staff }: SurveysViewProps) {
  return (
    <Page
      title="Surveys without names"
      lede="Answers are counted for each school. Nobody can see who gave which."
      back={staff ? { href: paths.overview.to(), text: 'Agreements' } : undefined}
    >
      {open.length > 0 && (
        <InsetText>
          Still open, and shown when they are over:{' '}
          {open.map(({ title, school, until }) => `${title}, ${school} (until ${until})`).join('; ')}.
        </InsetText>
      )}
      {results.length === 0 ? (
        <EmptyState title="No results yet">Results are shown here when the time for answers is over.</EmptyState>
      ) : (
        <p class="govuk-body">
          “–” is a number that is left out: it is too small, or would tell what everybody answered. A scale goes from 1,
          the lowest, to 5.
        </p>
      )}
      {results.map((one) => (
        <Result {...one} />
      ))}
    </Page>
  )
}

function Result({ title, school, over, questions }: SurveyResult & { readonly over: string }) {
  return (
    <section class="kept-gap-top">
      <h2 class="govuk-heading-m">
        {title}, {school}
      </h2>
      <p class="kept-meta">Over since {over}.</p>
      {questions.map(({ says, choices, shown }) => (
        <ScrollFrame label={says}>
          <Table
            caption={says}
            captionClass="govuk-table__caption--s"
            head={[...choices.map(nameOf), 'No answer'].map((name) => ({ says: name, numeric: true }))}
            rows={[[...shown.cells.map((cell) => cell.count), shown.unanswered].map(cellOf)]}
          />
        </ScrollFrame>
      ))}
    </section>
  )
}

const nameOf = (choice: string): string => ({ yes: 'Yes', no: 'No' })[choice] ?? choice

const cellOf = (count: number | null) => ({
  numeric: true,
  says: count ?? (
    <>
      <span aria-hidden="true">–</span>
      <span class="govuk-visually-hidden">left out</span>
    </>
  ),
})
