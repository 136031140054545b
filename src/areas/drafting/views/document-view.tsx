import { Button } from '#ui/button/button.tsx'
import { Details } from '#ui/details/details.tsx'
import { FileUpload } from '#ui/file-upload/file-upload.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { paths } from '../paths.ts'

export interface DocumentViewProps {
  readonly token: string
  readonly error?: string
}

/** Hands in the school's own policy. */
export function DocumentView({ token, error }: DocumentViewProps) {
  return (
    <Page
      title="Begin from your own document"
      back={{ href: paths.begin.to(), text: 'Begin a draft' }}
      lede="Your policy is cut into sections and clauses. For each clause Kept proposes what kind of rule it is and what could keep it; you decide."
      errors={error === undefined ? undefined : { document: error }}
    >
      <Form action={paths.document.to(token)} multipart>
        <FileUpload
          name="document"
          label="Your policy"
          labelSize="m"
          hint="A .docx, .pdf, .html or .txt file of up to 50 MB"
          accept=".docx,.pdf,.html,.htm,.txt"
          error={error}
        />
        <p class="govuk-body">Reading a long policy takes a few seconds.</p>
        <Button preventDoubleClick>Read the document</Button>
      </Form>
      <Details summary="What happens with the file">
        <p class="govuk-body">
          Its words are read once and become the draft. The file itself is not kept, and it is sent to nobody. Pictures
          and looks are left out. A scan without text cannot be read.
        </p>
      </Details>
    </Page>
  )
}
