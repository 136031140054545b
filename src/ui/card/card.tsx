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
  /** What is said while there is nothing in it: one quiet line instead of a box. */
  readonly nothing?: Words
  readonly children?: Words
}

/** A part of a page in a box of its own. */
export function Card({ title, size = 's', headingLevel = 2, end, sand, id, nothing, children }: CardProps) {
  const headingId = id && `${id}-title`
  const Heading = headingLevel === 2 ? 'h2' : 'h3'
  if (nothing) {
    return (
      <section class="kept-card kept-card--quiet" id={id} aria-labelledby={title ? headingId : undefined}>
        {title && (
          <Heading class="govuk-heading-s" id={headingId}>
            {title}
          </Heading>
        )}
        <p class="govuk-body">{nothing}</p>
        {end && <div class="kept-meta">{end}</div>}
      </section>
    )
  }
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
