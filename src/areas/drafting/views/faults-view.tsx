import { Card } from '#ui/card/card.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { Page } from '#ui/page/page.tsx'
import { paths } from '../paths.ts'

export interface FaultsViewProps {
  readonly draft: { readonly id: string; readonly title: string }
  /** How many things are to be confirmed or linked: they have pages of their own. */
  readonly elsewhere: number
  readonly groups: readonly { readonly place: string; readonly title: string; readonly faults: readonly string[] }[]
}

/** What does not fit together in a draft, part by part. */
export function FaultsView({ draft, elsewhere, groups }: FaultsViewProps) {
  return (
    <Page
      title="Faults"
      caption={draft.title}
      back={{ href: paths.show.to(draft.id), text: 'The draft' }}
      lede="What does not fit together. A policy with a fault is not published."
    >
      {elsewhere > 0 && (
        <p class="govuk-inset-text">
          {elsewhere === 1 ? 'One more thing is' : `${elsewhere} more things are`} to be confirmed or linked:{' '}
          <a class="kept-link" href={paths.show.to(draft.id)}>
            see the tasks of the draft
          </a>
        </p>
      )}
      {groups.length === 0 && (
        <EmptyState title="There is no fault">Everything that the policy names is there and fits.</EmptyState>
      )}
      {groups.map((group) => (
        <Card
          title={group.title}
          end={
            <a
              class="kept-link"
              href={group.place === '' ? paths.edit.to(draft.id) : paths.part.to(draft.id, group.place)}
            >
              Put it right<span class="govuk-visually-hidden">: {group.title}</span>
            </a>
          }
        >
          <ul class="govuk-list govuk-list--bullet">
            {group.faults.map((fault) => (
              <li>{fault}</li>
            ))}
          </ul>
        </Card>
      ))}
    </Page>
  )
}
