import type { Words } from '../words.ts'

export interface EmptyStateProps {
  readonly title: Words
  readonly headingLevel?: 2 | 3 | undefined
  readonly action?: Words
  readonly children?: Words
}

/** Nothing here yet: says what will appear, and how to begin. */
export function EmptyState({ title, headingLevel = 2, action, children }: EmptyStateProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  return (
    <div class="kept-empty">
      <svg viewBox="0 0 96 72" fill="none" stroke-width="2.5" aria-hidden="true" focusable="false">
        {[12, 40].flatMap((y) =>
          [10, 37, 64].map((x) => (
            <rect
              class={x === 37 && y === 40 ? 'kept-empty__one' : undefined}
              x={x}
              y={y}
              width="22"
              height="22"
              rx="4"
            />
          )),
        )}
      </svg>
      <Heading>{title}</Heading>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}
