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

/** "You are called": over every page of somebody on call, until somebody has taken it. */
export function CallBand({ href, says }: { readonly href: string; readonly says: string }) {
  return (
    <section class="kept-called kept-noprint" aria-label="You are called">
      <p class="kept-container">
        <strong>{says}</strong> <a href={href}>Read it and take it</a>
      </p>
    </section>
  )
}
