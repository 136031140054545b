import { sayDay } from '#core/calendar/say-date.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Card } from '#ui/card/card.tsx'
import { CaseHead } from '#ui/case-head/case-head.tsx'
import { Layout } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { StatePill } from '#ui/state-pill/state-pill.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import { TabLinks } from '#ui/tab-links/tab-links.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Words } from '#ui/words.ts'
import type { PathLine } from '../case/path-taken.ts'
import type { TellsOfCase } from '../contacts/on-case.ts'
import { TellsCard } from '../contacts/tells-card.tsx'
import { ReadsOnly } from '../glass/reads-only.tsx'
import type { RecordHome } from '../home.ts'
import { CaseEnds } from './case-ends.tsx'
import { Follows, type FollowsProps } from './case-follows.tsx'
import { Next } from './case-next.tsx'
import { People } from './case-people.tsx'
import { Side, Told } from './case-side.tsx'
import { type CaseChart, Charts } from './charts.tsx'
import { PathList } from './path-list.tsx'

/** A step that stands open, as the case shows it. */
export interface OpenStepLine {
  readonly key: string
  readonly title: string
  /** The question, or what is to be done. */
  readonly asks: string
  readonly who: string
  readonly due: Temporal.Instant | null
  readonly clauses: readonly string[]
  readonly optional: boolean
  readonly mine: boolean
  readonly branch: string | null
}

export interface CaseViewProps {
  readonly home: RecordHome
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly state: string
  readonly kind: string
  readonly openedAt: Temporal.Instant
  readonly openedBy: string | null
  readonly closedAt: Temporal.Instant | null
  /** Who looks after it, where that is said. */
  readonly handler?: string | undefined
  readonly filesLocked: boolean
  readonly steps: readonly OpenStepLine[]
  /** What is still to be done though no step is open: somebody to tell, or what follows from it. */
  readonly heldUp: readonly { readonly says: string; readonly href: string }[]
  readonly ways: readonly { readonly to: string; readonly says: string }[]
  readonly charts: readonly CaseChart[]
  readonly path: readonly PathLine[]
  readonly voidReason: string | null
  /** Opened in an emergency: read, not changed, until then. */
  readonly readsUntil: Temporal.Instant | null
  /** Whoever looks hears a complaint about it: they read, and change nothing. */
  readonly hears: boolean
  /** Whoever looks may change more of it than the step for which they were let in. */
  readonly alters: boolean
  /** Where somebody complains about how it is handled. */
  readonly complainHref: string | null
  readonly mayVoid: boolean
  readonly mayReopen: boolean
  /** The kind has parts for people. */
  readonly hasParts: boolean
  /** Beside “who was told”: a way to tell somebody else. */
  readonly tellMore?: Words
  readonly told: readonly { readonly name: string; readonly says: string; readonly at: Temporal.Instant }[]
  /** Who must be told, was told, or was not; null where the policy tells nobody. */
  readonly tells: TellsOfCase | null
  /** The same in words, for papers. */
  readonly contacts: readonly { readonly who: string; readonly lines: readonly string[] }[]
  readonly follows: FollowsProps['follows']
  readonly takeHref: string | null
  readonly formTitle: string
  /** The reader may fill in the form further. */
  readonly mayWrite: boolean
  readonly facts: readonly { readonly key: string; readonly value: string }[]
  /** What the form can ask and nobody has written down yet. */
  readonly missing: readonly string[]
  /** The lists inside its form. */
  readonly tables: readonly FormTable[]
  readonly people: readonly {
    readonly id: string
    readonly personId: string | null
    readonly name: string
    readonly part: string
    readonly about: string
    /** Whether the parents of a child were told, and when. */
    readonly told: string | null
    /** Where they are asked by a link, if the policy asks something of somebody who is only described. */
    readonly askHref: string | null
  }[]
  /** Where everything about one of them is read across cases. */
  readonly aboutHref?: ((personId: string) => string) | undefined
  readonly happened: readonly { readonly at: Temporal.Instant; readonly what: string; readonly who: string | null }[]
  readonly readers: readonly { readonly name: string; readonly what: string }[]
  readonly looks: number
  readonly walls: number
  readonly clauses: readonly string[]
  readonly version: number
  /** What there is as evidence, where an area keeps it. */
  readonly evidence?: Words
  /** What belongs with it, where an area says so. */
  readonly linked?: Words
  readonly actions?: Words
  readonly back?: { readonly href: string; readonly text: string }
  readonly now: Temporal.Instant
  readonly zone: string
}

/** A list inside a form: its heads, and a line for each of its rows. */
export interface FormTable {
  readonly title: string
  readonly heads: readonly string[]
  readonly lines: readonly (readonly string[])[]
}

/** A record: what to do next, where it is on the policy's chart, who is in it, what happened, who can see it. */
export function CaseView(props: CaseViewProps) {
  const open = props.state === 'open' && props.readsUntil === null && !props.hears
  return (
    <Page title={`${props.reference} ${props.title}`} heading={false} back={props.back} band={<Head {...props} />}>
      <Layout side={<Side {...props} />} sideLabel="About this case">
        {props.filesLocked && (
          <Alert voice="wall" title={`No files in this ${props.home.noun}`}>
            It may be about illegal images. Nothing can be uploaded, opened or copied here. Describe in words, seal the
            device, and leave the looking to the police.
          </Alert>
        )}
        {props.readsUntil !== null && <ReadsOnly until={props.readsUntil} now={props.now} zone={props.zone} />}
        {props.hears && (
          <Alert voice="calm" title="You hear a complaint about how this was handled">
            You can read all of it until you have answered, and change nothing.
          </Alert>
        )}
        {props.state === 'voided' && (
          <Alert voice="notice" title={`This ${props.home.noun} is void`}>
            {props.voidReason ?? ''} Everything in it stays as it was.
          </Alert>
        )}
        {open && <Next {...props} />}
        <Log {...props} open={open} />
        <div id="charts">
          <Charts charts={props.charts} />
        </div>
        <Follows follows={props.follows} takeHref={props.takeHref} now={props.now} zone={props.zone} />
        {(props.hasParts || props.people.length > 0) && <People {...props} open={open && props.alters} />}
        {props.linked}
        {props.evidence}
        {props.tells !== null && <TellsCard tells={props.tells} />}
        {(props.told.length > 0 || props.tellMore !== undefined) && (
          <Card
            id="told"
            size="m"
            title="Told inside the school"
            nothing={props.told.length === 0 && 'Nobody has been told yet.'}
            end={open ? props.tellMore : undefined}
          >
            <Told {...props} />
          </Card>
        )}
        <Card id="path" size="m" title="Steps taken">
          <PathList lines={props.path} />
        </Card>
        <CaseEnds {...props} />
      </Layout>
    </Page>
  )
}

/** What is known: the form of the case, with what nobody has written down yet. */
function Log(props: CaseViewProps & { readonly open: boolean }) {
  const { open } = props
  return (
    <Card id="log" size="m" title={props.formTitle} end={props.mayWrite && open ? <FormLink {...props} /> : undefined}>
      {props.facts.length === 0 ? (
        <p class="govuk-body">Nothing has been entered yet.</p>
      ) : (
        <SummaryList rows={props.facts} />
      )}
      {open && props.mayWrite && props.missing.length > 0 && (
        <p class="kept-meta kept-noprint">Not written down yet: {props.missing.join(' ')}</p>
      )}
      {props.tables.map((table) => (
        <Table
          caption={table.title}
          captionClass="govuk-table__caption--s"
          head={table.heads.map((says) => ({ says }))}
          rows={table.lines.map((line) => line.map((says) => ({ says })))}
        />
      ))}
    </Card>
  )
}

const FormLink = ({ home, id }: CaseViewProps) => (
  <a class="kept-link kept-noprint" href={home.paths.form.to(id)}>
    Add or put right
  </a>
)

function Head(props: CaseViewProps) {
  const { now, zone } = props
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  const day = (at: Temporal.Instant) => sayDay(at.toZonedDateTimeISO(zone).toPlainDate(), today)
  const [first] = props.steps.filter((step) => step.mine)
  const late = props.steps.some((step) => step.due !== null && Temporal.Instant.compare(step.due, now) < 0)
  const standing =
    props.state === 'voided' ? (
      <StatePill state="none">Void</StatePill>
    ) : props.state === 'closed' ? (
      <StatePill state="kept">Closed</StatePill>
    ) : late ? (
      <StatePill state="late">A step is late</StatePill>
    ) : (
      <StatePill state="due">{first === undefined ? 'Open' : 'Your step'}</StatePill>
    )
  return (
    <CaseHead
      reference={props.reference}
      title={props.title}
      facts={[
        { label: 'Standing', value: standing },
        { label: 'Kind', value: props.kind || 'Not said yet' },
        { label: 'Opened', value: day(props.openedAt) },
        ...(props.openedBy === null ? [] : [{ label: 'By', value: props.openedBy }]),
        ...(props.handler === undefined ? [] : [{ label: 'Looked after by', value: props.handler }]),
        ...(props.closedAt === null ? [] : [{ label: 'Closed', value: day(props.closedAt) }]),
      ]}
      actions={props.actions}
      tabs={props.hasParts && <Parts {...props} />}
    />
  )
}

// A case is long: each of its parts is one press away.
function Parts({ charts, people, tells, evidence, follows, takeHref }: CaseViewProps) {
  const part = (id: string, text: string, count?: number) => ({ href: `#${id}`, text, count, active: false })
  return (
    <TabLinks
      label="Parts of the case"
      items={[
        { href: '#main', text: 'Case', active: true },
        part('log', 'Log'),
        ...(charts.length === 0 ? [] : [part('charts', 'Chart')]),
        ...(follows.length > 0 || takeHref !== null ? [part('follows', 'What follows', follows.length)] : []),
        part('people', 'People', people.length),
        ...(evidence === undefined ? [] : [part('evidence', 'Evidence')]),
        ...(tells === null ? [] : [part('must-be-told', 'Who must be told', tells.rows.length)]),
        part('path', 'Steps taken'),
        part('chronology', 'Chronology'),
      ]}
    />
  )
}
