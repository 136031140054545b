import { Button } from '#ui/button/button.tsx'
import { BulkBar, DataTable } from '#ui/data-table/data-table.tsx'
import { pagesOf } from '#ui/data-table/pages.tsx'
import { EmptyState } from '#ui/empty-state/empty-state.tsx'
import { FilterBar } from '#ui/filter-bar/filter-bar.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Progress } from '#ui/progress/progress.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { paths } from '../paths.ts'

export interface ProposalsViewProps {
  readonly draft: { readonly id: string; readonly title: string }
  readonly looked: number
  readonly of: number
  readonly leftOut: number
  readonly state: string
  readonly page: number
  readonly size: number
  readonly total: number
  readonly rows: readonly {
    readonly clause: string
    readonly says: string
    readonly where: string
    readonly proposed: string
    readonly state: string
    readonly open: boolean
    readonly kept: string
  }[]
  readonly nextOpen: string | null
  readonly fault?: string | undefined
}

/** What was proposed for the clauses of the school's own document. */
export function ProposalsView(props: ProposalsViewProps) {
  const { draft, looked, of, nextOpen } = props
  return (
    <Page
      title="What was proposed for your clauses"
      caption={draft.title}
      back={{ href: paths.show.to(draft.id), text: 'The draft' }}
      lede={`${looked} of ${of} are looked at. Accepting one says what kind of rule it is; nothing is linked by it. You can go on another day.`}
      actions={
        <>
          {nextOpen !== null && (
            <Button href={paths.proposals.to(draft.id, `?clause=${encodeURIComponent(nextOpen)}`)}>
              One after the other
            </Button>
          )}
          <Button href={paths.dropped.to(draft.id)} variant="secondary" small>
            What was left out ({props.leftOut})
          </Button>
        </>
      }
      errors={props.fault === undefined ? undefined : { main: props.fault }}
    >
      <Progress done={looked} of={of} />
      <FilterBar
        label="What is shown"
        action={paths.proposals.to(draft.id)}
        fields={[{ name: 'state', label: 'State', options: STATES, value: props.state }]}
        button="Show"
      />
      <Form action={paths.proposals.to(draft.id)}>
        <BulkBar count="With those that are ticked:">
          <Button small name="do" value="accept">
            Accept
          </Button>
          <Button small variant="secondary" name="do" value="drop">
            Leave out
          </Button>
        </BulkBar>
        <DataTable
          cards
          caption="Clauses in the order of the document"
          choose="clause"
          columns={[
            { says: 'Clause', card: 'head', nowrap: true },
            { says: 'Text' },
            { says: 'Proposed' },
            { says: 'Kept by' },
            { says: 'State', card: 'state', nowrap: true },
          ]}
          rows={props.rows.map((row) => ({
            choose: row.open ? { value: row.clause, label: `Choose ${row.clause}` } : undefined,
            cells: [
              <a class="kept-link" href={paths.proposals.to(draft.id, `?clause=${encodeURIComponent(row.clause)}`)}>
                {row.clause}
              </a>,
              <>
                {row.says} <span class="kept-meta">{row.where}</span>
              </>,
              row.proposed,
              row.kept,
              <Tag class={row.open ? 'govuk-tag--blue' : 'govuk-tag--green'}>{row.state}</Tag>,
            ],
          }))}
          empty={<EmptyState title="Nothing stands so">Choose another state above.</EmptyState>}
          pages={
            props.total <= props.size
              ? undefined
              : pagesOf({
                  page: props.page,
                  size: props.size,
                  total: props.total,
                  hrefFor: (to) => paths.proposals.to(draft.id, `?state=${props.state}&page=${to}`),
                })
          }
        />
      </Form>
    </Page>
  )
}

const STATES = [
  { value: 'open', text: 'Not looked at' },
  { value: 'unlinked', text: 'Nothing keeps them yet' },
  { value: 'all', text: 'All' },
]
