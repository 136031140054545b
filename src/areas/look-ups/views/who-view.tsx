import { Details } from '#ui/details/details.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Section } from '#ui/layout/layout.tsx'
import { Page } from '#ui/page/page.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import type { Holder, PostLine } from '../posts.ts'
import { PolicyTabs } from './policy-tabs.tsx'

export interface WhoViewProps {
  readonly posts: readonly PostLine[]
  /** Staff and governors see addresses and stand-ins; everybody sees names. */
  readonly staff: boolean
  readonly easy: boolean
}

/** Each post of the policy: who holds it, who stands in, and what it has to do. */
export function WhoView({ posts, staff, easy }: WhoViewProps) {
  return (
    <Page
      title={easy ? 'Who can help' : 'Who does what'}
      lede={
        easy
          ? 'These people look after you online.'
          : 'The posts of the policy, who holds them, and what each has to do.'
      }
    >
      <PolicyTabs here="who" easy={easy} />
      {posts.length === 0 && <EmptyState title="Nobody holds a post yet">Ask at the school office.</EmptyState>}
      {posts.map((post) => (
        <Section id={post.id} title={post.says} size="m">
          <SummaryList
            rows={[
              { key: 'Who', value: { says: <Holders holders={post.holders} staff={staff} /> } },
              staff && post.away !== null && { key: 'When away', value: post.away },
              staff && post.named !== null && { key: 'In a case about them', value: post.named },
            ]}
          />
          {post.duties.length > 0 && !easy && (
            <Details summary={`What the policy asks of this post (${post.duties.length})`}>
              <ul class="govuk-list govuk-list--bullet">
                {post.duties.map((duty) => (
                  <li>{duty}</li>
                ))}
              </ul>
            </Details>
          )}
        </Section>
      ))}
    </Page>
  )
}

function Holders({ holders, staff }: { readonly holders: readonly Holder[]; readonly staff: boolean }) {
  if (holders.length === 0) return <span>Nobody yet</span>
  return (
    <ul class="govuk-list">
      {holders.map(({ name, school, email }) => (
        <li>
          {name}
          {school === null ? '' : `, ${school}`}
          {staff && email !== null && (
            <>
              {', '}
              <a class="govuk-link" href={`mailto:${email}`}>
                {email}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
