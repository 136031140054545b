import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { paths } from '../paths.ts'

export interface ReasonViewProps {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly lede: string
  readonly question: string
  readonly button: string
  readonly hidden?: { readonly name: string; readonly value: string }
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** Something that is done to a whole case and wants its reason: closing it, moving it to another chart. */
export function ReasonView(props: ReasonViewProps) {
  return (
    <Page
      title={props.title}
      caption={props.reference}
      lede={props.lede}
      errors={props.errors}
      back={{ href: paths.show.to(props.id), text: 'Back to the case' }}
    >
      <Form>
        {props.hidden && <input type="hidden" name={props.hidden.name} value={props.hidden.value} />}
        <Textarea
          name="reason"
          label={props.question}
          labelSize="s"
          value={props.typed.reason}
          error={props.errors.reason}
          rows={5}
        />
        <Button preventDoubleClick>{props.button}</Button>
      </Form>
    </Page>
  )
}
