import { cx, type Words } from '../words.ts'

export interface LayoutProps {
  /** The side column; below the work on a phone. */
  readonly side: Words
  /** Names the side column for screen readers. */
  readonly sideLabel: string
  readonly wideSide?: boolean | undefined
  readonly children: Words
}

/** The work, with a column beside it. */
export function Layout({ side, sideLabel, wideSide, children }: LayoutProps) {
  return (
    <div class={cx('kept-layout', wideSide && 'kept-layout--wide-side')}>
      <div>{children}</div>
      <aside aria-label={sideLabel}>{side}</aside>
    </div>
  )
}

export interface SectionProps {
  readonly id: string
  readonly title: Words
  readonly size?: 'l' | 'm' | undefined
  readonly children: Words
}

/** A part of a page under a heading of its own. */
export function Section({ id, title, size = 'l', children }: SectionProps) {
  return (
    <section class="kept-section" aria-labelledby={id}>
      <h2 class={`govuk-heading-${size}`} id={id}>
        {title}
      </h2>
      {children}
    </section>
  )
}
