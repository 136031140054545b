import { sayFullInstant, sayInstant } from '#core/calendar/say-date.ts'
import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { ClauseChip } from '#ui/clause-chip/clause-chip.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Layout, Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import type { DoAsks } from '../forms.ts'
import { elsewhere, paths } from '../paths.ts'
import type { ReportOnPage } from '../report/read-report.ts'
import { sayDayOf } from '../say.ts'
import { DoForm } from './do-form.tsx'
import { DutyStanding } from './duty-standing.tsx'
import type { EarlierDuty } from './earlier.tsx'
import { Earlier } from './earlier.tsx'
import { ReportFigures } from './report-figures.tsx'

/** Something that a class has still to be taught, with the clauses that ask for it. */
export interface MissingTopic {
  readonly says: string
  readonly clauses: readonly string[]
}

export interface DutyViewProps {
  readonly id: string
  readonly title: string
  readonly about: string | null
  readonly owner: string
  readonly sentence: string | null
  /** The measure that it checks: its own page takes what is stated. */
  readonly measure: string | null
  /** What whoever does it states. */
  readonly states: string | null
  readonly proof: 'attest' | 'record' | 'computed' | 'none'
  readonly clauses: readonly string[]
  readonly state: 'open' | 'done' | 'not_needed' | 'missed'
  readonly startsAt: Temporal.Instant
  readonly dueAt: Temporal.Instant
  readonly doneAt: Temporal.Instant | null
  readonly doneBy: string | null
  readonly note: string | null
  /** How many rounds of it wait past their date, this one among them. */
  readonly missed: number
  /** What the class has not had yet; null when nothing has to be covered. */
  readonly missingTopics: readonly MissingTopic[] | null
  /** The report that it makes, with its figures. */
  readonly report: ReportOnPage | null
  readonly mayDo: boolean
  readonly standsIn: boolean
  readonly asks: DoAsks
  readonly earlier: readonly EarlierDuty[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
  readonly now: Temporal.Instant
  readonly zone: string
}

/** One duty. */
export function DutyView(props: DutyViewProps) {
  return (
    <Page
      title={props.title}
      caption={`Duty of: ${props.owner}`}
      back={{ href: paths.mine.to(), text: 'My duties' }}
      errors={props.errors}
    >
      <Layout side={<Earlier items={props.earlier} now={props.now} zone={props.zone} />} sideLabel="How it went before">
        <Facts {...props} />
        {props.report !== null && <ReportFigures report={props.report} now={props.now} zone={props.zone} />}
        {props.missed > 1 && (
          <InsetText>
            {`${props.missed} rounds of this duty have passed their date. `}
            <a class="kept-link" href={paths.missed.to(props.id)}>
              Settle the missed ones together
            </a>
          </InsetText>
        )}
        {props.state === 'open' ? <Todo {...props} /> : <Settled {...props} />}
      </Layout>
    </Page>
  )
}

function Facts(props: DutyViewProps) {
  const { now, zone } = props
  const rows = [
    { key: 'How it stands', value: <DutyStanding row={props} now={now} zone={zone} /> },
    { key: 'Since', value: sayDayOf(props.startsAt, now, zone) },
    { key: 'Due', value: sayInstant(props.dueAt, now, zone) },
    ...(props.about === null ? [] : [{ key: 'About', value: props.about }]),
    {
      key: 'Asked by',
      value: props.clauses.map((clause) => (
        <>
          <ClauseChip clause={clause} href={elsewhere.clause(clause)} />{' '}
        </>
      )),
    },
  ]
  return (
    <>
      {props.sentence !== null && <p class="govuk-body-l">{props.sentence}</p>}
      <SummaryList rows={rows} />
    </>
  )
}

function Todo(props: DutyViewProps) {
  if (props.mayDo)
    return props.measure === null ? (
      <DoForm {...props} />
    ) : (
      <Button href={elsewhere.measure(props.measure)}>Say how it stands</Button>
    )
  if (Temporal.Instant.compare(props.startsAt, props.now) > 0)
    return (
      <EmptyState title="It has not begun yet.">{`It begins ${sayInstant(props.startsAt, props.now, props.zone)}.`}</EmptyState>
    )
  if (props.missingTopics !== null) return <MissingTopics topics={props.missingTopics} />
  if (props.proof === 'computed')
    return (
      <InsetText>
        Nobody has to tick this off: it is done by itself as soon as the signature or fact is there.
      </InsetText>
    )
  return <InsetText>{`Only ${props.owner}, or whoever stands in, can mark this as done.`}</InsetText>
}

const MissingTopics = ({ topics }: { readonly topics: readonly MissingTopic[] }) => (
  <Section id="missing" title="Still to come" size="m">
    {topics.length === 0 ? (
      <InsetText>The class has had everything. This is noted as done with the next look through the duties.</InsetText>
    ) : (
      <>
        <p class="govuk-body">
          {`The class has not had ${topics.length === 1 ? 'this one yet' : `these ${topics.length} yet`}. It is done by itself when each of them stands in the register for the class.`}
        </p>
        <ul class="govuk-list govuk-list--bullet">
          {topics.map((topic) => (
            <li>
              {topic.says}{' '}
              {topic.clauses.map((clause) => (
                <ClauseChip clause={clause} href={elsewhere.clause(clause)} />
              ))}
            </li>
          ))}
        </ul>
      </>
    )}
  </Section>
)

function Settled({ state, doneAt, doneBy, note, zone }: DutyViewProps) {
  const words = state === 'done' ? 'Done' : state === 'missed' ? 'Settled as missed' : 'Not needed'
  return (
    <Section id="done" title={words} size="m">
      <p class="govuk-body">
        {doneAt === null ? words : sayFullInstant(doneAt, zone)}
        {doneBy === null ? ', by itself' : `, ${doneBy}`}
      </p>
      {note !== null && <InsetText>{note}</InsetText>}
      <p class="govuk-body-s">
        What was stated here stays as it is. If it was wrong, say so when the duty comes round again.
      </p>
    </Section>
  )
}
