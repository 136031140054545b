import type { Words } from '../words.ts'

export interface NextStepProps {
  readonly id?: string | undefined
  readonly title: Words
  /** The button, the deadline in words, the clause: they stand in one row. */
  readonly actions: Words
  readonly children?: Words
}

/** The one thing to do next; once on a page. */
export function NextStep({ id = 'next', title, actions, children }: NextStepProps) {
  return (
    <section class="kept-next" aria-labelledby={id}>
      <h2 class="govuk-heading-m" id={id}>
        {title}
      </h2>
      {children && <p>{children}</p>}
      <div class="kept-next__row">{actions}</div>
    </section>
  )
}
