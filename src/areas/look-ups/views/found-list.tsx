import { SummaryList } from '#ui/summary-list/summary-list.tsx'
import type { Verdictish } from '../may-i/verdict-of.ts'
import { SmallVerdict } from './verdict-words.tsx'

interface Line {
  readonly href: string
  readonly says: string
  readonly verdict: Verdictish
}

/** Several cases, each with its answer. */
export function FoundList(props: { readonly title: string; readonly lines: readonly Line[]; readonly easy: boolean }) {
  return (
    <section class="kept-gap-top" aria-labelledby="found">
      <h2 class="govuk-heading-m" id="found">
        {props.title}
      </h2>
      <SummaryList
        rows={props.lines.map((line) => ({
          key: {
            says: (
              <a class="govuk-link" href={line.href}>
                {line.says}
              </a>
            ),
          },
          value: { says: <SmallVerdict verdict={line.verdict} easy={props.easy} /> },
        }))}
      />
    </section>
  )
}
