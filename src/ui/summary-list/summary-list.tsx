import { type Attributes, cx, type Piece, said, type Words } from '../words.ts'
import { ActionLink, type SummaryAction } from './action-link.tsx'
import { SummaryCard, type SummaryCardProps } from './summary-card.tsx'

export interface SummaryRow {
  readonly key: Piece
  readonly value: Piece
  readonly actions?: readonly SummaryAction[] | undefined
  readonly actionsClass?: string | undefined
  readonly class?: string | undefined
}

export interface SummaryListProps {
  readonly rows: readonly (SummaryRow | false | null | undefined)[]
  readonly card?: SummaryCardProps | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** What is known about one thing, line by line. */
export function SummaryList({ rows, card, class: extra, attributes }: SummaryListProps) {
  const anyActions = rows.some((row) => row && (row.actions?.length ?? 0) > 0)
  const title = card && said(card.title)?.says
  const list = (
    <dl class={cx('govuk-summary-list', extra)} {...attributes}>
      {rows.map((row) => row && <Row {...row} lacksActions={anyActions && !row.actions} cardTitle={title} />)}
    </dl>
  )
  return card ? <SummaryCard {...card}>{list}</SummaryCard> : list
}

function Row(row: SummaryRow & { lacksActions: boolean; cardTitle: Words }) {
  const key = said(row.key)
  const value = said(row.value)
  return (
    <div class={cx('govuk-summary-list__row', row.lacksActions && 'govuk-summary-list__row--no-actions', row.class)}>
      <dt class={cx('govuk-summary-list__key', key?.class)}>{key?.says}</dt>
      <dd class={cx('govuk-summary-list__value', value?.class)}>{value?.says}</dd>
      {row.actions && row.actions.length > 0 && (
        <dd class={cx('govuk-summary-list__actions', row.actionsClass)}>
          <Actions actions={row.actions} cardTitle={row.cardTitle} />
        </dd>
      )}
    </div>
  )
}

function Actions({ actions, cardTitle }: { actions: readonly SummaryAction[]; cardTitle: Words }) {
  const [first, second] = actions
  if (first && !second) return <ActionLink {...first} cardTitle={cardTitle} />
  return (
    <ul class="govuk-summary-list__actions-list">
      {actions.map((action) => (
        <li class="govuk-summary-list__actions-list-item">
          <ActionLink {...action} cardTitle={cardTitle} />
        </li>
      ))}
    </ul>
  )
}
