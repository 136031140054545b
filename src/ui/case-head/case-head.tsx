import type { Words } from '../words.ts'

export interface CaseHeadProps {
  /** The number of the case, for instance `INC-0147`. */
  readonly reference: string
  readonly title: Words
  readonly facts: readonly { readonly label: string; readonly value: Words }[]
  readonly actions?: Words
  /** The parts of the case (`TabLinks`). */
  readonly tabs?: Words
}

/** The head of a case: goes into `Page band`, with `heading={false}`. */
export function CaseHead({ reference, title, facts, actions, tabs }: CaseHeadProps) {
  return (
    <div class="kept-case">
      <div class="kept-container">
        <div class="kept-case__row">
          <div>
            <span class="kept-ref kept-meta">{reference}</span>
            <h1 class="govuk-heading-l">{title}</h1>
            <dl class="kept-case__facts">
              {facts.map(({ label, value }) => (
                <div>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </div>
          {actions && <div class="kept-lede__actions kept-noprint">{actions}</div>}
        </div>
        {tabs}
      </div>
    </div>
  )
}
