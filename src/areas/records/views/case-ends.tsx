import type { CaseViewProps } from './case-view.tsx'

/** What is done with the whole of a case, in a few lines under it: opened again, complained of, voided. */
export function CaseEnds(props: CaseViewProps) {
  return (
    <>
      {props.mayReopen && (
        <p class="govuk-body-s kept-noprint">
          <a class="govuk-link" href={props.home.paths.reopen.to(props.id)}>
            Open this {props.home.noun} again
          </a>
          : something more has to be done.
        </p>
      )}
      {props.complainHref !== null && !props.hears && (
        <p class="govuk-body-s kept-noprint">
          <a class="govuk-link" href={props.complainHref}>
            Somebody complains about how it was handled
          </a>
          : it goes to somebody who is not in it.
        </p>
      )}
      {props.mayVoid && (
        <p class="govuk-body-s kept-noprint">
          <a class="govuk-link" href={props.home.paths.void.to(props.id)}>
            Void this {props.home.noun}
          </a>
          : it should never have been one.
        </p>
      )}
    </>
  )
}
