import { cx, type Words } from '../words.ts'

export interface Happening {
  /** When, as a person says it. */
  readonly when?: Words
  /** The same for machines, in ISO 8601. */
  readonly datetime?: string | undefined
  readonly what: Words
  readonly who?: Words
  /** `answer`: we did it. `gap`: something is missing after it. */
  readonly kind?: 'event' | 'answer' | 'gap' | undefined
}

/** What happened, oldest first. */
export function Chronology({ items }: { readonly items: readonly Happening[] }) {
  return (
    <ol class="kept-timeline govuk-body-s">
      {items.map(({ when, datetime, what, who, kind = 'event' }) => (
        <li class={cx(kind !== 'event' && `kept-timeline--${kind}`)}>
          {when && <time datetime={datetime}>{when}</time>}
          <p>{what}</p>
          {who && <p class="kept-timeline__who">{who}</p>}
        </li>
      ))}
    </ol>
  )
}
