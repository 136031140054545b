import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'

export interface SplitViewProps {
  readonly id: string
  readonly back: string
  readonly action: string
  readonly basedOn: number
  readonly first: string
  readonly second: string
  readonly errors?: Readonly<Record<string, string>>
}

/** Cuts a clause in two. */
export function SplitView(props: SplitViewProps) {
  return (
    <Page
      title={`Cut ${props.id} in two`}
      back={props.back}
      errors={props.errors}
      lede="The second half becomes a clause of its own, right after this one. It stands in the same section, is as binding, and is kept by the same, until you change that."
    >
      <Form action={props.action}>
        <input type="hidden" name="based" value={String(props.basedOn)} />
        <Textarea
          name="first"
          label={`What stays in ${props.id}`}
          labelSize="s"
          rows={5}
          value={props.first}
          error={props.errors?.first}
        />
        <Textarea
          name="second"
          label="What becomes a clause of its own"
          labelSize="s"
          rows={5}
          value={props.second}
          error={props.errors?.second}
        />
        <Button preventDoubleClick>Cut it in two</Button>
      </Form>
    </Page>
  )
}
