import { Button } from '#ui/button/button.tsx'
import { FileUpload } from '#ui/file-upload/file-upload.tsx'
import { Form } from '#ui/form/form.tsx'
import { KnownNames } from '#ui/name-input/name-input.tsx'
import { Page } from '#ui/page/page.tsx'
import type { Words } from '#ui/words.ts'
import type { RecordHead } from '../model/item.ts'
import { type ItemKind, itemKinds } from '../model/item-kinds.ts'
import { paths } from '../paths.ts'

export interface ItemFormViewProps {
  readonly record: RecordHead
  readonly kind: ItemKind
  readonly known: readonly string[]
  readonly fields: Words
  readonly errors: Readonly<Record<string, string>>
  /** Where an item with a file is sent: its token works once. */
  readonly token: string | null
  /** The step of the case that asks for it. */
  readonly step: string | null
  readonly maxMb: number
}

/** Adding a piece of evidence. With a file, the words come before it, so that they are read before it streams in. */
export function ItemFormView({ record, kind, known, fields, errors, token, step, maxMb }: ItemFormViewProps) {
  const words = itemKinds[kind]
  const action = token === null ? paths.add.to(record.id, kind, step) : paths.send.to(record.id, kind, token, step)
  return (
    <Page
      title={words.says}
      caption={`${record.reference} ${record.title}`}
      lede={words.when}
      errors={errors}
      back={{ href: paths.of.to(record.id), text: 'Back to the evidence' }}
    >
      <Form action={action} multipart={token !== null}>
        {fields}
        {token !== null && (
          <FileUpload
            name="file"
            label="The file"
            labelSize="s"
            hint={`At most ${maxMb} MB. It is kept as it is and locked. Never send an indecent image of a child, and do not look for one: describe it in words instead.`}
            error={errors.file}
          />
        )}
        <KnownNames names={known} />
        <Button preventDoubleClick>Add it</Button>
      </Form>
    </Page>
  )
}
