import { Button } from '../button/button.tsx'
import { type Attributes, cx, type Words } from '../words.ts'

export interface ExitThisPageProps {
  /** A page that everybody visits. */
  readonly redirectUrl?: string | undefined
  readonly id?: string | undefined
  /** Texts in another language, as `data-i18n.*` attributes. */
  readonly messages?: Attributes | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly children?: Words
}

/** Leaves at once, for somebody who is being watched. `Page exit` draws it in view on every page of a report. */
export function ExitThisPage({ redirectUrl, id, messages, class: extra, attributes, children }: ExitThisPageProps) {
  return (
    <div
      id={id || undefined}
      class={cx('govuk-exit-this-page', extra)}
      data-module="govuk-exit-this-page"
      {...attributes}
      {...messages}
    >
      <Button
        variant="warning"
        class="govuk-exit-this-page__button govuk-js-exit-this-page-button"
        href={redirectUrl || 'https://www.bbc.co.uk/weather'}
        attributes={{ rel: 'nofollow noreferrer' }}
      >
        {children || (
          <>
            <span class="govuk-visually-hidden">Emergency</span> Exit this page
          </>
        )}
      </Button>
    </div>
  )
}
