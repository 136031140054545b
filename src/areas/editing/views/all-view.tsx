import { Button } from '#ui/button/button.tsx'
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx'
import { Page } from '#ui/page/page.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { LastChange, type LastChangeProps } from './last-change.tsx'

export interface AllViewProps {
  readonly title: string
  readonly crumbs: readonly { readonly href: string; readonly text: string }[]
  readonly search: string
  readonly holder: string
  readonly action: string
  readonly entries: readonly {
    readonly says: string
    readonly sentence: string
    readonly href: string
    readonly wrong: number
  }[]
  readonly add: { readonly href: string; readonly text: string }
  readonly last: LastChangeProps | null
}

/** Everything of one kind, each by its sentence. */
export function AllView(props: AllViewProps) {
  return (
    <Page
      title={props.title}
      breadcrumbs={[...props.crumbs, { text: props.title }]}
      actions={<Button href={props.add.href}>{props.add.text}</Button>}
    >
      {props.last && <LastChange {...props.last} />}
      <FilterBar
        label="Look for one of them"
        fields={[{ name: 'q', label: 'Words in it', value: props.search, grow: true, type: 'search' }]}
        keep={{ in: props.holder }}
        clearHref={props.search === '' ? undefined : `${props.action}?in=${props.holder}`}
      />
      {props.entries.length === 0 && (
        <p class="govuk-body">There is none{props.search === '' ? ' yet' : ' with these words'}.</p>
      )}
      <ul class="kept-parts kept-parts--sheet">
        {props.entries.map((entry) => (
          <li class="kept-parts__one">
            <div class="kept-parts__says">
              <a class="govuk-link" href={entry.href}>
                {entry.says}
              </a>
              {entry.wrong > 0 && <Tag class="govuk-tag--red">{entry.wrong} to put right</Tag>}
              {entry.sentence !== '' && <p class="kept-parts__sentence">{entry.sentence}</p>}
            </div>
          </li>
        ))}
      </ul>
    </Page>
  )
}
