import { Tag } from '../tag/tag.tsx'
import { type Attributes, cx, type Piece, said, type Words } from '../words.ts'

export interface Task {
  readonly title: Piece
  readonly href?: string | undefined
  readonly hint?: Words
  readonly status?: Piece
  /** The status as a tag. */
  readonly tag?: Piece
  readonly class?: string | undefined
}

export interface TaskListProps {
  readonly items: readonly (Task | false | null | undefined)[]
  readonly idPrefix?: string | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** What is to do in any order, each with how it stands. */
export function TaskList({ items, idPrefix = 'task-list', class: extra, attributes }: TaskListProps) {
  return (
    <ul class={cx('govuk-task-list', extra)} {...attributes}>
      {items.map((item, at) => item && <Item {...item} id={`${idPrefix}-${at + 1}`} />)}
    </ul>
  )
}

function Item({ id, title, href, hint, status, tag, class: extra }: Task & { id: string }) {
  const words = said(title)
  const standing = said(status)
  const label = said(tag)
  return (
    <li class={cx('govuk-task-list__item', href && 'govuk-task-list__item--with-link', extra)}>
      <div class="govuk-task-list__name-and-hint">
        {href ? (
          <a
            class={cx('govuk-link govuk-task-list__link', words?.class)}
            href={href}
            aria-describedby={cx(hint ? `${id}-hint` : null, `${id}-status`)}
          >
            {words?.says}
          </a>
        ) : (
          <div class={words?.class}>{words?.says}</div>
        )}
        {hint ? (
          <div id={`${id}-hint`} class="govuk-task-list__hint">
            {hint}
          </div>
        ) : null}
      </div>
      <div class={cx('govuk-task-list__status', standing?.class)} id={`${id}-status`}>
        {label ? (
          <Tag class={label.class} attributes={label.attributes}>
            {label.says}
          </Tag>
        ) : (
          standing?.says
        )}
      </div>
    </li>
  )
}
