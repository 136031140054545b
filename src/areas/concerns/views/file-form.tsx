import { say } from '#core/messages/say.ts'
import { Details } from '#ui/details/details.tsx'
import { FileUpload } from '#ui/file-upload/file-upload.tsx'
import { Form } from '#ui/form/form.tsx'

export interface FileFormProps {
  /** Where it goes, with the token that works once; null where no file may come. */
  readonly action: string | null
  readonly receipt: string | null
  readonly error?: string | undefined
}

/** A photo or a document may be sent; what must never be sent is said first. It is folded: words are enough. */
export function FileForm({ action, receipt, error }: FileFormProps) {
  if (action === null) return <p class="kept-meta kept-gap-top">{say('en', 'concern.file.never')}</p>
  return (
    <Details summary={say('en', 'concern.file')} open={error !== undefined} class="kept-gap-top">
      <Form action={action} multipart>
        {receipt !== null && <input type="hidden" name="receipt" value={receipt} />}
        <FileUpload
          name="file"
          label={say('en', 'concern.file.choose')}
          hint={say('en', 'concern.file.hint')}
          accept="image/jpeg,image/png,image/webp,.pdf,.docx,.txt"
          error={error}
        />
        <button class="govuk-button govuk-button--secondary" type="submit" data-prevent-double-click="true">
          {say('en', 'concern.file.send')}
        </button>
      </Form>
    </Details>
  )
}
