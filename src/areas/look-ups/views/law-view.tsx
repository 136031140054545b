import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Page } from '#ui/page/page.tsx'
import type { Paper } from '../documents.ts'
import { PaperSection } from './paper.tsx'
import { PolicyTabs } from './policy-tabs.tsx'

/** The law that the policy names, and what has changed since. */
export function LawView(props: {
  readonly papers: readonly Paper[]
  readonly staff: boolean
  readonly version: number
}) {
  return (
    <Page
      title="The law that the policy names"
      caption={`From version ${props.version} of the policy`}
      lede="Each law stands as the policy has it, with a note where a later one took its place."
    >
      <PolicyTabs here="law" easy={false} />
      {props.papers.length === 0 ? (
        <EmptyState title="The policy names no law">Ask the person who looks after the policy.</EmptyState>
      ) : (
        props.papers.map((paper) => <PaperSection paper={paper} staff={props.staff} />)
      )}
    </Page>
  )
}
