import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import type { RecordHome } from '../home.ts'

/** What a page that asks for a reason says. */
export interface ReasonWords {
  readonly title: string
  readonly lede: string
  readonly question: string
  readonly button: string
}

export interface ReasonViewProps extends ReasonWords {
  readonly home: RecordHome
  readonly id: string
  readonly reference: string
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** Something that is done to a whole record and wants its reason: closing it, moving it to another chart. */
export function ReasonView(props: ReasonViewProps) {
  return (
    <Page
      title={props.title}
      caption={props.reference}
      lede={props.lede}
      errors={props.errors}
      back={{ href: props.home.paths.show.to(props.id), text: `Back to the ${props.home.noun}` }}
    >
      <Form>
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
