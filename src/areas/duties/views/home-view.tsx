import type { ComponentChildren } from 'preact'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { DutyList } from '#ui/duty-list/duty-list.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Figures } from '#ui/figures/figures.tsx'
import { Layout, Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import type { DutyLine } from '../lines.ts'
import { elsewhere, paths } from '../paths.ts'
import type { When } from '../say.ts'
import type { HomeSideProps } from './home-side.tsx'
import { HomeSide } from './home-side.tsx'

export interface HomeProps extends HomeSideProps {
  readonly greeting: string
  readonly today: string
  readonly waits: string
  readonly concern: {
    readonly title: string
    readonly says: string
    readonly href: string
    readonly isUrgent: boolean
    readonly more: number
  } | null
  /** Since when mail waits that should have left, for those who look after it. */
  readonly mailWaits: string | null
  readonly lines: readonly DutyLine[]
  readonly doneThisWeek: number
  readonly seesAll: boolean
  readonly figures: readonly { readonly value: string; readonly unit?: string; readonly label: string }[]
}

const PARTS: readonly { readonly when: When; readonly title: string }[] = [
  { when: 'late', title: 'Late' },
  { when: 'today', title: 'Today' },
  { when: 'week', title: 'Later this week' },
  { when: 'later', title: 'Later' },
]

/** One's own work: what waits, what is due, what one keeps. */
export function HomeView(props: HomeProps) {
  const { concern } = props
  return (
    <Page title="My duties" heading={props.greeting} caption={props.today} lede={props.waits}>
      {concern !== null && (
        <Alert
          id="waiting"
          voice={concern.isUrgent ? 'danger' : 'notice'}
          title={concern.title}
          action={<Button href={concern.href}>Read and take this concern</Button>}
        >
          {concern.says}
          {concern.more > 0 && (
            <>
              {' '}
              <a class="kept-link" href={elsewhere.concerns()}>{`${concern.more} more`}</a>
            </>
          )}
        </Alert>
      )}
      {props.mailWaits !== null && (
        <Alert
          id="mail"
          title={`Mail has waited since ${props.mailWaits}`}
          action={<Button href={elsewhere.outbox()}>Look at the outbox</Button>}
        >
          The mail server does not take it. Nothing is lost, and it is tried again by itself; until then nobody gets a
          link to sign in with. Look at the server, and telephone whoever has to know today.
        </Alert>
      )}
      <Layout side={<HomeSide {...props} />} sideLabel="Cases, promises and agreements">
        <Lists lines={props.lines} />
        <Links doneThisWeek={props.doneThisWeek} seesAll={props.seesAll} />
      </Layout>
      {props.figures.length > 0 && (
        <Section id="figures" title="This half term, in what you may see" size="m">
          <Figures items={props.figures} />
        </Section>
      )}
    </Page>
  )
}

function Lists({ lines }: { readonly lines: readonly DutyLine[] }) {
  return (
    <>
      {lines.length === 0 && (
        <EmptyState title="You have no duty with a date">They stand here when the policy gives you one.</EmptyState>
      )}
      {PARTS.map(({ when, title }) => {
        const own = lines.filter((line) => line.when === when)
        return own.length === 0 ? null : (
          <DutyList
            title={title}
            count={`${own.length} ${own.length === 1 ? 'duty' : 'duties'}`}
            items={own.map((line) => ({
              state: line.state,
              what: line.what,
              href: line.href,
              when: line.says,
              why: line.why,
              clause: line.clause === null ? undefined : { clause: line.clause, href: elsewhere.clause(line.clause) },
            }))}
          />
        )
      })}
    </>
  )
}

function Links({ doneThisWeek, seesAll }: { readonly doneThisWeek: number; readonly seesAll: boolean }) {
  const link = (href: string, says: ComponentChildren) => (
    <a class="kept-link" href={href}>
      {says}
    </a>
  )
  return (
    <p class="govuk-body-s kept-gap-top">
      {link(paths.done.to(), `Done this week (${doneThisWeek})`)} &nbsp;{' '}
      {link(paths.calendar.to(), 'Put my duties in my calendar')}
      {seesAll && <> &nbsp; {link(paths.all.to(), 'All duties of the school')}</>}
    </p>
  )
}
