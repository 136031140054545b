import { Button } from '#ui/button/button.tsx'
import { DataTable } from '#ui/data-table/data-table.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Page } from '#ui/page/page.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { paths } from '../paths.ts'

export interface DraftsViewProps {
  readonly drafts: readonly {
    readonly id: string
    readonly title: string
    readonly stage: string
    readonly from: string
    readonly changed: string
    readonly ended: boolean
  }[]
  /** How many suggested changes wait. */
  readonly suggested: number
  /** Whether a version is in force. */
  readonly inForce: boolean
}

/** The drafts of the policy, for those who keep it. */
export function DraftsView({ drafts, suggested, inForce }: DraftsViewProps) {
  const begin = <Button href={paths.begin.to()}>Begin a draft</Button>
  return (
    <Page
      title="Drafts of the policy"
      back={{ href: '/policy', text: 'The policy' }}
      lede={
        inForce
          ? 'What may become the next version. Nothing here is in force.'
          : 'No version of your policy is in force yet. It begins here: take a draft, make it yours, have it approved, and publish it.'
      }
      actions={drafts.length === 0 ? undefined : begin}
    >
      <p class="govuk-body">
        <a class="govuk-link" href={paths.suggestions.to()}>
          {suggested === 0 ? 'Suggested changes' : `Suggested changes: ${suggested} to look at`}
        </a>
      </p>
      <DataTable
        cards
        whole
        caption="Drafts, last changed first"
        columns={[
          { says: 'Draft', card: 'head' },
          { says: 'Stage', card: 'state', nowrap: true },
          { says: 'Began from' },
          { says: 'Last changed', nowrap: true },
        ]}
        rows={drafts.map((draft) => ({
          cells: [
            <a class="kept-link" href={paths.show.to(draft.id)}>
              {draft.title}
            </a>,
            <Tag class={draft.ended ? 'govuk-tag--grey' : ''}>{draft.stage}</Tag>,
            draft.from,
            draft.changed,
          ],
        }))}
        empty={
          <EmptyState title="There is no draft yet" action={begin}>
            Begin from the version in force, from a finished policy of this program, from a blank, or from your school’s
            own document.
          </EmptyState>
        }
      />
    </Page>
  )
}
