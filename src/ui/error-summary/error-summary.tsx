import { type Attributes, cx, type Words } from '../words.ts'

export interface ErrorItem {
  readonly href?: string | undefined
  readonly text: Words
  readonly attributes?: Attributes | undefined
}

export interface ErrorSummaryProps {
  readonly title?: Words
  readonly description?: Words
  readonly errors?: readonly ErrorItem[] | undefined
  readonly disableAutoFocus?: boolean | undefined
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Everything that is wrong on the page, each with a link to its field. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const auto: Attributes =
    props.disableAutoFocus === undefined ? {} : { 'data-disable-auto-focus': String(props.disableAutoFocus) }
  return (
    <div
      class={cx('govuk-error-summary', props.class)}
      {...auto}
      {...props.attributes}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{props.title ?? 'There is a problem'}</h2>
        <div class="govuk-error-summary__body">
          {props.description ? <p>{props.description}</p> : null}
          {props.errors && props.errors.length > 0 ? (
            <ul class="govuk-list govuk-error-summary__list">
              {props.errors.map((error) => (
                <li>{error.href ? <ErrorLink {...error} href={error.href} /> : error.text}</li>
              ))}
            </ul>
          ) : null}
        </div>
      </div>
    </div>
  )
}

function ErrorLink({ href, text, attributes }: ErrorItem & { href: string }) {
  return (
    <a href={href} {...attributes}>
      {text}
    </a>
  )
}

/** The summary of a form: one link for each faulty field. */
export function errorItems(errors: Readonly<Record<string, string>>): ErrorItem[] {
  return Object.entries(errors).map(([name, text]) => ({ href: `#${name}`, text }))
}
