import { EmptyState } from '../empty-state/empty-state.tsx'
import { isNarrowed, keptOf, queryText } from './address.ts'
import type { ListPageProps } from './list-props.ts'

/** Instead of the rows: nothing yet, nothing found, or a page behind the end. */
export function Nothing(props: ListPageProps) {
  const { query, usual, things, nothingYet } = props
  const isLate = props.page > 1 && props.total > 0
  if (!isLate && !isNarrowed(query, usual))
    return (
      <EmptyState title={nothingYet.title} action={nothingYet.action}>
        {nothingYet.says}
      </EmptyState>
    )
  const rest = isLate ? { ...query, page: '' } : keptOf(query, usual)
  return (
    <EmptyState
      title={isLate ? 'The list ends before this page' : 'Nothing found'}
      action={
        <a class="kept-link" href={props.href(queryText(rest, usual))}>
          {isLate ? 'Go to its beginning' : `Show all ${things.many} of this view`}
        </a>
      }
    >
      {isLate
        ? 'It may have become shorter since you opened it.'
        : `No ${things.one} here has this, or none that you may see.`}
    </EmptyState>
  )
}
