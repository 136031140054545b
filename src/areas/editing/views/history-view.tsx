import { Page } from '#ui/page/page.tsx'

export interface HistoryViewProps {
  readonly draft: { readonly title: string; readonly href: string; readonly edit: string }
  readonly changes: readonly {
    readonly number: number
    readonly says: string
    readonly who: string
    readonly when: string
    readonly datetime: string
    readonly href: string
    readonly now: boolean
  }[]
}

/** Every change of a draft in plain words, newest first. */
export function HistoryView({ draft, changes }: HistoryViewProps) {
  return (
    <Page
      title="All changes"
      caption={draft.title}
      breadcrumbs={[
        { text: draft.title, href: draft.href },
        { text: 'Edit', href: draft.edit },
        { text: 'All changes' },
      ]}
      lede="Nothing is written over. Look at any change, and go back to how the draft was after it."
    >
      <ol class="kept-parts" reversed>
        {changes.map((change) => (
          <li class="kept-parts__one">
            <div class="kept-parts__says">
              <a class="govuk-link" href={change.href}>
                Change {change.number}
              </a>
              <span class="kept-meta">
                {change.who}, <time dateTime={change.datetime}>{change.when}</time>
                {change.now && ', how it stands now'}
              </span>
              <p class="kept-parts__sentence">{change.says}</p>
            </div>
          </li>
        ))}
      </ol>
    </Page>
  )
}
