import { sayLength } from '#core/calendar/say-date.ts'
import { Button } from '#ui/button/button.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Page } from '#ui/page/page.tsx'
import { DuePill } from '#ui/state-pill/due-pill.tsx'
import { ViewLinks } from '#ui/tab-links/tab-links.tsx'
import { paths } from '../paths.ts'
import type { BoardChart, BoardColumn } from './columns.ts'
import type { AwaitedStep } from './open-steps.ts'

export interface BoardViewProps {
  readonly charts: readonly BoardChart[]
  readonly chart: BoardChart | null
  readonly sayParty: (party: string) => string
  readonly sayKind: (id: string | null) => string
  readonly now: Temporal.Instant
  readonly zone: string
}

/** The open cases in columns, one for each step that something waits in. */
export function BoardView(props: BoardViewProps) {
  const { charts, chart } = props
  return (
    <Page
      title="Open cases by step"
      back={{ href: paths.list.to(), text: 'Incidents' }}
      lede="What each open case waits for, who has to do it and by when. A case with several open steps stands in several columns."
      wide
      actions={
        <Button href={paths.list.to('?view=open')} variant="secondary" small>
          As a list
        </Button>
      }
    >
      {charts.length > 1 && (
        <ViewLinks
          label="Charts"
          items={charts.map((one) => ({
            href: paths.board.to(one.id),
            text: one.title,
            count: one.total,
            active: one.id === chart?.id,
          }))}
        />
      )}
      {chart === null ? (
        <EmptyState title="No step waits">A case stands here while it is open and you may read it.</EmptyState>
      ) : (
        <Columns {...props} chart={chart} />
      )}
    </Page>
  )
}

function Columns(props: BoardViewProps & { readonly chart: BoardChart }) {
  const { chart } = props
  const steps = chart.columns.length === 1 ? '1 step' : `${chart.columns.length} steps`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="kept-lanes" tabIndex={0} aria-label={`${chart.title}: ${steps}, side by side`}>
      {chart.columns.map((column) => (
        <Column {...props} column={column} />
      ))}
    </section>
  )
}

function Column(props: BoardViewProps & { readonly column: BoardColumn }) {
  const { column, now, zone } = props
  const id = `step-${column.step}`
  const more = column.total - column.cases.length
  // Who has to act is the same for every case of a step, unless the policy has changed meanwhile: said once then.
  const [party = null, ...others] = new Set(column.cases.map((one) => one.party))
  const same = others.length === 0
  return (
    <section class="kept-lane" aria-labelledby={id}>
      <div class="kept-lane__head">
        <h2 class="govuk-heading-s" id={id}>
          {column.title}
        </h2>
        <p class="kept-meta">{ageing(column, now, zone)}</p>
        {same && party !== null && <p class="kept-meta">For {props.sayParty(party)}</p>}
      </div>
      <ul class="kept-list kept-lane__cases">
        {column.cases.map((one) => (
          <li>
            <CaseCard {...props} one={one} sameParty={same} />
          </li>
        ))}
      </ul>
      {more > 0 && <p class="kept-meta">{`${more} more, due later or opened later`}</p>}
    </section>
  )
}

function ageing({ total, late, oldest }: BoardColumn, now: Temporal.Instant, zone: string): string {
  const counted = total === 1 ? '1 case' : `${total} cases`
  const waits = oldest === null ? '' : `, ${total === 1 ? '' : 'the longest '}for ${sayLength(oldest, now, zone)}`
  return `${counted}${waits}${late === 0 ? '' : `, ${late} late`}`
}

interface CaseCardProps extends BoardViewProps {
  readonly one: AwaitedStep
  /** The head of the column says who has to act. */
  readonly sameParty: boolean
}

function CaseCard({ one, sameParty, sayParty, sayKind, now, zone }: CaseCardProps) {
  const kind = sayKind(one.category)
  return (
    <article class="kept-lane__case">
      <p>
        <a class="kept-link" href={paths.show.to(one.recordId)}>
          <b>{one.title}</b>
        </a>{' '}
        <span class="kept-ref">{one.reference}</span>
      </p>
      {one.due !== null && (
        <p>
          <DuePill row={{ state: 'open', stepDue: one.due }} now={now} zone={zone} />
        </p>
      )}
      {kind !== '' && <p class="kept-meta">{kind}</p>}
      {!sameParty && <p class="kept-meta">For {sayParty(one.party)}</p>}
      <p class="kept-meta">
        {one.has === null ? '' : `With ${one.has}, `}
        {sayLength(one.since, now, zone)} so far
      </p>
    </article>
  )
}
