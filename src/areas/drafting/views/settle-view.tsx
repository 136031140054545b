import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { Progress } from '#ui/progress/progress.tsx'
import { paths } from '../paths.ts'
import { GroupForm } from './group-form.tsx'
import { PointCard, type PointCardProps } from './point-card.tsx'

export interface SettleViewProps {
  readonly draft: { readonly id: string; readonly title: string; readonly ended: boolean }
  readonly of: number
  readonly open: number
  readonly kind: string
  readonly state: string
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
  }[]
  /** The filters, as the forms send them back. */
  readonly query: string
  readonly today: { readonly day: number; readonly month: number; readonly year: number }
  readonly errors?: Readonly<Record<string, string>>
}

/** Everything that the policy leaves open, to be confirmed or said otherwise, by its sections. */
export function SettleView(props: SettleViewProps) {
  const { draft, of, open, groups } = props
  return (
    <Page
      title="Confirm what the policy leaves open"
      caption={draft.title}
      back={{ href: paths.show.to(draft.id), text: 'The draft' }}
      lede={
        open === 0
          ? `All ${of} are settled. You can still change them.`
          : `${of - open} of ${of} are settled. A policy is published when all are.`
      }
      errors={props.errors}
    >
      <Progress done={of - open} of={of} />
      <FilterBar
        label="What is shown"
        action={paths.settle.to(draft.id)}
        fields={[
          { name: 'kind', label: 'Kind', options: KINDS, value: props.kind },
          { name: 'state', label: 'State', options: STATES, value: props.state },
        ]}
        button="Show"
      />
      {groups.length === 0 && (
        <EmptyState title={props.state === 'open' ? 'Nothing is open here' : 'There is nothing of this kind'}>
          <a class="kept-link" href={paths.show.to(draft.id)}>
            Back to the draft
          </a>
        </EmptyState>
      )}
      {groups.map((group, index) => (
        <Section id={`s-${index}`} title={group.title}>
          {group.points.map((point) => (
            <PointCard {...point} draft={draft} query={props.query} today={props.today} />
          ))}
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
    </Page>
  )
}

const KINDS = [
  { value: '', text: 'All kinds' },
  { value: 'reading', text: 'Readings' },
  { value: 'interval', text: 'Intervals' },
  { value: 'value', text: 'Values' },
  { value: 'part', text: 'Inferred parts' },
]
const STATES = [
  { value: 'open', text: 'Open' },
  { value: 'settled', text: 'Settled' },
  { value: 'all', text: 'All' },
]
