import { DataTable } from '#ui/data-table/data-table.tsx'
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx'
import { Page } from '#ui/page/page.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { LastChange, type LastChangeProps } from './last-change.tsx'
import { Faults } from './part-view.tsx'

export interface HomeViewProps {
  readonly draft: { readonly title: string; readonly href: string }
  readonly search: string
  readonly action: string
  readonly found: readonly { readonly kind: string; readonly says: string; readonly href: string }[]
  readonly groups: readonly {
    readonly title: string
    readonly rows: readonly {
      readonly title: string
      readonly href: string
      readonly count: number | null
      readonly wrong: number
    }[]
  }[]
  readonly faults: readonly { readonly says: string; readonly href: string }[]
  readonly last: LastChangeProps | null
  readonly yaml: string
}

/** A draft's parts by kind: how many, what is not right yet, and search over all of it. */
export function HomeView(props: HomeViewProps) {
  return (
    <Page
      title="Edit the policy"
      caption={props.draft.title}
      back={{ href: props.draft.href, text: 'The draft' }}
      lede="Everything that the policy says and does. Each part has a page of its own, and everything you save can be taken back."
    >
      {props.last && <LastChange {...props.last} />}
      <FilterBar
        label="Look for a part"
        fields={[{ name: 'q', label: 'Words in any part', value: props.search, grow: true, type: 'search' }]}
        clearHref={props.search === '' ? undefined : props.action}
      />
      {props.search !== '' && <Found {...props} />}
      {props.faults.length > 0 && <Faults faults={props.faults} />}
      <div class="kept-kinds">
        {props.groups.map((group, index) => (
          <section class="kept-card" aria-labelledby={`group-${index + 1}`}>
            <h2 class="govuk-heading-m" id={`group-${index + 1}`}>
              {group.title}
            </h2>
            <ul class="kept-list kept-kinds__list">
              {group.rows.map((row) => (
                <Kind {...row} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p class="govuk-body">
        <a class="govuk-link" href={props.yaml}>
          Download the whole policy as files, or bring it in from files
        </a>
      </p>
    </Page>
  )
}

function Kind({ title, href, count, wrong }: HomeViewProps['groups'][number]['rows'][number]) {
  return (
    <li>
      <a class="govuk-link" href={href}>
        {title}
      </a>
      {wrong > 0 && <Tag class="govuk-tag--red">{wrong} to put right</Tag>}
      {count !== null && <span class="kept-kinds__count">{count === 0 ? 'none' : count}</span>}
    </li>
  )
}

function Found({ search, found }: HomeViewProps) {
  return (
    <DataTable
      whole
      caption={`Parts with “${search}”`}
      columns={[{ says: 'Part' }, { says: 'What it is' }]}
      rows={found.map((part) => ({
        cells: [
          <a class="govuk-link" href={part.href}>
            {part.says}
          </a>,
          part.kind,
        ],
      }))}
      empty={<p class="govuk-body">No part has all of these words.</p>}
    />
  )
}
