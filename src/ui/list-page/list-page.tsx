import { Button } from '../button/button.tsx'
import { BulkBar } from '../data-table/data-table.tsx'
import { FilterBar } from '../filter-bar/filter-bar.tsx'
import { Form } from '../form/form.tsx'
import { Page } from '../page/page.tsx'
import { ViewLinks } from '../tab-links/tab-links.tsx'
import { isNarrowed, keptOf, queryText } from './address.ts'
import type { ListPageProps } from './list-props.ts'
import { Nothing } from './nothing.tsx'
import { Rows } from './rows.tsx'

/** A list to work in: views, search and filters, order, ticks with a bar, pages, a file, paper; on a phone, cards. */
export function ListPage(props: ListPageProps) {
  const { csvHref, printHref, query, usual, views } = props
  const text = queryText(query, usual)
  const { title, caption, lede, back, actions } = props
  const head = { title, caption, lede, back, wide: true }
  if (hasNothing(props))
    return (
      <Page {...head} actions={actions}>
        {props.above}
        <Nothing {...props} />
      </Page>
    )
  return (
    <Page
      {...head}
      actions={
        <>
          {actions}
          <Button href={csvHref(text)} variant="secondary" small>
            Get as CSV
          </Button>
          <Button href={printHref(text)} variant="secondary" small>
            Print
          </Button>
        </>
      }
    >
      {props.above}
      {views && (
        <ViewLinks
          label="Saved views"
          items={views.map(({ value, text: says, count }) => ({
            href: props.href(queryText({ ...query, view: value, page: '' }, usual)),
            text: says,
            count,
            active: query.view === value,
          }))}
        />
      )}
      <FilterBar
        label={props.title}
        action={props.href('')}
        fields={props.filters}
        keep={keptOf(query, usual)}
        clearHref={isNarrowed(query, usual) ? props.href(queryText(keptOf(query, usual), usual)) : undefined}
      />
      <List {...props} />
    </Page>
  )
}

// A school that begins has nothing to filter, to count or to print: it reads what will stand here. Whoever begins with a filter
// of their own has to get out of it.
const hasNothing = ({ rows, views = [], query, usual }: ListPageProps): boolean =>
  rows.length === 0 &&
  !isNarrowed(query, {}) &&
  (query.view ?? '') === (usual.view ?? '') &&
  views.every(({ count }) => count === 0)

function List(props: ListPageProps) {
  if (props.rows.length === 0) return <Nothing {...props} />
  const { bulk, query, usual } = props
  if (bulk === undefined) return <Rows {...props} />
  return (
    <Form action={bulk.action} attributes={{ 'data-module': 'kept-choose' }}>
      <input type="hidden" name="back" value={queryText(query, usual)} />
      <BulkBar count={<span data-chosen="">Those with a tick</span>}>{bulk.buttons}</BulkBar>
      <Rows {...props} />
    </Form>
  )
}
