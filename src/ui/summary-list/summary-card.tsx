import { h } from 'preact'
import { type Attributes, cx, type Piece, said, type Words } from '../words.ts'
import { ActionLink, type SummaryAction } from './action-link.tsx'

export interface SummaryCardProps {
  readonly title?: Piece
  readonly headingLevel?: number | undefined
  readonly actions?: readonly SummaryAction[] | undefined
  readonly actionsClass?: string | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A box with a title around one summary list. */
export function SummaryCard(props: SummaryCardProps & { readonly children: Words }) {
  const title = said(props.title)
  return (
    <div class={cx('govuk-summary-card', props.class)} {...props.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {title && h(`h${props.headingLevel || 2}`, { class: cx('govuk-summary-card__title', title.class) }, title.says)}
        <CardActions actions={props.actions ?? []} class={props.actionsClass} title={title?.says} />
      </div>
      <div class="govuk-summary-card__content">{props.children}</div>
    </div>
  )
}

interface CardActionsProps {
  readonly actions: readonly SummaryAction[]
  readonly class: string | undefined
  readonly title: Words
}

function CardActions({ actions, class: extra, title }: CardActionsProps) {
  const [first, second] = actions
  if (!first) return null
  const name = cx('govuk-summary-card__actions', extra)
  if (!second) {
    return (
      <div class={name}>
        <ActionLink {...first} cardTitle={title} />
      </div>
    )
  }
  return (
    <ul class={name}>
      {actions.map((action) => (
        <li class="govuk-summary-card__action">
          <ActionLink {...action} cardTitle={title} />
        </li>
      ))}
    </ul>
  )
}
