import { Button } from '#ui/button/button.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'
import type { SaidSection } from '../types.ts'
import { ChangeList } from './change-list.tsx'

export interface ChangesViewProps {
  readonly title: string
  readonly caption: string
  readonly back: { readonly href: string; readonly text: string }
  readonly sections: readonly SaidSection[]
  readonly whole: readonly string[]
  readonly count: number
  readonly pageOf: (section: string) => string
  readonly shown: string
  /** What was noted about the change, and whether it is one of substance. */
  readonly note: string
  readonly kind: string
  /** Other versions to lay beside it. */
  readonly choose: {
    readonly action: string
    readonly name: string
    readonly options: readonly { value: string; text: string }[]
    readonly value: string
  } | null
}

/** Two texts of the policy laid side by side. */
export function ChangesView(props: ChangesViewProps) {
  const { choose } = props
  return (
    <Page title={props.title} caption={props.caption} back={props.back}>
      {(props.note !== '' || props.kind !== '') && (
        <InsetText>
          {props.kind} {props.note}
        </InsetText>
      )}
      {choose !== null && choose.options.length > 1 && (
        <form method="get" action={choose.action} class="kept-search kept-noprint">
          <label class="govuk-label" for={choose.name}>
            Compare with
          </label>
          <select class="govuk-select" id={choose.name} name={choose.name}>
            {choose.options.map((option) => (
              <option value={option.value} selected={option.value === choose.value}>
                {option.text}
              </option>
            ))}
          </select>{' '}
          <Button small variant="secondary">
            Compare
          </Button>
        </form>
      )}
      {props.count === 0 ? (
        <p class="govuk-body">Nothing differs.</p>
      ) : (
        <p class="govuk-body">
          <del class="kept-went">Struck through</del> was taken out. <ins class="kept-came">Underlined</ins> is new.
        </p>
      )}
      <ChangeList {...props} />
    </Page>
  )
}
