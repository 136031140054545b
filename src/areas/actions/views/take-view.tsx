import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { KnownNames, NameInput } from '#ui/name-input/name-input.tsx'
import { Page } from '#ui/page/page.tsx'
import { Radios } from '#ui/radios/radios.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import type { Words } from '#ui/words.ts'

interface Choice {
  readonly value: string
  readonly text: string
  readonly hint?: string | undefined
}

export interface TakeViewProps {
  readonly title: string
  readonly lede: Words
  readonly back: { readonly href: string; readonly text: string }
  /** What may be taken; null where the page is about one thing already. */
  readonly choices: readonly Choice[] | null
  readonly schools: readonly Choice[]
  readonly known: readonly string[]
  readonly why: string
  /** What the policy asks beside, and the case with which it ends. */
  readonly fields?: Words
  readonly cases?: readonly Choice[] | null
  readonly send: string
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** The form with which somebody takes an action, or asks for an exception. */
export function TakeView(props: TakeViewProps) {
  const { typed, errors } = props
  return (
    <Page title={props.title} errors={errors} back={props.back}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {props.lede}
          <Form>
            {props.choices !== null && (
              <Radios
                name="action"
                legend="What is taken?"
                legendSize="s"
                options={props.choices}
                value={typed.action}
                error={errors.action}
              />
            )}
            {props.schools.length > 1 && (
              <Radios
                name="school"
                legend="For which school?"
                legendSize="s"
                options={props.schools}
                value={typed.school}
                error={errors.school}
              />
            )}
            <NameInput
              name="who"
              label="Whom is it for?"
              labelSize="s"
              hint="Choose from the names that appear as you type."
              value={typed.who}
              error={errors.who}
            />
            {props.cases != null && (
              <Radios
                name="case"
                legend="With which case does it end?"
                legendSize="s"
                options={props.cases}
                value={typed.case}
                error={errors.case}
              />
            )}
            <Textarea name="why" label={props.why} labelSize="s" value={typed.why} error={errors.why} rows={4} />
            {props.fields}
            <Button>{props.send}</Button>
            <KnownNames names={props.known} />
          </Form>
        </div>
      </div>
    </Page>
  )
}
