import { Button } from '#ui/button/button.tsx'
import { Details } from '#ui/details/details.tsx'
import { FileUpload } from '#ui/file-upload/file-upload.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { paths } from '../paths.ts'

export interface UploadViewProps {
  /** A token that works once: an upload carries it in its address. */
  readonly token: string
  readonly error?: string
}

/** Hands in a roster. Nothing changes before its sender has seen what would. */
export function UploadView({ token, error }: UploadViewProps) {
  return (
    <Page
      title="Import people"
      lede="Hand in the zip that your school’s system exports in the OneRoster format. You will see who joins, who leaves and what changes before anything happens."
      errors={error === undefined ? undefined : { roster: error }}
    >
      <Form action={paths.imports.to(token)} multipart>
        <FileUpload
          name="roster"
          label="The roster, as one zip file"
          labelSize="m"
          hint="OneRoster CSV, version 1.1 or 1.2"
          accept=".zip"
          error={error}
        />
        <Button preventDoubleClick>Read the file</Button>
      </Form>
      <Details summary="What is taken from the files, and what is not">
        <p class="govuk-body">
          Kept takes names, mail addresses, year groups, pupils’ dates of birth, classes, roles and families. It does
          not take passwords, telephone numbers, pupil numbers or anything else that the files may hold.
        </p>
        <p class="govuk-body">
          Whoever is no longer in a complete file is shown as a leaver: their record ends and is not deleted. People who
          were entered by hand stay as they are.
        </p>
      </Details>
    </Page>
  )
}
