import type { TextSection } from '../policy-text.ts'
import type { PrintedTable } from '../printed-tables.ts'

export interface ContentsProps {
  readonly sections: readonly TextSection[]
  readonly tables: readonly PrintedTable[]
  readonly versionsHref: string
}

/** What stands in the policy, beside it on a wide window and before it on a phone. */
export function Contents({ sections, tables, versionsHref }: ContentsProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <nav class="kept-contents" aria-label="Contents" tabIndex={0}>
      <h2 class="govuk-heading-s">Contents</h2>
      <ol class="govuk-list">
        {sections.map((section) => (
          <li class={section.under ? 'kept-contents__under' : undefined}>
            <a class="govuk-link" href={`#s-${section.id}`}>
              {section.title}
            </a>
          </li>
        ))}
        {tables.map((table) => (
          <li>
            <a class="govuk-link" href={`#t-${table.id}`}>
              Table: {table.note === null ? table.title : `${table.title}, ${table.note.toLowerCase()}`}
            </a>
          </li>
        ))}
      </ol>
      <p class="govuk-body-s kept-noprint">
        <a class="govuk-link" href={versionsHref}>
          All versions, by date
        </a>
      </p>
    </nav>
  )
}
