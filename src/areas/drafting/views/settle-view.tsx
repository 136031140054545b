import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { Progress } from '#ui/progress/progress.tsx'
import { TabLinks, ViewLinks } from '#ui/tab-links/tab-links.tsx'
import { paths } from '../paths.ts'
import { GroupForm } from './group-form.tsx'
import { PointCard, type PointCardProps } from './point-card.tsx'
import { SendGroup } from './send-group.tsx'

type Kind = 'reading' | 'interval' | 'value' | 'part'
type State = 'open' | 'settled' | 'all'

export interface SettleViewProps {
  readonly draft: { readonly id: string; readonly title: string; readonly ended: boolean }
  /** Of every kind together. */
  readonly all: { readonly of: number; readonly open: number }
  /** The kinds that there are, with how many of each are still open. */
  readonly kinds: readonly { readonly kind: Kind; readonly of: number; readonly open: number }[]
  readonly kind: Kind
  readonly states: readonly { readonly state: State; readonly count: number }[]
  readonly state: State
  readonly page: number
  readonly pages: number
  readonly groups: readonly {
    readonly title: string
    readonly points: readonly Omit<PointCardProps, 'draft' | 'query' | 'today'>[]
    /** What its bulk confirms; null when there is nothing to confirm together. */
    readonly bulk: {
      readonly places: string
      readonly seen: string
      readonly count: number
      readonly parties: string
      readonly left: number
    } | null
    /** What of it can be sent to those who hold the posts that it belongs to. */
    readonly ask: { readonly places: readonly string[]; readonly holders: string } | null
  }[]
  /** The filters, as the forms send them back. */
  readonly query: string
  readonly today: { readonly day: number; readonly month: number; readonly year: number }
  readonly errors?: Readonly<Record<string, string>>
}

/** What the policy leaves open, to be confirmed or said otherwise: one kind at a time, by its sections. */
export function SettleView(props: SettleViewProps) {
  const { draft, all, groups } = props
  return (
    <Page
      title="Confirm what the policy leaves open"
      caption={draft.title}
      back={{ href: paths.show.to(draft.id), text: 'The draft' }}
      lede={
        all.open === 0
          ? `All ${all.of} are settled. You can still change them.`
          : `${all.of - all.open} of ${all.of} are settled. A policy is published when all are.`
      }
      errors={props.errors}
    >
      <div class="kept-gap">
        <Progress done={all.of - all.open} of={all.of} />
      </div>
      <Ways {...props} />
      {groups.length === 0 && <Nothing {...props} />}
      {groups.map((group, index) => (
        <Section id={`s-${index}`} title={group.title}>
          {group.points.map((point) => (
            <PointCard {...point} draft={draft} query={props.query} today={props.today} />
          ))}
          {group.ask !== null && !draft.ended && (
            <SendGroup draft={draft.id} title={group.title} index={index} query={props.query} {...group.ask} />
          )}
          {group.bulk !== null && !draft.ended && (
            <GroupForm
              draft={draft.id}
              index={index}
              title={group.title}
              query={props.query}
              today={props.today}
              {...group.bulk}
            />
          )}
        </Section>
      ))}
      {props.pages > 1 && <Pages {...props} />}
    </Page>
  )
}

/** From kind to kind, each with how far it is, and what of it is shown. */
function Ways({ draft, kinds, kind, states, state }: SettleViewProps) {
  return (
    <>
      <TabLinks
        label="Kinds of what is open"
        items={kinds.map((one) => ({
          href: paths.settle.to(draft.id, `?kind=${one.kind}`),
          text: `${KIND_WORDS[one.kind]}: ${one.open === 0 ? `all ${one.of} done` : `${one.of - one.open} of ${one.of}`}`,
          active: one.kind === kind,
        }))}
      />
      <p class="govuk-body">{KIND_SAYS[kind]}</p>
      <ViewLinks
        label="What is shown"
        items={states.map((one) => ({
          href: paths.settle.to(draft.id, `?kind=${kind}&state=${one.state}`),
          text: STATE_WORDS[one.state],
          count: one.count,
          active: one.state === state,
        }))}
      />
    </>
  )
}

function Nothing({ draft, kinds, state }: SettleViewProps) {
  const next = state === 'open' ? kinds.find(({ open }) => open > 0) : undefined
  return (
    <EmptyState title={state === 'open' ? 'Nothing is open here' : 'There is nothing of this kind'}>
      {next === undefined ? (
        <a class="kept-link" href={paths.show.to(draft.id)}>
          Back to the draft
        </a>
      ) : (
        <a class="kept-link" href={paths.settle.to(draft.id, `?kind=${next.kind}`)}>
          Go on with what comes next: {KIND_WORDS[next.kind].toLowerCase()}
        </a>
      )}
    </EmptyState>
  )
}

function Pages({ draft, kind, state, page, pages }: SettleViewProps) {
  const to = (number: number) => paths.settle.to(draft.id, `?kind=${kind}&state=${state}&page=${number}`)
  return (
    <Pagination
      label="Pages"
      previous={page > 1 ? { href: to(page - 1) } : undefined}
      next={page < pages ? { href: to(page + 1) } : undefined}
      items={Array.from({ length: pages }, (_, index) => ({
        number: index + 1,
        href: to(index + 1),
        current: index + 1 === page,
      }))}
    />
  )
}

const KIND_WORDS: Readonly<Record<Kind, string>> = {
  reading: 'Readings',
  interval: 'Intervals',
  value: 'Values',
  part: 'Inferred parts',
}
const KIND_SAYS: Readonly<Record<Kind, string>> = {
  reading: 'Places where the policy says two things: how your school reads them.',
  interval: 'The policy says “regularly” or “promptly”: how often, and by when, is it done at your school?',
  value: 'Settings that were read into the policy, or that stand empty.',
  part: 'Parts that the policy does not state in so many words. Say whether they were understood rightly.',
}
const STATE_WORDS: Readonly<Record<State, string>> = { open: 'Open', settled: 'Settled', all: 'All' }
