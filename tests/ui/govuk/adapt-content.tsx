/** From the options of official fixtures of content to our props. */
import type { VNode } from 'preact'
import { Details } from '#ui/details/details.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Pagination } from '#ui/pagination/pagination.tsx'
import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import { type Cell, Table } from '#ui/table/table.tsx'
import { Tabs } from '#ui/tabs/tabs.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { TaskList } from '#ui/task-list/task-list.tsx'
import { WarningText } from '#ui/warning-text/warning-text.tsx'
import type { Attributes } from '#ui/words.ts'
import { piece, raw, type TextOptions, words } from './options.ts'

interface CellOptions extends TextOptions {
  readonly format?: string
  readonly colspan?: number
  readonly rowspan?: number
}

const cell = (o: CellOptions): Cell => ({
  says: words(o),
  numeric: o.format === 'numeric',
  colspan: o.colspan,
  rowspan: o.rowspan,
  class: o.classes,
  attributes: o.attributes,
})

interface TableOptions extends TextOptions {
  readonly caption?: string
  readonly captionClasses?: string
  readonly head?: readonly CellOptions[]
  readonly rows?: readonly (readonly CellOptions[] | null | false)[]
  readonly firstCellIsHeader?: boolean
}

const table = (o: TableOptions): VNode => (
  <Table
    caption={o.caption}
    captionClass={o.captionClasses}
    head={o.head?.map(cell)}
    rows={(o.rows ?? []).map((row) => (row ? row.map(cell) : null))}
    firstCellIsHeader={o.firstCellIsHeader}
    class={o.classes}
    attributes={o.attributes}
  />
)

interface TabOptions {
  readonly id?: string
  readonly label?: string
  readonly attributes?: Attributes
  readonly panel?: TextOptions
}

const tabs = (
  o: TextOptions & { id?: string; idPrefix?: string; title?: string; items?: (TabOptions | null)[] },
): VNode => (
  <Tabs
    id={o.id}
    idPrefix={o.idPrefix}
    title={o.title}
    items={o.items?.map(
      (item) =>
        item && {
          id: item.id,
          label: item.label,
          attributes: item.attributes,
          panel: words(item.panel),
          panelAttributes: item.panel?.attributes,
        },
    )}
    class={o.classes}
    attributes={o.attributes}
  />
)

const tag = (o: TextOptions): VNode => (
  <Tag class={o.classes} attributes={o.attributes}>
    {words(o)}
  </Tag>
)

interface ActionOptions extends TextOptions {
  readonly href: string
  readonly visuallyHiddenText?: string
}

interface ActionsOptions {
  readonly classes?: string
  readonly items?: readonly ActionOptions[]
}

const action = (o: ActionOptions) => ({
  href: o.href,
  text: words(o),
  hidden: o.visuallyHiddenText,
  class: o.classes,
  attributes: o.attributes,
})

interface SummaryOptions extends TextOptions {
  readonly rows?: readonly ({
    readonly key: TextOptions
    readonly value: TextOptions
    readonly actions?: ActionsOptions
    readonly classes?: string
  } | null)[]
  readonly card?: TextOptions & {
    readonly title?: TextOptions & { readonly headingLevel?: number }
    readonly actions?: ActionsOptions
  }
}

const summaryList = (o: SummaryOptions): VNode => (
  <SummaryList
    rows={(o.rows ?? []).map(
      (row) =>
        row && {
          key: piece(row.key),
          value: piece(row.value),
          actions: row.actions?.items?.map(action),
          actionsClass: row.actions?.classes,
          class: row.classes,
        },
    )}
    card={
      o.card && {
        title: piece(o.card.title),
        headingLevel: o.card.title?.headingLevel,
        actions: o.card.actions?.items?.map(action),
        actionsClass: o.card.actions?.classes,
        class: o.card.classes,
        attributes: o.card.attributes,
      }
    }
    class={o.classes}
    attributes={o.attributes}
  />
)

interface TaskOptions {
  readonly title: TextOptions
  readonly href?: string
  readonly hint?: TextOptions
  readonly status: TextOptions & { readonly tag?: TextOptions }
  readonly classes?: string
}

const taskList = (o: TextOptions & { items?: (TaskOptions | null)[]; idPrefix?: string }): VNode => (
  <TaskList
    items={(o.items ?? []).map(
      (item) =>
        item && {
          title: piece(item.title),
          href: item.href,
          hint: words(item.hint),
          status: piece(item.status),
          tag: piece(item.status.tag),
          class: item.classes,
        },
    )}
    {...(o.idPrefix ? { idPrefix: o.idPrefix } : {})}
    class={o.classes}
    attributes={o.attributes}
  />
)

interface PageOptions extends TextOptions {
  readonly href: string
  readonly labelText?: string
}

interface NumberOptions {
  readonly number?: number
  readonly href?: string
  readonly current?: boolean
  readonly ellipsis?: boolean
  readonly visuallyHiddenText?: string
  readonly attributes?: Attributes
}

interface PaginationOptions extends TextOptions {
  readonly previous?: PageOptions
  readonly next?: PageOptions
  readonly items?: readonly (NumberOptions | null)[]
  readonly landmarkLabel?: string
}

const pageLink = (o: PageOptions | undefined) =>
  o && { href: o.href, text: words(o), label: o.labelText, attributes: o.attributes }

const pagination = (o: PaginationOptions): VNode => (
  <Pagination
    previous={pageLink(o.previous)}
    next={pageLink(o.next)}
    items={o.items?.map((item) => item && Object.keys(item).length > 0 && { ...item, says: item.visuallyHiddenText })}
    label={o.landmarkLabel}
    class={o.classes}
    attributes={o.attributes}
  />
)

interface DetailsOptions extends TextOptions {
  readonly summaryText?: string
  readonly summaryHtml?: string
  readonly id?: string
  readonly open?: boolean
}

const details = (o: DetailsOptions): VNode => (
  <Details
    summary={o.summaryHtml ? raw(o.summaryHtml) : o.summaryText}
    id={o.id}
    open={o.open}
    class={o.classes}
    attributes={o.attributes}
  >
    {words(o)}
  </Details>
)

const insetText = (o: TextOptions & { id?: string }): VNode => (
  <InsetText id={o.id} class={o.classes} attributes={o.attributes}>
    {words(o)}
  </InsetText>
)

const warningText = (o: TextOptions & { iconFallbackText?: string }): VNode => (
  <WarningText fallback={o.iconFallbackText} class={o.classes} attributes={o.attributes}>
    {words(o)}
  </WarningText>
)

/** Adapters of content, by the name of the official component. */
export const content = {
  table,
  tabs,
  tag,
  'summary-list': summaryList,
  'task-list': taskList,
  pagination,
  details,
  'inset-text': insetText,
  'warning-text': warningText,
}
