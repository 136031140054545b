import { h } from 'preact'
import { type Attributes, cx, type Words } from '../words.ts'

export interface NotificationBannerProps {
  readonly type?: string | undefined
  readonly role?: string | undefined
  readonly title?: Words
  readonly titleId?: string | undefined
  readonly headingLevel?: string | number | undefined
  /** One line in the usual style; use children for anything else. */
  readonly text?: Words
  readonly disableAutoFocus?: boolean | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly children?: Words
}

/** Something that concerns the whole page, for instance that a thing was done. */
export function NotificationBanner(props: NotificationBannerProps) {
  const success = props.type === 'success'
  const titleId = props.titleId || 'govuk-notification-banner-title'
  const settings: Attributes = {
    role: props.role || (success ? 'alert' : 'region'),
    'aria-labelledby': titleId,
    'data-disable-auto-focus': props.disableAutoFocus === undefined ? undefined : String(props.disableAutoFocus),
  }
  const level = `h${props.headingLevel || 2}`
  return (
    <div
      class={cx('govuk-notification-banner', success && 'govuk-notification-banner--success', props.class)}
      data-module="govuk-notification-banner"
      {...settings}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        {h(
          level,
          { class: 'govuk-notification-banner__title', id: titleId },
          props.title || (success ? 'Success' : 'Important'),
        )}
      </div>
      <div class="govuk-notification-banner__content">
        {props.children ?? (props.text ? <p class="govuk-notification-banner__heading">{props.text}</p> : null)}
      </div>
    </div>
  )
}
