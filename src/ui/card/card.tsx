import { cx, type Words } from '../words.ts'

export interface CardProps {
  readonly title?: Words
  /** `s` in side columns, `m` in the work. */
  readonly size?: 's' | 'm' | undefined
  readonly headingLevel?: 2 | 3 | undefined
  /** A link or a few words at the end of the head. */
  readonly end?: Words
  readonly sand?: boolean | undefined
  readonly id?: string | undefined
  readonly children?: Words
}

/** A part of a page in a box of its own. */
export function Card({ title, size = 's', headingLevel = 2, end, sand, id, children }: CardProps) {
  const headingId = id && `${id}-title`
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  const heading = title ? (
    <Heading class={`govuk-heading-${size}`} id={headingId}>
      {title}
    </Heading>
  ) : null
  return (
    <section class={cx('kept-card', sand && 'kept-card--sand')} id={id} aria-labelledby={title ? headingId : undefined}>
      {end ? (
        <div class="kept-card__head">
          {heading}
          <div class="kept-meta">{end}</div>
        </div>
      ) : (
        heading
      )}
      {children}
    </section>
  )
}
