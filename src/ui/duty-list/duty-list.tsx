import { ClauseChip } from '../clause-chip/clause-chip.tsx'
import { Square, type State, stateWords } from '../square/square.tsx'
import { cx, type Words } from '../words.ts'

export interface Duty {
  readonly state: State
  readonly what: Words
  readonly href?: string | undefined
  /** When, as a person says it: "by 16:00", "3 days late". */
  readonly when: Words
  readonly why?: Words
  readonly clause?: { readonly clause: string; readonly href: string } | undefined
}

export interface DutyListProps {
  /** A heading over the list, for instance "Today". */
  readonly title?: Words
  /** A few words beside the heading, for instance "3 duties". */
  readonly count?: Words
  readonly items: readonly Duty[]
}

/** What somebody must do, each with its deadline and clause. */
export function DutyList({ title, count, items }: DutyListProps) {
  return (
    <>
      {title && (
        <h2 class="kept-when">
          {title} {count && <span>{count}</span>}
        </h2>
      )}
      <ul class="kept-duties">
        {items.map((duty) => (
          <Item {...duty} />
        ))}
      </ul>
    </>
  )
}

function Item({ state, what, href, when, why, clause }: Duty) {
  const words = (
    <>
      <span class="govuk-visually-hidden">{stateWords[state]}: </span>
      {what}
    </>
  )
  return (
    <li class={cx('kept-duty', state === 'late' && 'kept-duty--late')}>
      <Square state={state} />
      <p class="kept-duty__what">
        {href ? (
          <a class="govuk-link" href={href}>
            {words}
          </a>
        ) : (
          words
        )}
      </p>
      <span class="kept-duty__when">{when}</span>
      {(why || clause) && (
        <p class="kept-duty__why">
          {clause && <ClauseChip {...clause} />} {why && <span>{why}</span>}
        </p>
      )}
    </li>
  )
}
