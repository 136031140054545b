import { Button } from '#ui/button/button.tsx'
import { Form } from '#ui/form/form.tsx'
import { KnownNames } from '#ui/name-input/name-input.tsx'
import { Page } from '#ui/page/page.tsx'
import type { Words } from '#ui/words.ts'
import { type EntryKind, entryKinds } from '../model/entry-kinds.ts'

export interface EntryFormViewProps {
  readonly kind: EntryKind
  readonly caption: string
  readonly back: string
  readonly known: readonly string[]
  readonly fields: Words
  readonly errors: Readonly<Record<string, string>>
}

/** Writing down what happened to an item, or what was decided about images. Who signs is asked on the next page. */
export function EntryFormView({ kind, caption, back, known, fields, errors }: EntryFormViewProps) {
  const words = entryKinds[kind]
  return (
    <Page title={words.act} caption={caption} lede={words.lede} errors={errors} back={back}>
      <Form>
        {fields}
        <KnownNames names={known} />
        <Button preventDoubleClick variant={kind === 'destroyed' ? 'warning' : undefined}>
          Write it down, then sign
        </Button>
      </Form>
    </Page>
  )
}
