import type { Typed } from '#core/form.ts'
import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Textarea } from '#ui/textarea/textarea.tsx'
import { BesideCase } from './beside-case.tsx'

export interface TeacherViewProps {
  readonly id: string
  readonly reference: string
  readonly asks: string
  readonly hint: string | undefined
  readonly tells: readonly { readonly pupil: string; readonly teachers: string }[]
  readonly typed: Typed
  readonly errors: Readonly<Record<string, string>>
}

/** What a class teacher is told: who will read it stands above the box. */
export function TeacherView(props: TeacherViewProps) {
  return (
    <BesideCase
      id={props.id}
      reference={props.reference}
      title="Tell the class teacher"
      errors={props.errors}
      lede="They read this, when it was and what kind of thing it was. They see nothing else of the case."
    >
      <InsetText>
        {props.tells.length === 0 ? (
          <p>No pupil with a class teacher is in this case yet. It is sent as soon as one is named.</p>
        ) : (
          props.tells.map((one) => (
            <p>
              <strong>{one.teachers}</strong>, for {one.pupil}
            </p>
          ))
        )}
      </InsetText>
      <Form>
        <Textarea
          name="says"
          label={props.asks}
          labelSize="s"
          hint={props.hint}
          value={props.typed.says}
          error={props.errors.says}
          rows={6}
        />
        <Button preventDoubleClick>Tell them</Button>
      </Form>
    </BesideCase>
  )
}
