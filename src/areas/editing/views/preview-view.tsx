import { InsetText } from '#ui/inset-text/inset-text.tsx'
import { Page } from '#ui/page/page.tsx'

export interface PreviewViewProps {
  readonly title: string
  readonly intro: string | null
  readonly items: readonly { readonly says: string; readonly hint: string | null; readonly answer: string }[]
  readonly fields: readonly string[]
  /** How hard these words are to read. */
  readonly reading: string | null
  readonly back: string
  readonly languages: readonly { readonly says: string; readonly href: string; readonly now: boolean }[]
}

const ANSWERS: Readonly<Record<string, string>> = {
  agree: 'I agree',
  yes_no: 'Yes or no',
  read: 'I have read it',
  text: 'An answer in words',
  scale: 'An answer from 1 to 5',
}

/** An agreement as the signer reads it; nothing can be signed here. */
export function PreviewView(props: PreviewViewProps) {
  return (
    <Page title={props.title} audience="public" back={{ href: props.back, text: 'Back to editing' }}>
      <InsetText>This is how it reads. Nobody can sign a draft.</InsetText>
      {props.reading && <p class="kept-meta">How hard it is to read. {props.reading}</p>}
      {props.languages.length > 1 && (
        <p class="govuk-body">
          {props.languages.map((language) =>
            language.now ? (
              <strong>{language.says} </strong>
            ) : (
              <a class="govuk-link" href={language.href}>{`${language.says} `}</a>
            ),
          )}
        </p>
      )}
      {props.intro && <p class="govuk-body">{props.intro}</p>}
      <ol class="govuk-list govuk-list--number govuk-list--spaced">
        {props.items.map((item) => (
          <li>
            {item.says}
            {item.hint && <p class="govuk-hint">{item.hint}</p>}
            <p class="kept-meta">{ANSWERS[item.answer] ?? item.answer}</p>
          </li>
        ))}
      </ol>
      {props.fields.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Also asked</h2>
          <ul class="govuk-list govuk-list--bullet">
            {props.fields.map((field) => (
              <li>{field}</li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}
