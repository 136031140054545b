import { Tag } from '#ui/tag/tag.tsx'
import type { PathLine } from '../case/path-taken.ts'

/** The way that a case has gone as a list: what was recorded, by whom, what it was before, and a way to correct it. */
export function PathList({ lines }: { readonly lines: readonly PathLine[] }) {
  if (lines.length === 0) return <p class="govuk-body">Nobody has taken a step yet.</p>
  return (
    <ol class="govuk-list govuk-list--number govuk-list--spaced">
      {lines.map((line) => (
        <li key={line.key}>
          {line.holds ? <strong>{line.what}</strong> : <s>{line.what}</s>}
          {line.branch !== null && ` (${line.branch})`} {!line.holds && <Tag>Holds no longer</Tag>}
          <br />
          <span class="kept-meta">{line.who}</span>
          {line.written.map((row) => (
            <>
              <br />
              <span class="govuk-body-s">
                {row.key}
                {/[?!.:]$/.test(row.key) ? '' : ':'} {row.value}
              </span>
            </>
          ))}
          {line.was.map((was) => (
            <>
              <br />
              <span class="kept-meta">was: {was}</span>
            </>
          ))}
          {line.correctHref !== null && (
            <>
              {' '}
              <a class="kept-link govuk-body-s kept-noprint" href={line.correctHref}>
                Correct this<span class="govuk-visually-hidden">: {line.what}</span>
              </a>
            </>
          )}
        </li>
      ))}
    </ol>
  )
}
