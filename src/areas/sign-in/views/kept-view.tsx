import { say } from '#core/messages/say.ts'
import { Button } from '#ui/button/button.tsx'
import { Details } from '#ui/details/details.tsx'
import { FileUpload } from '#ui/file-upload/file-upload.tsx'
import { Form } from '#ui/form/form.tsx'
import { Page } from '#ui/page/page.tsx'
import { paths } from '../paths.ts'

/** What was typed, where it was to go, and which files belong to it. */
export interface KeptProps {
  readonly draft: {
    readonly address: string
    readonly fields: readonly (readonly [name: string, value: string])[]
    readonly files: readonly string[] | null
  }
  readonly uploadToken: string
}

/** What was typed before the session ended, ready to go where it was meant to go. */
export function KeptView({ draft, uploadToken }: KeptProps) {
  const upload = draft.files !== null
  const address = new URL(draft.address, 'https://own.invalid')
  if (upload) address.searchParams.set('token', uploadToken)
  return (
    <Page title={say('en', 'kept.title')} audience="public">
      <p class="govuk-body-l">{say('en', 'kept.says')}</p>
      <Form action={`${address.pathname}${address.search}`} multipart={upload}>
        {draft.fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {(draft.files ?? []).map((name) => (
          <FileUpload name={name} label={say('en', 'kept.file')} />
        ))}
        <Button preventDoubleClick>{say('en', 'kept.send')}</Button>
      </Form>
      <Typed draft={draft} />
      <p class="govuk-body">
        <a class="govuk-link" href={paths.home.to()}>
          {say('en', 'kept.drop')}
        </a>
      </p>
    </Page>
  )
}

// Ids and choices are not words that somebody typed.
const isTyped = (value: string): boolean => /\s/.test(value.trim())

function Typed({ draft }: { readonly draft: KeptProps['draft'] }) {
  const typed = draft.fields.map(([, value]) => value).filter(isTyped)
  if (typed.length === 0) return null
  return (
    <Details summary={say('en', 'kept.show')}>
      {typed.map((value) => (
        <p class="kept-typed">{value}</p>
      ))}
    </Details>
  )
}

/** There is nothing to send: it is over, or somebody else's. */
export function KeptGoneView() {
  return (
    <Page title={say('en', 'kept.gone.title')} audience="public">
      <p class="govuk-body-l">{say('en', 'kept.gone.says')}</p>
      <Button href={paths.home.to()}>{say('en', 'problem.home')}</Button>
    </Page>
  )
}
