import { Tag } from '../tag/tag.tsx'
import { type Attributes, cx, type Piece, said, type Words } from '../words.ts'

export interface PhaseBannerProps {
  readonly tag: Piece
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly children?: Words
}

/** Says of what kind this whole installation is, for instance a sample. */
export function PhaseBanner({ tag, class: extra, attributes, children }: PhaseBannerProps) {
  const label = said(tag)
  return (
    <div class={cx('govuk-phase-banner govuk-width-container', extra)} {...attributes}>
      <p class="govuk-phase-banner__content">
        <Tag class={cx('govuk-phase-banner__content__tag', label?.class)}>{label?.says}</Tag>{' '}
        <span class="govuk-phase-banner__text">{children}</span>
      </p>
    </div>
  )
}
