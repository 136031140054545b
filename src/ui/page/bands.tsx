import { PhaseBanner } from '../phase-banner/phase-banner.tsx'

/** Says on every page of a sample that nothing in it is real. */
export function SampleBanner() {
  return (
    <section class="kept-sample kept-noprint" aria-label="Sample">
      <PhaseBanner tag="Sample" class="kept-container">
        Every person, school and record here is invented.
      </PhaseBanner>
    </section>
  )
}

/** "Leave this page now", always in view on the pages of a report. */
export function Exit({ href }: { readonly href: string }) {
  return (
    <section class="kept-exit kept-noprint" aria-label="Leave fast">
      <div class="govuk-exit-this-page" data-module="govuk-exit-this-page">
        <a
          href={href}
          class="govuk-button govuk-button--warning kept-button--small govuk-exit-this-page__button govuk-js-exit-this-page-button"
          rel="nofollow noreferrer"
        >
          <span class="govuk-visually-hidden">Emergency: </span>Leave this page now
        </a>
      </div>
    </section>
  )
}
