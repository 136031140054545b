import { Button } from '#ui/button/button.tsx'
import { FileUpload } from '#ui/file-upload/file-upload.tsx'
import { Form } from '#ui/form/form.tsx'
import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'
import { paths } from '../paths.ts'
import type { DocumentLine } from './documents-view.tsx'

/** Attaches a file to a document of the policy. */
export function AttachView(props: {
  readonly line: DocumentLine
  readonly token: string
  readonly error: string | undefined
}) {
  const { line, token, error } = props
  return (
    <Page
      title={`Attach: ${line.title}`}
      back={{ href: paths.documents.to(), text: 'Documents that belong to the policy' }}
      errors={error === undefined ? undefined : { document: error }}
    >
      {line.open && (
        <InsetText>
          Where the policy is open to everybody, anybody can read this file. Look through it for names of people first.
        </InsetText>
      )}
      <Form action={paths.attach.to(line.id, token)} multipart>
        <FileUpload
          name="document"
          label="The file"
          labelSize="m"
          hint="As a PDF if you can. Everybody who is signed in can read it."
          error={error}
        />
        <Button preventDoubleClick>Attach it</Button>
      </Form>
    </Page>
  )
}
